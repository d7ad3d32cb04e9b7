import type { ListPage } from '../api/records';

const MOST_AHEAD = 4;

/** Asks for one page; pages count from 1. */
export type AskPage = (page: number) => Promise<ListPage>;

/**
 * Gives the pages after the first, in order, while at most four are under way. `wanted` tells how
 * many further pages are certain to be needed; no other is asked for. A list whose first page does
 * not tell its length is followed page by page.
 */
export async function* furtherPages(
	first: ListPage,
	ask: AskPage,
	wanted: () => number,
): AsyncGenerator<ListPage> {
	const underWay: Array<Promise<ListPage>> = [];
	const lastPage = first.total === undefined ? 2 : Math.ceil(first.total / first.size);
	let next = 2;
	let current = first;
	while (current.hasNext || underWay.length > 0) {
		while (underWay.length < Math.min(MOST_AHEAD, wanted()) && next <= Math.max(lastPage, 2)) {
			underWay.push(observed(ask(next++)));
		}
		if (underWay.length === 0 && wanted() > 0) underWay.push(observed(ask(next++)));
		const page = underWay.shift();
		if (!page) return;
		current = await page;
		yield current;
	}
}

/** A page that nobody waits for any more must not fail the process. */
function observed(page: Promise<ListPage>): Promise<ListPage> {
	page.catch(() => undefined);
	return page;
}
