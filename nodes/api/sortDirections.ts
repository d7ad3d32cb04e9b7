import { isEmpty, isSameValue, order } from '../record/comparison';
import { Failure } from '../record/failure';
import type { Field, NexudusRecord } from '../record/field';
import type { ListPage } from './records';

/** A server gave the wrong order whatever it was asked for. */
export class WrongOrder extends Failure {
	constructor(
		{ label }: Field,
		/** The page as it came. */
		readonly page: ListPage,
	) {
		super(`Nexudus did not sort by '${label}' as it was asked to`, {
			description:
				'Its rows ran the wrong way under both of the directions that its documents give, so they may be the wrong ones. Nothing was given out. Sort by another field, or leave the sort out.',
		});
	}
}

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

/** The value of `dir` that both documents know, and that they give opposite meanings. */
const DECISIVE = '1';

/** Gives which way rows run by a field; undefined where they don't tell, or don't agree. */
export function directionOf(rows: readonly NexudusRecord[], field: Field): Direction | undefined {
	const values = rows.map((row) => row[field.property]).filter((value) => !isEmpty(value));
	const steps = values
		.slice(1)
		.map((value, index) => Math.sign(certainOrder(field, value, values[index])));
	const [rises, falls] = [steps.includes(1), steps.includes(-1)];
	if (rises === falls) return undefined;
	return rises ? 'asc' : 'desc';
}

/** How texts are ordered differs between servers: what runs by one tells less than a number. */
function isText({ type }: Field): boolean {
	return type === 'text' || type === 'json';
}

function certainOrder(field: Field, one: unknown, other: unknown): number {
	if (!isText(field)) return order(field, one, other);
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
 * contradict each other, so the rows decide. Only the number 1 tells: it is descending in one
 * document and ascending in the other, while a server of the older document may take the number 0,
 * which it does not know, for any order.
 */
export class SortDirections {
	private convention = CURRENT;

	private isKnown = false;

	private probing: Promise<Convention | undefined> | undefined;

	/** Gives the value of `dir` for a direction, as far as it is known. */
	valueOf(direction: Direction): string {
		return this.convention[direction];
	}

	/**
	 * Gives the first page in the order that was asked for. `probe` asks for two rows by Id, and
	 * is called only where the page's rows don't tell which way they run. Throws a Failure; WrongOrder
	 * where the server gives the wrong order whatever it is asked for.
	 */
	async firstPage(
		sort: Sort,
		ask: AskFirstPage,
		byId: { field: Field; probe: AskFirstPage },
	): Promise<ListPage> {
		const { direction, field } = sort;
		const asked = this.convention;
		const page = await ask(asked[direction]);
		if (isWhole(page, field)) return page;
		const seen = directionOf(page.records, field);
		if (seen === direction) {
			this.note(asked[direction], direction);
			return page;
		}
		const isSettled = this.isKnown && isText(field);
		if (seen && !isSettled) return await this.turned(sort, asked, ask);
		const convention = this.isKnown ? this.convention : await this.probed(byId);
		if (!convention || convention === asked) return page;
		const again = await ask(convention[direction]);
		return isText(field) ? again : inOrder(again, sort);
	}

	/**
	 * The page ran the wrong way, so the other document's number is the right one: for the pages that
	 * follow too, even where the rows of this one are all alike.
	 */
	private async turned(sort: Sort, asked: Convention, ask: AskFirstPage): Promise<ListPage> {
		const other = asked === CURRENT ? OLDER : CURRENT;
		const value = other[sort.direction];
		const page = inOrder(await ask(value), sort);
		this.convention = other;
		this.note(asked[sort.direction], opposite(sort.direction));
		this.note(value, directionOf(page.records, sort.field));
		return page;
	}

	/** Several lists that start at the same time need one probe. */
	private async probed(byId: {
		field: Field;
		probe: AskFirstPage;
	}): Promise<Convention | undefined> {
		this.probing ??= byId
			.probe(DECISIVE)
			.then(({ records }) => this.note(DECISIVE, directionOf(records, byId.field)))
			.finally(() => (this.probing = undefined));
		return await this.probing;
	}

	/** Notes which way rows ran for a value of `dir`, where that tells the convention. */
	private note(value: string, seen: Direction | undefined): Convention | undefined {
		if (value !== DECISIVE || seen === undefined) return undefined;
		this.convention = seen === 'desc' ? CURRENT : OLDER;
		this.isKnown = true;
		return this.convention;
	}
}

function opposite(direction: Direction): Direction {
	return direction === 'asc' ? 'desc' : 'asc';
}

/** A page that runs the wrong way holds the wrong rows. */
function inOrder(page: ListPage, { field, direction }: Sort): ListPage {
	if (directionOf(page.records, field) !== opposite(direction)) return page;
	throw new WrongOrder(field, page);
}

/** Whether the page is the whole list and its order makes no difference. */
function isWhole({ records, hasNext }: ListPage, field: Field): boolean {
	const { property } = field;
	return (
		!hasNext && records.every((row) => isSameValue(field, row[property], records[0][property]))
	);
}
