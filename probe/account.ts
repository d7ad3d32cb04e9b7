import type { QueryPair } from '../nodes/record/conditions';
import { requestTarget } from '../nodes/api/exchange';
import type { NexudusRecord } from '../nodes/record/field';
import { idOf, isRecord } from '../nodes/record/field';
import type { Asking, Reply } from './asking';

/** One page of a list as it came. */
export interface Page {
	rows: NexudusRecord[];
	/** Of all pages; undefined where the answer doesn't say. */
	total: number | undefined;
	hasNext: boolean;
	/** What the answer gives as CurrentPageSize. */
	pageSize: number | undefined;
}

/** The answer to a list request; no page where it was no list. */
export interface Listed {
	status: number | undefined;
	page: Page | undefined;
	/** Whether the answer says no, which may come with status 200 as well. */
	isRefused: boolean;
}

/** Large enough for most of what a filter leaves, small enough to be no burden. */
const FILTERED_ROWS = 200;

/** The account's contract contacts, as far as the questions so far have shown them. */
export class Account {
	/** List rows by Id; they leave some properties out. */
	readonly rows = new Map<number, NexudusRecord>();

	/** Full records by Id. */
	readonly full = new Map<number, NexudusRecord>();

	/** How many there are, as the first list said. */
	total: number | undefined;

	/** How many ids the batch read takes; 0 where it does not work, or was not asked yet. */
	idsAtOnce = 0;

	constructor(readonly asking: Asking) {}

	get isEmpty(): boolean {
		return this.rows.size === 0;
	}

	/** An id that no record has, within what a 32-bit number holds where that is possible. */
	unknownId(number = 0): number {
		return Math.max(2_000_000_000, ...[...this.rows.keys()].map((id) => id + 1_000_000)) + number;
	}

	async list(query: readonly QueryPair[], size = FILTERED_ROWS, page = 1): Promise<Listed> {
		const paging: QueryPair[] = [
			['page', String(page)],
			['size', String(size)],
		];
		const target = requestTarget({
			method: 'GET',
			path: this.asking.type.path,
			query: [...paging, ...query],
			purpose: '',
			role: '',
		});
		const reply = await this.asking.get(target);
		return { status: reply.status, page: pageOf(reply), isRefused: isRefusal(reply) };
	}

	/** Reads one full record, and keeps it. */
	async read(id: number): Promise<Reply> {
		const reply = await this.asking.get(`${this.asking.type.path}/${id}`);
		if (reply.status === 200) this.keepFull([reply.body]);
		return reply;
	}

	keepFull(records: readonly unknown[]): void {
		for (const record of records) {
			if (isRecord(record) && typeof record.Id === 'number') this.full.set(idOf(record), record);
		}
	}
}

/** Gives the page in an answer; undefined where it is no list of Nexudus's. */
export function pageOf({ status, body }: Reply): Page | undefined {
	if (status !== 200 || !isRecord(body) || !Array.isArray(body.Records)) return undefined;
	const rows = body.Records.filter(isRecord).filter((row) => typeof row.Id === 'number');
	return {
		rows,
		total: typeof body.TotalItems === 'number' ? body.TotalItems : undefined,
		hasNext: body.HasNextPage === true,
		pageSize: typeof body.CurrentPageSize === 'number' ? body.CurrentPageSize : undefined,
	};
}

function isRefusal({ status, body }: Reply): boolean {
	if (status === undefined) return false;
	return status >= 400 || (isRecord(body) && body.WasSuccessful === false);
}
