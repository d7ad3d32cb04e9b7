import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf, isRecord } from '../record/field';
import type { Client, Persistence } from './client';
import type { Found } from './found';
import { foundInAll } from './found';
import type { PersistenceOfMany } from './persistenceOfMany';
import { persistenceFor } from './persistenceOfMany';
import { notFoundFailure } from './refusals';
import { Wholeness } from './wholeness';

/** Hears of each record as it arrives, and gives what is kept of it; a record may arrive again. */
export type OnRead = (record: NexudusRecord, id: number) => NexudusRecord;

/** Reads one full record. Throws a Failure. */
type ReadOne = (id: number, persistence: Persistence) => Promise<NexudusRecord>;

/** What came of reading a partial record by itself. */
type Comparison = 'learned' | 'routeIsPartial' | 'failed';

/** How many ids one request asks for. */
export const IDS_A_BATCH = 100;
const IDS_ONE_BY_ONE = 4;
const TRIES_OF_A_BATCH = 2;
const MOST_TROUBLED_BATCHES = 2;
const BATCHES_AT_ONCE = 4;
/** An answer of this many letters takes several times as much while it arrives and is read. */
const HEAVY_BATCH = 500_000;
const HEAVY_BATCHES_AT_ONCE = 2;

/** What a batch gave: records as they are kept, and those that lack something, as they came. */
interface Batch {
	found: Found;
	partial: Map<number, NexudusRecord>;
}

/** Reads many full records in as few requests as the server allows. */
export class Batches {
	private hasRoute = true;

	private batchesAtOnce = BATCHES_AT_ONCE;

	/** Batches in a row that the server could not handle. */
	private troubled = 0;

	private readonly wholeness: Wholeness;

	/** The last comparison of a partial record with a whole one: the next waits for what it shows. */
	private comparison: Promise<Comparison> = Promise.resolve('learned');

	constructor(
		private readonly client: Client,
		private readonly type: RecordType,
		private readonly readOne: ReadOne,
	) {
		this.wholeness = new Wholeness(type);
	}

	/** How many ids are read in about the time that one request takes. */
	get idsAtOnce(): number {
		return this.hasRoute ? IDS_A_BATCH : IDS_ONE_BY_ONE;
	}

	/** Gives the records, and the Failure of each id that has none. Throws where all failed. */
	async read(
		ids: readonly number[],
		persistence: PersistenceOfMany,
		onRead: OnRead,
	): Promise<Found> {
		const batches: number[][] = [];
		for (let from = 0; from < ids.length; from += IDS_A_BATCH) {
			batches.push(ids.slice(from, from + IDS_A_BATCH));
		}
		const read: Array<PromiseSettledResult<Found>> = [];
		let next = 0;
		const worker = async (place: number): Promise<void> => {
			while (next < batches.length && place < this.batchesAtOnce) {
				const index = next++;
				const reading = this.readSome(batches[index], persistence, onRead);
				[read[index]] = await Promise.allSettled([reading]);
			}
		};
		await Promise.all(
			Array.from({ length: BATCHES_AT_ONCE }, async (_, place) => await worker(place)),
		);
		return foundInAll(batches, read);
	}

	/** Gives the ids that the first batch comes without; none where the server does not read batches. */
	async leftOut(ids: readonly number[], persistence: Persistence): Promise<number[]> {
		const asked = ids.slice(0, IDS_A_BATCH);
		if (asked.length === 0 || !this.hasRoute) return [];
		try {
			const { found } = await this.readBatches(asked, persistence, (record) => record);
			return asked.filter((id) => found.get(id) instanceof Failure);
		} catch (error) {
			asFailure(error);
			return [];
		}
	}

	private async readSome(
		ids: readonly number[],
		persistence: PersistenceOfMany,
		onRead: OnRead,
	): Promise<Found> {
		if (ids.length < 2 || !this.hasRoute) return await this.readOneByOne(ids, persistence, onRead);
		try {
			const batch = await this.readBatches(ids, persistence, onRead);
			this.troubled = 0;
			return await this.completed(batch, persistence, onRead);
		} catch (error) {
			this.noteFailure(asFailure(error));
			return await this.readOneByOne(ids, persistence, onRead);
		}
	}

	/**
	 * A server without the route, or one that fails on it again and again, is asked for single
	 * records from then on. Throws what a single record would meet as well.
	 */
	private noteFailure(failure: Failure): void {
		const { status = 0, cause } = failure.details;
		const isMissing = status === 404 || status === 405 || status === 400;
		// A firewall may take offence at the brackets alone.
		const isTrouble = status >= 500 || (status === 403 && cause === 'temporarily-unavailable');
		if (!isMissing && !isTrouble) throw failure;
		if (isMissing || ++this.troubled >= MOST_TROUBLED_BATCHES) this.hasRoute = false;
	}

