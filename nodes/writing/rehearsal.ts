import type { Persistence } from '../api/client';
import type { Found, ListPage, ReadingRequests, RecordRequests, WriteStamp } from '../api/records';
import { notFoundFailure } from '../api/refusals';
import type { QueryPair } from '../record/conditions';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import { CreatedBefore } from '../run/createdBefore';
import type { Session } from '../run/session';
import { SharedWrites } from '../run/sharedWrites';

/** Nexudus counts its records from 1: none is ever called by a number beyond this. */
const IMAGINED_FROM = Number.MAX_SAFE_INTEGER - 1_000_000_000;

/** Tells whether an Id stands for a record that a preview alone has created. */
export function isImagined(id: number): boolean {
	return id > IMAGINED_FROM;
}

/**
 * Gives a session in which everything is read and checked as in a real one, and nothing is written.
 * Its writes are no other execution's business, and no time passes in it that makes copies old.
 */
export function rehearsalOf(session: Session): Session {
	const { clock } = session;
	const start = clock.now();
	return {
		...session,
		records: new Rehearsal(session.records),
		writes: new SharedWrites(),
		createdBefore: new CreatedBefore(undefined, () => start),
		clock: {
			now: () => start,
			sleep: async (duration) => await clock.sleep(duration),
			isCancelled: () => clock.isCancelled(),
		},
	};
}

/**
 * Stands in for the requests of a type of record: reads are real, writes are only imagined. It has
 * no way to send one: all it is given is what reads.
 */
class Rehearsal implements RecordRequests {
	readonly type: RecordType;

	/** What was created, by its Id. */
	private readonly created = new Map<number, NexudusRecord>();

	private readonly deleted = new Set<number>();

	/** What looking at many records told of each: that it is there, or why it can't be read. */
	private readonly seen = new Map<number, 'there' | Failure>();

	constructor(private readonly real: ReadingRequests) {
		this.type = real.type;
	}

	get idsAtOnce(): number {
		return this.real.idsAtOnce;
	}

	async page(
		query: readonly QueryPair[],
		page: number,
		size: number,
		persistence: Persistence,
	): Promise<ListPage> {
		return await this.real.page(query, page, size, persistence);
	}

	async read(id: number, persistence: Persistence): Promise<NexudusRecord> {
		const imagined = this.created.get(id);
		if (imagined) return imagined;
		if (this.deleted.has(id)) throw notFoundFailure({ purpose: `get ${this.type.label} ${id}` });
		const record = await this.real.read(id, persistence);
		this.seen.set(id, 'there');
		return record;
	}

	async readMany(
		ids: readonly number[],
		persistence: Persistence,
		onRead: (record: NexudusRecord, id: number) => NexudusRecord = (record) => record,
	): Promise<Found> {
		const found: Found = new Map();
		for (const [id, record] of this.created) {
			if (ids.includes(id)) found.set(id, onRead(record, id));
		}
		const others = ids.filter((id) => !found.has(id));
		if (others.length === 0) return found;
		return new Map([...found, ...(await this.real.readMany(others, persistence, onRead))]);
	}

	async leftOut(ids: readonly number[], persistence: Persistence): Promise<number[]> {
		return await this.real.leftOut(ids, persistence);
	}

	/** A preview says for each record whether it is there, however many requests that takes. */
	async glance(
		ids: readonly number[],
		persistence: Persistence,
		onRead: (record: NexudusRecord) => void,
	): Promise<void> {
		try {
			const found = await this.real.readMany(ids, persistence, (record) => {
				onRead(record);
				return {};
			});
			for (const [id, one] of found) this.seen.set(id, one instanceof Failure ? one : 'there');
		} catch (error) {
			const failure = asFailure(error);
			for (const id of ids) this.seen.set(id, failure);
		}
	}

	async create(body: NexudusRecord): Promise<WriteStamp> {
		const id = IMAGINED_FROM + this.created.size + 1;
		this.created.set(id, { ...body, Id: id });
		return await Promise.resolve({ Id: id });
	}

	async update(record: NexudusRecord): Promise<WriteStamp> {
		const id = idOf(record);
		if (this.created.has(id)) this.created.set(id, record);
		return await Promise.resolve({ Id: id });
	}

	async delete(id: number, persistence: Persistence): Promise<void> {
		const gone = notFoundFailure({ purpose: `delete ${this.type.label} ${id}` });
		if (this.deleted.has(id)) throw gone;
		const seen = this.seen.get(id);
		if (seen instanceof Failure) throw seen.details.isMissing ? gone : seen;
		if (!seen) await this.read(id, persistence);
		this.deleted.add(id);
	}

	/** There are no writes to end. */
	endWrites(): void {}

	/** There are no writes whose fate could be unknown. */
	noteUnknownFate(): void {}
}
