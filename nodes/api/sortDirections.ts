import { isEmpty, isSameValue, order } from '../record/comparison';
import type { Field, NexudusRecord } from '../record/field';
import type { ListPage } from './records';

/** Which way a list runs. */
export type Direction = 'asc' | 'desc';

/** The property that a list is sorted by, and which way. */
export interface Sort {
	field: Field;
	direction: Direction;
}

type Convention = Record<Direction, string>;

/** Document "Search ContractContacts", current. */
const CURRENT: Convention = { asc: '0', desc: '1' };
/** The same document, older. */
const OLDER: Convention = { asc: '1', desc: '-1' };

/** Gives which way rows run by a field; undefined where they don't tell. */
export function directionOf(rows: readonly NexudusRecord[], field: Field): Direction | undefined {
	const values = rows.map((row) => row[field.property]).filter((value) => !isEmpty(value));
	let balance = 0;
	for (let index = 1; index < values.length; index++) {
		balance += Math.sign(certainOrder(field, values[index], values[index - 1]));
	}
	if (balance === 0) return undefined;
	return balance > 0 ? 'asc' : 'desc';
}

function certainOrder(field: Field, one: unknown, other: unknown): number {
	if (field.type !== 'text' && field.type !== 'json') return order(field, one, other);
	return certainTextOrder(String(one).toLowerCase(), String(other).toLowerCase());
}

const PLAIN = /^[a-z0-9]$/;

/** Servers place accents and signs each in their own way: texts that differ in one tell nothing. */
function certainTextOrder(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	const [left, right] = [one.charAt(at), other.charAt(at)];
	if (!PLAIN.test(left) || !PLAIN.test(right)) return 0;
	return left < right ? -1 : 1;
}

/** Asks for the first page of a list with this value of the query parameter `dir`. */
export type AskFirstPage = (dir: string) => Promise<ListPage>;

/**
 * Finds out, once an execution, how this server numbers the sort directions: the documents
 * contradict each other, so the rows decide.
 */
export class SortDirections {
	private convention = CURRENT;

	private isKnown = false;

	/** Gives the value of `dir` for a direction, as far as it is known. */
	valueOf(direction: Direction): string {
		return this.convention[direction];
	}

	/**
	 * Gives the first page in the order that was asked for. `probe` asks for two rows by Id, and
	 * is called only where the page's rows don't tell which way they run.
	 */
	async firstPage(
		sort: Sort,
		ask: AskFirstPage,
		byId: { field: Field; probe: AskFirstPage },
	): Promise<ListPage> {
		const asked = this.valueOf(sort.direction);
		const page = await ask(asked);
		if (isWhole(page, sort.field)) return page;
		if (!this.isKnown) return await this.judged(page, sort, ask, byId);
		const settled = this.valueOf(sort.direction);
		return settled === asked ? page : await ask(settled);
	}

	/** Gives the page that was asked for with the current numbers, or the one with the older. */
	private async judged(
		page: ListPage,
		sort: Sort,
		ask: AskFirstPage,
		byId: { field: Field; probe: AskFirstPage },
	): Promise<ListPage> {
		const seen = directionOf(page.records, sort.field);
		if (seen === sort.direction) return this.known(CURRENT, page);
		const again = seen && (await ask(OLDER[sort.direction]));
		const turned = again && directionOf(again.records, sort.field);
		if (again && turned === sort.direction) return this.known(OLDER, again);
		if (turned) return page;
		const probe = await byId.probe(CURRENT.asc);
		const way = directionOf(probe.records, byId.field);
		if (way === undefined) return page;
		if (way === 'asc') return this.known(CURRENT, page);
		return this.known(OLDER, again ?? (await ask(OLDER[sort.direction])));
	}

	private known(convention: Convention, page: ListPage): ListPage {
		this.convention = convention;
		this.isKnown = true;
		return page;
	}
}

/** Whether the page is the whole list and its order makes no difference. */
function isWhole({ records, hasNext }: ListPage, field: Field): boolean {
	const { property } = field;
	return (
		!hasNext && records.every((row) => isSameValue(field, row[property], records[0][property]))
	);
}