	/** A server may take fewer ids at once than were sent: what is missing is asked for again. */
	async readBatches(
		ids: readonly number[],
		persistence: PersistenceOfMany,
		onRead: OnRead,
	): Promise<Batch> {
		const batch: Batch = { found: new Map(), partial: new Map() };
		const isMissing = (id: number): boolean => !batch.found.has(id) && !batch.partial.has(id);
		let missing = [...ids];
		for (let before = Number.POSITIVE_INFINITY; missing.length > 0 && missing.length < before; ) {
			before = missing.length;
			for (const record of await this.readBatch(missing, persistence)) {
				this.sort(record, batch, onRead);
			}
			missing = missing.filter(isMissing);
		}
		for (const id of missing) batch.found.set(id, this.notFound(id));
		return batch;
	}

	private sort(record: NexudusRecord, { found, partial }: Batch, onRead: OnRead): void {
		const id = idOf(record);
		if (this.wholeness.isPartial(record)) partial.set(id, record);
		else found.set(id, onRead(record, id));
	}

	/**
	 * Reads partial records once more, each by itself. As long as nothing shows whether the route or
	 * this Nexudus is to blame, one is read at a time.
	 */
	private async completed(
		batch: Batch,
		persistence: PersistenceOfMany,
		onRead: OnRead,
	): Promise<Found> {
		const { found, partial } = batch;
		while (partial.size > 0) {
			const compare = this.comparison.then(
				async () => await this.compareOne(batch, persistence, onRead),
			);
			this.comparison = compare;
			if ((await compare) === 'learned') continue;
			const again = await this.readOneByOne([...partial.keys()], persistence, onRead);
			return new Map([...found, ...again]);
		}
		return found;
	}

	private async compareOne(
		batch: Batch,
		persistence: PersistenceOfMany,
		onRead: OnRead,
	): Promise<Comparison> {
		if (!this.hasRoute) return 'routeIsPartial';
		this.sortAgain(batch, onRead);
		const [first] = batch.partial;
		if (first === undefined) return 'learned';
		const [id, partial] = first;
		let whole: NexudusRecord | undefined;
		const keepWhole: OnRead = (record) => onRead((whole = record), id);
		const [[, read]] = await this.readOneByOne([id], persistence, keepWhole);
		if (whole === undefined || read instanceof Failure) return 'failed';
		batch.partial.delete(id);
		batch.found.set(id, read);
		if (!this.wholeness.learn(partial, whole)) return 'learned';
		this.hasRoute = false;
		return 'routeIsPartial';
	}

	/** What was learnt of this Nexudus may have made partial records whole. */
	private sortAgain({ found, partial }: Batch, onRead: OnRead): void {
		for (const [id, record] of partial) {
			if (this.wholeness.isPartial(record)) continue;
			partial.delete(id);
			found.set(id, onRead(record, id));
		}
	}

	/** Gives the records that one request for these ids gives. Throws a Failure. */
	async readBatch(
		ids: readonly number[],
		persistence: PersistenceOfMany,
	): Promise<NexudusRecord[]> {
		const body = await this.client.request(
			{
				method: 'GET',
				path: `${this.type.path}/?id=[${ids.join(',')}]`,
				purpose: `get ${ids.length} ${this.type.labelPlural}`,
				role: `${this.type.name}-Read`,
			},
			{ ...persistenceFor(ids, persistence), tries: TRIES_OF_A_BATCH },
		);
		if (!Array.isArray(body)) throw this.notFound(ids[0]);
		const records = body.filter(isRecord);
		const isHeavy = records.reduce((sum, record) => sum + lettersOf(record), 0) > HEAVY_BATCH;
		this.batchesAtOnce = isHeavy ? HEAVY_BATCHES_AT_ONCE : BATCHES_AT_ONCE;
		return records;
	}

	private async readOneByOne(
		ids: readonly number[],
		persistence: PersistenceOfMany,
		onRead: OnRead,
	): Promise<Found> {
		const read = ids.map(async (id): Promise<[number, NexudusRecord | Failure]> => {
			try {
				return [id, onRead(await this.readOne(id, persistenceFor([id], persistence)), id)];
			} catch (error) {
				return [id, asFailure(error)];
			}
		});
		return new Map(await Promise.all(read));
	}

	private notFound(id: number): Failure {
		return notFoundFailure({ purpose: `get ${this.type.label} ${id}` });
	}
}

function lettersOf(record: NexudusRecord): number {
	return Object.values(record).reduce<number>(
		(sum, value) => (typeof value === 'string' ? sum + value.length : sum),
		0,
	);
}
