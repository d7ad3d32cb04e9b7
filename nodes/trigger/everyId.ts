import type { ListPage } from '../api/records';
import type { Direction } from '../api/sortDirections';
import { WrongOrder } from '../api/sortDirections';
import { furtherPages } from '../reading/paging';
import { asFailure, Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import type { QueryPair } from '../record/conditions';
import type { Reading } from './columns';

const PAGE_SIZE = 1000;
/** As many new records as this come out of one request. */
const NEWEST_PAGE_SIZE = 100;

/** What the first page tells, newest Ids first. */
export interface NewestIds {
	ids: number[];
	/** Records in all pages; undefined where the answer doesn't say, or contradicts itself. */
	total: number | undefined;
	/** No Id above this one is missing from the page; undefined where the order is unknown. */
	completeFrom: number | undefined;
}

/** The Ids of all records. */
export interface EveryId {
	ids: Set<number>;
	/** Whether it shows all records as they were in one moment. */
	isOfOneMoment: boolean;
}

/** Gives the newest Ids in one request. Throws a Failure. */
export async function newestIds(reading: Reading): Promise<NewestIds> {
	const [page, isInOrder] = await newestPage(reading);
	const ids = page.records.map(idOf);
	const isContradictory = !page.hasNext && page.total !== ids.length;
	const total = isContradictory ? undefined : page.total;
	const completeFrom = page.hasNext ? Math.min(...ids) : 0;
	return { ids, total, completeFrom: isInOrder ? completeFrom : undefined };
}

/** A server that knows no descending order gives a page all the same, with the total. */
async function newestPage(reading: Reading): Promise<[page: ListPage, isInOrder: boolean]> {
	try {
		return [await firstPage(reading, 'desc', NEWEST_PAGE_SIZE), true];
	} catch (error) {
		const failure = asFailure(error);
		if (failure instanceof WrongOrder) return [failure.page, false];
		throw failure;
	}
}

/**
 * Gives the Ids of all records, 1,000 a request. Where a record went while the pages were read, one
 * that is there may have slipped through between two of them; the totals tell of it, or an Id that
 * was not expected: one that came at the same time. Throws a Failure, also where there are fewer or
 * more records than Nexudus says.
 */
export async function everyId(
	reading: Reading,
	isExpected: (id: number) => boolean,
): Promise<EveryId> {
	const first = await firstPage(reading, 'asc', PAGE_SIZE);
	const ids = new Set(first.records.map(idOf));
	const pages = [first];
	const ask = async (number: number): Promise<ListPage> =>
		await furtherPage(reading, number, first.size);
	for await (const page of furtherPages(first, ask, () => Number.POSITIVE_INFINITY)) {
		pages.push(page);
		const before = ids.size;
		for (const row of page.records) ids.add(idOf(row));
		if (ids.size === before) break;
	}
	assureWhole(reading.records.type, ids.size, pages);
	const isSteady = pages.every(({ total }) => total === first.total) && [...ids].every(isExpected);
	return { ids, isOfOneMoment: pages.length === 1 || isSteady };
}

async function firstPage(
	{ records, directions, persistence }: Reading,
	direction: Direction,
	size: number,
): Promise<ListPage> {
	const field = fieldOf(records.type, 'Id');
	const ask = async (dir: string, most: number): Promise<ListPage> =>
		await records.page(byId(dir), 1, most, persistence);
	return await directions.firstPage({ field, direction }, async (dir) => await ask(dir, size), {
		field,
		probe: async (dir) => await ask(dir, 2),
	});
}

async function furtherPage(
	{ records, directions, persistence }: Reading,
	number: number,
	size: number,
): Promise<ListPage> {
	try {
		return await records.page(byId(directions.valueOf('asc')), number, size, persistence);
	} catch (error) {
		const failure = asFailure(error);
		throw failure.details.status === 403 ? refusedPage(records.type, number) : failure;
	}
}

/** Servers that give so many pages only refuse the next one as if a role were missing. */
function refusedPage({ labelPlural, nouns }: RecordType, number: number): Failure {
	return new Failure(`Nexudus refused page ${number} of its ${labelPlural}`, {
		description: `It gave the pages before, so no role is missing. Without all ${nouns} the trigger can't tell which are gone. The next poll tries again; if it stays, ask Nexudus support how many pages a list may have.`,
		status: 403,
		cause: 'temporarily-unavailable',
	});
}

function byId(dir: string): QueryPair[] {
	return [
		['orderBy', 'Id'],
		['dir', dir],
	];
}

/** While records come and go, each page may tell another total: the number lies among them. */
function assureWhole(
	{ labelPlural, nouns }: RecordType,
	count: number,
	pages: readonly ListPage[],
): void {
	const totals = pages.flatMap(({ total }) => (total === undefined ? [] : [total]));
	if (totals.length === 0) return;
	const [least, most] = [Math.min(...totals), Math.max(...totals)];
	if (count >= least && count <= most) return;
	throw new Failure(
		`Nexudus says that it has ${count < least ? least : most} ${labelPlural}, but listed ${count}`,
		{
			description: `Nothing came out: from such a list nobody can tell which ${nouns} are gone. The next poll tries again; if it stays, ask Nexudus support.`,
			cause: 'temporarily-unavailable',
		},
	);
}
