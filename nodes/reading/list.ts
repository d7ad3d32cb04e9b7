import { order } from '../record/comparison';
import type { QueryPair } from '../record/conditions';
import type { NexudusRecord } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import { filteredSecond } from '../record/moments';
import type { Persistence } from '../api/client';
import { furtherPages } from './paging';
import type { ListPage, RecordRequests } from '../api/records';
import type { Sort, SortDirections } from '../api/sortDirections';

/** What one list is asked for. */
export interface ListRequest {
	query: readonly QueryPair[];
	sort: Sort;
	/** How many accepted rows are wanted; undefined for all. */
	limit: number | undefined;
	pageSize: number;
	persistence: Persistence;
	/** Gives the rows that belong to the result, in their order, as they are to come out. */
	accept: (rows: NexudusRecord[]) => Promise<NexudusRecord[]>;
	/** Hears of each page, and tells after the first one whether the others are wanted. */
	goesOnAfter?: (page: ListPage) => boolean;
}

/** Gives records sorted as asked, ties by Id, with the first of each Id only. */
export function sortedRecords(records: Iterable<NexudusRecord>, sort: Sort): NexudusRecord[] {
	const sign = sort.direction === 'asc' ? 1 : -1;
	const { field } = sort;
	return [...records].sort(
		(one, other) =>
			sign * order(field, one[field.property], other[field.property]) || idOf(one) - idOf(other),
	);
}

/** Gives the rows of one list, in order, each record once. Throws a Failure. */
export async function listed(
	records: RecordRequests,
	directions: SortDirections,
	request: ListRequest,
): Promise<NexudusRecord[]> {
	return await new Listing(records, directions, request).rows();
}

/** The reading of one list: its pages, and what tells that the table changed in the meantime. */
class Listing {
	/** When each record that was seen was last changed, by Id. */
	private readonly seen = new Map<number, unknown>();

	private readonly accepted: NexudusRecord[] = [];

	private isDisturbed = false;

	private pagesRead = 1;

	private readonly limit: number;

	constructor(
		private readonly records: RecordRequests,
		private readonly directions: SortDirections,
		private readonly request: ListRequest,
	) {
		this.limit = request.limit ?? Number.POSITIVE_INFINITY;
	}

	async rows(): Promise<NexudusRecord[]> {
		const { pageSize } = this.request;
		const size = Math.min(pageSize, this.limit);
		let first = await this.firstPage(size);
		await this.take(first);
		if (!this.goesOnAfter(first)) return this.accepted;
		if (this.isShort(first) && first.size === size && size < pageSize) {
			first = await this.page(1, pageSize, this.request.sort);
			await this.takeAgain(first);
		}
		const last = await this.takeFurther(first);
		if (this.wasReadWhole(last)) {
			if (this.hasGaps(last)) return await this.readAgain(last);
		} else if (this.isDisturbed && this.pagesRead > 1) {
			return await this.readPartAgain(last);
		}
		return this.accepted.slice(0, this.limit);
	}

	private async firstPage(size: number): Promise<ListPage> {
		const { sort, query, persistence } = this.request;
		const byId = fieldOf(this.records.type, 'Id');
		return await this.directions.firstPage(
			sort,
			async (dir) => await this.records.page(sorted(query, sort, dir), 1, size, persistence),
			{
				field: byId,
				probe: async (dir) =>
					await this.records.page(
						sorted([], { field: byId, direction: 'asc' }, dir),
						1,
						2,
						persistence,
					),
			},
		);
	}

	private async page(page: number, size: number, sort: Sort): Promise<ListPage> {
		const query = sorted(this.request.query, sort, this.directions.valueOf(sort.direction));
		const found = await this.records.page(query, page, size, this.request.persistence);
		this.goesOnAfter(found);
		return found;
	}

	private goesOnAfter(page: ListPage): boolean {
		return this.request.goesOnAfter?.(page) ?? true;
	}

	private isShort(page: ListPage): boolean {
		return page.hasNext && this.accepted.length < this.limit;
	}

	/** A page without a new row is the last: a server that gives the same page for ever has no end. */
	private async takeFurther(first: ListPage): Promise<ListPage> {
		let last = first;
		const since = filteredSecond(first.askedAt);
		const pages = furtherPages(
			first,
			async (page) => await this.page(page, first.size, this.request.sort),
			() => Math.ceil((this.limit - this.accepted.length) / first.size),
		);
		for await (const page of pages) {
			if (page.total !== last.total || hasNews(page, since)) this.isDisturbed = true;
			last = page;
			this.pagesRead++;
			const seenBefore = this.seen.size;
			await this.take(page);
			if (this.seen.size === seenBefore) break;
		}
		return last;
	}

