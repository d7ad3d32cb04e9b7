import type { QueryPair } from '../record/conditions';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import type { Client, Persistence } from './client';
import { notFoundFailure, strangeAnswer } from './failures';
import type { Found } from './found';
import { foundInAll } from './found';

export type { Found } from './found';

/** What a write's answer says of the record (documents "Create", "Update ContractContact"). */
export interface WriteStamp {
	Id: number;
	UpdatedOn?: string;
	UpdatedBy?: string;
}

/** One page of a list, and what it says of the whole. */
export interface ListPage {
	records: NexudusRecord[];
	/** Records in all pages; undefined where the answer doesn't say. */
	total: number | undefined;
	hasNext: boolean;
	/** Records a page that the server uses, which may be fewer than were asked for. */
	size: number;
	/** When the page was asked for, in milliseconds since 1970 (UTC). */
	askedAt: number;
}

/** Hears of each record when it was read. */
export type OnRead = (id: number) => void;

const IDS_A_BATCH = 100;
const IDS_ONE_BY_ONE = 4;
const TRIES_OF_A_BATCH = 2;

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The requests that every type of Nexudus record has, with their routes, roles and answers. */
export class Records {
	private hasBatchRoute = true;

	constructor(
		private readonly client: Client,
		readonly type: RecordType,
	) {}

	/** Gives one page of the list; pages count from 1. Throws a Failure. */
	async page(
		query: readonly QueryPair[],
		page: number,
		size: number,
		persistence: Persistence,
	): Promise<ListPage> {
		const askedAt = this.client.clock.now();
		const body = await this.client.request(
			{
				method: 'GET',
				path: this.type.path,
				query: [['page', String(page)], ['size', String(size)], ...query],
				purpose: `list ${this.type.labelPlural}`,
				role: `${this.type.name}-List`,
			},
			persistence,
		);
		return { ...this.listPage(body, size), askedAt };
	}

	private listPage(body: unknown, asked: number): Omit<ListPage, 'askedAt'> {
		if (!isObject(body) || !Array.isArray(body.Records)) throw strangeAnswer();
		const records = body.Records.filter(isObject);
		const total = typeof body.TotalItems === 'number' ? body.TotalItems : undefined;
		const hasNext = records.length > 0 && body.HasNextPage === true;
		const isCapped = hasNext && records.length < asked;
		return { records, total, hasNext, size: isCapped ? records.length : asked };
	}

	/** Gives one full record. Throws a Failure, also where there is none with this Id. */
	async read(id: number, persistence: Persistence): Promise<NexudusRecord> {
		const body = await this.client.request(
			{
				method: 'GET',
				path: `${this.type.path}/${id}`,
				purpose: `get ${this.type.label} ${id}`,
				role: `${this.type.name}-Read`,
			},
			persistence,
		);
		if (!isObject(body)) throw strangeAnswer();
		return body;
	}

	/** How many ids `readMany` reads in about the time that one request takes. */
	get idsAtOnce(): number {
		return this.hasBatchRoute ? IDS_A_BATCH : IDS_ONE_BY_ONE;
	}

	/**
	 * Gives the full records of many ids, by Id: 100 a request, or one by one on a server without
	 * the batch route. An id that has no record, or whose batch could not be read, has its Failure
	 * instead. Throws where none could be read at all.
	 */
	async readMany(
		ids: readonly number[],
		persistence: Persistence,
		onRead: OnRead = () => undefined,
	): Promise<Found> {
		const batches: number[][] = [];
		for (let from = 0; from < ids.length; from += IDS_A_BATCH) {
			batches.push(ids.slice(from, from + IDS_A_BATCH));
		}
		const read = await Promise.allSettled(
			batches.map(async (batch) => await this.readSome(batch, persistence, onRead)),
		);
		return foundInAll(batches, read);
	}

	private async readSome(
		ids: readonly number[],
		persistence: Persistence,
		onRead: OnRead,
	): Promise<Found> {
		if (ids.length < 2 || !this.hasBatchRoute) {
			return await this.readOneByOne(ids, persistence, onRead);
		}
		try {
			return await this.readBatches(ids, persistence, onRead);
		} catch (error) {
			if (!meansNoBatchRoute(asFailure(error))) throw asFailure(error);
			this.hasBatchRoute = false;
			return await this.readOneByOne(ids, persistence, onRead);
		}
	}

