import type { QueryPair } from '../record/conditions';
import type { Failure } from '../record/failure';
import { asFailure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf, isRecord } from '../record/field';
import { isWritable } from '../record/writableType';
import type { OnRead } from './batches';
import { Batches, IDS_A_BATCH } from './batches';
import type { Client, Persistence } from './client';
import { strangeAnswer } from './failures';
import type { Found } from './found';
import type { PersistenceOfMany } from './persistenceOfMany';
import { writtenId } from './verdict';

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
	/** When the page was asked for by the server's clock, in milliseconds since 1970 (UTC). */
	askedAt: number;
}

const TRIES_OF_A_GLANCE = 2;

/** What every type of record can be asked for. */
export type RecordRequests = Pick<Records, keyof Records>;

/** The requests among them that change nothing. */
export type ReadingRequests = Pick<
	Records,
	'type' | 'idsAtOnce' | 'page' | 'read' | 'readMany' | 'leftOut'
>;

/** The requests that every type of Nexudus record has, with their routes, roles and answers. */
export class Records {
	private readonly batches: Batches;

	constructor(
		private readonly client: Client,
		readonly type: RecordType,
	) {
		this.batches = new Batches(
			client,
			type,
			async (id, persistence) => await this.read(id, persistence),
		);
	}

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
		return { ...this.listPage(body, size), askedAt: this.client.serverTime(askedAt) };
	}

	private listPage(body: unknown, asked: number): Omit<ListPage, 'askedAt'> {
		if (!isRecord(body) || !Array.isArray(body.Records)) throw strangeAnswer();
		const records = body.Records.filter(isRecord);
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
		if (!isRecord(body)) throw strangeAnswer();
		return body;
	}

	/** How many ids `readMany` reads in about the time that one request takes. */
	get idsAtOnce(): number {
		return this.batches.idsAtOnce;
	}

	/** Gives those of a few ids that Nexudus leaves out where it is asked for all of them at once. */
	async leftOut(ids: readonly number[], persistence: Persistence): Promise<number[]> {
		return await this.batches.leftOut(ids, persistence);
	}

	/**
	 * Gives the full records of many ids, by Id: 100 a request, or one by one on a server without
	 * the batch route. An id that has no record, or whose batch could not be read, has its Failure
	 * instead. `onRead` decides what is kept of each. Throws where none could be read at all.
	 */
	async readMany(
		ids: readonly number[],
		persistence: PersistenceOfMany,
		onRead: OnRead = (record) => record,
	): Promise<Found> {
		return await this.batches.read(ids, persistence, onRead);
	}

	/** Whoever asks for it: what is only read can't be written by a mistake. */
	private assureWritable(): void {
		if (!isWritable(this.type)) throw new RangeError(`${this.type.labelPlural} are only read`);
	}

	/**
	 * Lets `onRead` see what one request a hundred ids can give: what can't be read that way is not
	 * read at all. Throws no Failure.
	 */
	async glance(
		ids: readonly number[],
		persistence: Persistence,
		onRead: (record: NexudusRecord) => void,
	): Promise<void> {
		const patience = { ...persistence, tries: TRIES_OF_A_GLANCE };
		try {
			for (let from = 0; from < ids.length; from += IDS_A_BATCH) {
				const some = await this.someOf(ids.slice(from, from + IDS_A_BATCH), patience);
				some.forEach(onRead);
			}
		} catch (error) {
			asFailure(error);
		}
	}

	private async someOf(ids: readonly number[], persistence: Persistence): Promise<NexudusRecord[]> {
		return ids.length === 1
			? [await this.read(ids[0], persistence)]
			: await this.batches.readBatch(ids, persistence);
	}

	/** Creates a record. Throws a Failure; Outdated where `isOutdated` says so by its turn. */
	async create(
		body: NexudusRecord,
		persistence: Persistence,
		isOutdated: () => boolean = () => false,
	): Promise<WriteStamp> {
		this.assureWritable();
		const answer = await this.client.request(
			{
				method: 'POST',
				path: this.type.path,
				body,
				purpose: `create the ${this.type.label}`,
				role: `${this.type.name}-Create`,
				isOutdated,
			},
			persistence,
		);
		return stampOf(answer);
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
		this.assureWritable();
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

	/**
	 * Deletes a record for good. Throws a Failure; Outdated where `isOutdated` says so by the time
	 * the request may start.
	 */
	async delete(
		id: number,
		persistence: Persistence,
		isOutdated: () => boolean = () => false,
	): Promise<void> {
		this.assureWritable();
		await this.client.request(
			{
				method: 'DELETE',
				path: `${this.type.path}/${id}`,
				purpose: `delete ${this.type.label} ${id}`,
				role: `${this.type.name}-Delete`,
				isOutdated,
			},
			persistence,
		);
	}

	/** Lets no write start any more: those that wait for their turn fail with this Failure. */
	endWrites(failure: Failure): void {
		this.client.endWrites(failure);
	}

	/** Tells that looking for what came of a write did not help. */
	noteUnknownFate(): void {
		this.client.noteUnknownFate();
	}
}

function stampOf(answer: unknown): WriteStamp {
	const body = isRecord(answer) ? answer : {};
	return {
		Id: writtenId(answer) ?? 0,
		...(typeof body.UpdatedOn === 'string' ? { UpdatedOn: body.UpdatedOn } : {}),
		...(typeof body.UpdatedBy === 'string' ? { UpdatedBy: body.UpdatedBy } : {}),
	};
}
