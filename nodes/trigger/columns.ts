import type { Persistence } from '../api/client';
import { listed } from '../reading/list';
import type { ListPage, Records } from '../api/records';
import type { SortDirections } from '../api/sortDirections';
import type { QueryPair } from '../record/conditions';
import { rangeCondition } from '../record/conditions';
import { Failure } from '../record/failure';
import type { Field, NexudusRecord } from '../record/field';
import { fieldOf } from '../record/field';
import { instantOf } from '../record/moments';
import { minuteOf } from './state';

const MINUTE = 60_000;
const PAGE_SIZE = 1000;

/** What a column was read for. */
export interface ColumnPart {
	rows: NexudusRecord[];
	/** Stamps before this instant were read completely; infinite where nothing was left out. */
	completeUntil: number;
}

/** What the reading of columns needs. */
export interface Reading {
	records: Records;
	directions: SortDirections;
	persistence: Persistence;
}

/** What to read of a column. */
export interface ColumnRequest {
	property: string;
	/** The full minute to begin with, in milliseconds; null for the whole column. */
	from: number | null;
	/** Asked with the newest stamp read so far: whether to leave the rest. */
	mayStop: (newest: number) => boolean;
	/** Gives what is needed of a row, its Id and stamps at the least; undefined for all of it. */
	trim?: (row: NexudusRecord) => NexudusRecord;
	/** What to do where the API does not know the filter and gives the whole table. */
	unfiltered: 'fail' | 'skip';
}

/**
 * Reads the rows whose date-time lies at or after an instant, oldest first. Rows that change move
 * to the end of such a list, and all others move up, so it is not paged: each request asks for
 * the first page from the last full minute on. A page is one moment of the table, so no row can
 * slip through. Only a minute that fills a page by itself is read as a list of its own.
 */
export async function readColumn(reading: Reading, request: ColumnRequest): Promise<ColumnPart> {
	return await new Column(reading, request).read();
}

class Column {
	private readonly field: Field;

	private readonly rows: NexudusRecord[] = [];

	private newest = Number.NEGATIVE_INFINITY;

	private readonly trim: (row: NexudusRecord) => NexudusRecord;

	constructor(
		private readonly reading: Reading,
		private readonly request: ColumnRequest,
	) {
		this.field = fieldOf(reading.records.type, request.property);
		this.trim = request.trim ?? ((row) => row);
	}

	async read(): Promise<ColumnPart> {
		let start = this.request.from;
		for (;;) {
			const page = await this.firstPage(start);
			if (!page.hasNext) return this.completed(page.records, start);
			const last = page.records.at(-1);
			if (!last || !this.isWithin(last, start)) return this.unfiltered(page, start);
			start = await this.taken(page, start, minuteOf(this.stampOf(last)));
			if (this.request.mayStop(this.newest)) return { rows: this.rows, completeUntil: start };
		}
	}

	private completed(rows: readonly NexudusRecord[], start: number | null): ColumnPart {
		this.take(rows, start ?? Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
		return { rows: this.rows, completeUntil: Number.POSITIVE_INFINITY };
	}

	/** Takes what a page is sure to hold completely. Gives the minute to go on with. */
	private async taken(page: ListPage, start: number | null, last: number): Promise<number> {
		if (start !== null && last <= start) {
			await this.takeMinute(start);
			return start + MINUTE;
		}
		this.take(page.records, start ?? Number.NEGATIVE_INFINITY, last);
		return last;
	}

	/** More rows than a page holds may carry stamps of one minute, after an import for example. */
	private async takeMinute(minute: number): Promise<void> {
		const { records, directions, persistence } = this.reading;
		const rows = await listed(records, directions, {
			query: [...this.bound('from', minute), ...this.bound('to', minute + MINUTE)],
			sort: { field: fieldOf(records.type, 'Id'), direction: 'asc' },
			limit: undefined,
			pageSize: PAGE_SIZE,
			persistence,
			accept: async (page) => page.map(this.trim),
		});
		this.take(rows, minute, minute + MINUTE);
	}

	private take(rows: readonly NexudusRecord[], from: number, before: number): void {
		for (const row of rows) {
			const stamp = this.stampOf(row);
			if (stamp < from || stamp >= before) continue;
			this.rows.push(this.trim(row));
			this.newest = Math.max(this.newest, stamp);
		}
	}

	/** Nothing lies before all instants. */
	private stampOf(row: NexudusRecord): number {
		return instantOf(row[this.request.property]) ?? Number.NEGATIVE_INFINITY;
	}

	private isWithin(row: NexudusRecord, start: number | null): boolean {
		const stamp = this.stampOf(row);
		return Number.isFinite(stamp) && stamp >= (start ?? stamp);
	}

	/** An API that does not know the filter gives all records, which are not what was asked for. */
	private unfiltered(page: ListPage, start: number | null): ColumnPart {
		if (this.request.unfiltered === 'skip') return this.completed(page.records, start);
		const { labelPlural } = this.reading.records.type;
		throw new Failure(`Nexudus does not filter ${labelPlural} by '${this.field.label}'`, {
			description:
				'It answered with records outside of the time that was asked for, so new ones can’t be told from old ones.',
			cause: 'configuration-invalid',
		});
	}

	/** A page that holds all there is needs no order; the order of another one is looked at. */
	private async firstPage(start: number | null): Promise<ListPage> {
		const { records, directions, persistence } = this.reading;
		const query = start === null ? [] : this.bound('from', start);
		const page = async (more: QueryPair[], dir: string, size: number): Promise<ListPage> =>
			await records.page([...more, ['dir', dir]], 1, size, persistence);
		const inOrder = [...query, ['orderBy', this.field.property] as const];
		const firstDir = directions.valueOf('asc');
		const first = await page(inOrder, firstDir, PAGE_SIZE);
		if (!first.hasNext || !first.records.some((row) => this.isWithin(row, start))) return first;
		return await directions.firstPage(
			{ field: this.field, direction: 'asc' },
			async (dir) => (dir === firstDir ? first : await page(inOrder, dir, PAGE_SIZE)),
			{
				field: fieldOf(records.type, 'Id'),
				probe: async (dir) => await page([['orderBy', 'Id']], dir, 2),
			},
		);
	}

	private bound(end: 'from' | 'to', instant: number): readonly QueryPair[] {
		const reading = {
			prefix: this.reading.records.type.name,
			timeZone: 'UTC',
			textMatch: 'api',
		} as const;
		return rangeCondition(this.field, new Date(instant), end, reading).query;
	}
}
