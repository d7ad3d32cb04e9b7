import { folded, isEmpty, order } from '../record/comparison';
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
		balance += Math.sign(order(field, foldedText(values[index]), foldedText(values[index - 1])));
	}
	if (balance === 0) return undefined;
	return balance > 0 ? 'asc' : 'desc';
}

function foldedText(value: unknown): unknown {
	return typeof value === 'string' ? folded(value) : value;
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
		const page = await ask(this.valueOf(sort.direction));
		if (this.isKnown || isWhole(page, sort.field)) return page;
		const seen = directionOf(page.records, sort.field);
		if (seen === sort.direction) return this.known(CURRENT, page);
		const other = seen ?? directionOf((await byId.probe(CURRENT.asc)).records, byId.field);
		if (other === undefined) return page;
		if (seen === undefined && other === 'asc') return this.known(CURRENT, page);
		const again = await ask(OLDER[sort.direction]);
		const isTurned = directionOf(again.records, sort.field) === sort.direction;
		return seen === undefined || isTurned ? this.known(OLDER, again) : page;
	}

	private known(convention: Convention, page: ListPage): ListPage {
		this.convention = convention;
		this.isKnown = true;
		return page;
	}
}

/** Whether the page is the whole list and its order makes no difference. */
function isWhole(page: ListPage, field: Field): boolean {
	return !page.hasNext && directionOf(page.records, field) === undefined;
}