	/** A server may take fewer ids at once than were sent: what is missing is asked for again. */
	private async readBatches(
		ids: readonly number[],
		persistence: Persistence,
		onRead: OnRead,
	): Promise<Found> {
		const found: Found = new Map();
		let missing = [...ids];
		for (let before = Number.POSITIVE_INFINITY; missing.length > 0 && missing.length < before; ) {
			before = missing.length;
			for (const record of await this.readBatch(missing, persistence)) {
				found.set(idOf(record), record);
				onRead(idOf(record));
			}
			missing = missing.filter((id) => !found.has(id));
		}
		for (const id of missing) found.set(id, this.notFound(id));
		return found;
	}

	private async readBatch(
		ids: readonly number[],
		persistence: Persistence,
	): Promise<NexudusRecord[]> {
		const body = await this.client.request(
			{
				method: 'GET',
				path: `${this.type.path}/?id=[${ids.join(',')}]`,
				purpose: `get ${ids.length} ${this.type.labelPlural}`,
				role: `${this.type.name}-Read`,
			},
			{ ...persistence, tries: TRIES_OF_A_BATCH },
		);
		if (!Array.isArray(body)) throw this.notFound(ids[0]);
		return body.filter(isObject);
	}

	private async readOneByOne(
		ids: readonly number[],
		persistence: Persistence,
		onRead: OnRead,
	): Promise<Found> {
		const read = ids.map(async (id): Promise<[number, NexudusRecord | Failure]> => {
			try {
				const record = await this.read(id, persistence);
				onRead(id);
				return [id, record];
			} catch (error) {
				return [id, asFailure(error)];
			}
		});
		return new Map(await Promise.all(read));
	}

	/** Creates a record. Throws a Failure. */
	async create(body: NexudusRecord, persistence: Persistence): Promise<WriteStamp> {
		const answer = await this.client.request(
			{
				method: 'POST',
				path: this.type.path,
				body,
				purpose: `create the ${this.type.label}`,
				role: `${this.type.name}-Create`,
			},
			persistence,
		);
		const stamp = stampOf(answer);
		if (stamp) return stamp;
		throw new Failure(
			`Nexudus answered without an ID, so the ${this.type.label} may have been created`,
			{
				description: 'Look in Nexudus before you run this item again.',
				mayBeWritten: true,
			},
		);
	}

	/**
	 * Writes a whole record back: what it leaves out, the API clears. Throws a Failure; Outdated
	 * where `isOutdated` says so by the time the request may start.
	 */
	async update(
		record: NexudusRecord,
		persistence: Persistence,
		isOutdated: () => boolean,
	): Promise<WriteStamp> {
		const id = idOf(record);
		const answer = await this.client.request(
			{
				method: 'PUT',
				path: this.type.path,
				body: record,
				purpose: `update ${this.type.label} ${id}`,
				role: `${this.type.name}-Edit`,
				isOutdated,
			},
			persistence,
		);
		return { ...stampOf(answer), Id: id };
	}

	/** Deletes a record for good. Throws a Failure. */
	async delete(id: number, persistence: Persistence): Promise<void> {
		await this.client.request(
			{
				method: 'DELETE',
				path: `${this.type.path}/${id}`,
				purpose: `delete ${this.type.label} ${id}`,
				role: `${this.type.name}-Delete`,
			},
			persistence,
		);
	}

	/** Lets no write start any more: those that wait for their turn fail with this Failure. */
	endWrites(failure: Failure): void {
		this.client.endWrites(failure);
	}

	private notFound(id: number): Failure {
		return notFoundFailure({ purpose: `get ${this.type.label} ${id}` });
	}
}

function meansNoBatchRoute(failure: Failure): boolean {
	const { status } = failure.details;
	return (
		status === 404 || status === 405 || status === 400 || (status !== undefined && status >= 500)
	);
}

function stampOf(answer: unknown): WriteStamp | undefined {
	if (!isObject(answer) || !isObject(answer.Value)) return undefined;
	const id = Number(answer.Value.Id);
	if (!Number.isSafeInteger(id) || id < 1) return undefined;
	return {
		Id: id,
		...(typeof answer.UpdatedOn === 'string' ? { UpdatedOn: answer.UpdatedOn } : {}),
		...(typeof answer.UpdatedBy === 'string' ? { UpdatedBy: answer.UpdatedBy } : {}),
	};
}