	private async take(page: ListPage): Promise<void> {
		const news = page.records.filter((row) => !this.seen.has(idOf(row)));
		if (news.length < page.records.length) this.isDisturbed = true;
		for (const row of news) this.seen.set(idOf(row), row.UpdatedOn);
		for (const row of await this.request.accept(news)) this.accepted.push(row);
	}

	/** The first rows come once more in a larger page: that is no sign of a change. */
	private async takeAgain(page: ListPage): Promise<void> {
		const wasDisturbed = this.isDisturbed;
		await this.take(page);
		this.isDisturbed = wasDisturbed;
	}

	private wasReadWhole(last: ListPage): boolean {
		const isRepeated = last.records.length > 0 && this.isDisturbed;
		return (!last.hasNext || isRepeated) && this.accepted.length < this.limit;
	}

	private hasGaps(last: ListPage): boolean {
		return this.isDisturbed || this.seen.size < (last.total ?? 0);
	}

	/** Reads the table once more, by Id, where rows that are added come at the end. */
	private async readAgain(last: ListPage): Promise<NexudusRecord[]> {
		const byId: Sort = { field: fieldOf(this.records.type, 'Id'), direction: 'asc' };
		const { size } = last;
		let number = Math.max(1, Math.ceil((last.total ?? this.seen.size) / size));
		let page = await this.page(number, size, byId);
		while (page.hasNext) {
			const next = await this.page(++number, size, byId);
			if (isSamePage(next, page)) break;
			page = next;
		}
		const rows = await this.withEarlierPages(page, number, byId);
		return sortedRecords(rows, this.request.sort).slice(0, this.limit);
	}

	/**
	 * Reads once more the pages that the limit needed, in the order asked for: it decides which rows
	 * these are, and may differ from the one that the node would put them in.
	 */
	private async readPartAgain({ size }: ListPage): Promise<NexudusRecord[]> {
		const { sort } = this.request;
		const page = await this.page(this.pagesRead, size, sort);
		const rows = await this.withEarlierPages(page, this.pagesRead, sort);
		return rows.slice(0, this.limit);
	}

	/**
	 * Gives the accepted rows of a page and those before it, in order, and after them what else was
	 * accepted earlier. The last page is read first: rows that go move the others to pages that are
	 * still to be read.
	 */
	private async withEarlierPages(
		last: ListPage,
		number: number,
		sort: Sort,
	): Promise<NexudusRecord[]> {
		const accepted = new Map(this.accepted.map((row) => [idOf(row), row]));
		const ids: number[] = [];
		for (let page = last; ; page = await this.page(number, last.size, sort)) {
			await this.acceptNews(page, accepted);
			ids.unshift(...page.records.map(idOf));
			if (--number < 1) break;
		}
		const inOrder = new Set([...ids, ...accepted.keys()]);
		return [...inOrder].map((id) => accepted.get(id)).filter((row) => row !== undefined);
	}

	/** A row that has not changed since it was judged is not judged, or loaded in full, again. */
	private async acceptNews(page: ListPage, accepted: Map<number, NexudusRecord>): Promise<void> {
		const news = page.records.filter(
			(row) => !this.seen.has(idOf(row)) || this.seen.get(idOf(row)) !== row.UpdatedOn,
		);
		for (const row of await this.request.accept(news)) accepted.set(idOf(row), row);
	}
}

/** A server that gives the same page for ever has no end. */
function isSamePage(one: ListPage, other: ListPage): boolean {
	return one.records[0]?.Id === other.records[0]?.Id;
}

/**
 * Whether a row came or changed since a time by the server's clock: where one went for each that came,
 * the total does not tell. Stamps are compared as texts, since this runs for every row.
 */
function hasNews(page: ListPage, since: string): boolean {
	return page.records.some(({ UpdatedOn }) => typeof UpdatedOn === 'string' && UpdatedOn >= since);
}

function sorted(query: readonly QueryPair[], sort: Sort, dir: string): QueryPair[] {
	return [...query, ['orderBy', sort.field.property], ['dir', dir]];
}
