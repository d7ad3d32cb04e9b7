import { folded } from '../record/comparison';
import type { QueryPair } from '../record/conditions';
import type { NexudusRecord } from '../record/field';
import type { LookUp, Search } from '../recordTypes/lookUp';

/** One of the lists that a search reads one after the other, and which of its rows belong to it. */
export interface Stage {
	query: readonly QueryPair[];
	holds: (row: NexudusRecord) => boolean;
	/** The one record that is read by its number before the list is. */
	id?: number;
}

type Holds = (row: NexudusRecord) => boolean;

/** What a text asks of a property: the filter's value, and the check of a row. */
interface Asking {
	pair: QueryPair;
	holds: Holds;
}

const NUMBER = /^(?:contract )?#?\s*(\d{1,15})$/i;

/**
 * Gives the lists that make up a search, in their order. The API can't ask for "this or that", so
 * each searched property is a list of its own; a row that an earlier one holds is not repeated.
 */
export function stagesOf(lookUp: LookUp, text: string): Stage[] {
	const groups = lookUp.last ? [false, true] : [undefined];
	const byId = stageOfId(lookUp, text);
	const isById: Holds = (row) => byId?.holds(row) === true;
	const others = groups.flatMap((isLast) =>
		searchesOf(lookUp, text, isById).map((stage) => within(lookUp, stage, isLast)),
	);
	return byId ? [byId, ...others] : others;
}

/** A list's filter by Id stands in older documents only, so the row is checked as all others are. */
function stageOfId({ orderBy }: LookUp, text: string): Stage | undefined {
	const id = numberIn(text);
	if (id === undefined) return undefined;
	return {
		id,
		query: [
			['orderBy', orderBy],
			['Id', String(id)],
		],
		holds: (row) => Number(row.Id) === id,
	};
}

function numberIn(text: string): number | undefined {
	const [, digits] = NUMBER.exec(text) ?? [];
	return digits === undefined ? undefined : Number(digits);
}

function searchesOf(lookUp: LookUp, text: string, isById: Holds): Stage[] {
	const order: QueryPair = ['orderBy', lookUp.orderBy];
	if (text === '') return [{ query: [order], holds: () => true }];
	const earlier: Holds[] = [isById];
	return lookUp.searches.flatMap((search) => {
		const asking = askingOf(search, text);
		if (!asking) return [];
		const before = [...earlier];
		earlier.push(asking.holds);
		const holds: Holds = (row) => asking.holds(row) && !before.some((held) => held(row));
		return [{ query: [order, asking.pair], holds }];
	});
}

/** Undefined where the text can't be meant for the property. */
function askingOf({ property, filter, as = 'text' }: Search, text: string): Asking | undefined {
	const contains: Holds = (row) => folded(String(row[property] ?? '')).includes(folded(text));
	if (as === 'text') return { pair: [filter, text], holds: contains };
	if (as === 'email')
		return text.includes('@') ? { pair: [filter, text], holds: contains } : undefined;
	if (as === 'number') return numberAsking(property, filter, numberIn(text));
	if ('letters' in as) {
		return text.length === as.letters ? { pair: [filter, text], holds: contains } : undefined;
	}
	const named = as.findIndex((name) => folded(name).includes(folded(text)));
	return numberAsking(property, filter, named < 0 ? undefined : named);
}

function numberAsking(
	property: string,
	filter: string,
	value: number | undefined,
): Asking | undefined {
	if (value === undefined) return undefined;
	return { pair: [filter, String(value)], holds: (row) => Number(row[property]) === value };
}

function within({ last }: LookUp, stage: Stage, isLast: boolean | undefined): Stage {
	if (!last || isLast === undefined) return stage;
	return {
		query: [...stage.query, [last.filter, String(isLast)]],
		holds: (row) => stage.holds(row) && (row[last.property] === true) === isLast,
	};
}
