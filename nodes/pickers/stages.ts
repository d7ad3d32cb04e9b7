import { folded } from '../record/comparison';
import type { QueryPair } from '../record/conditions';
import type { NexudusRecord } from '../record/field';
import type { LookUp } from '../recordTypes/lookUps';

/** One of the lists that a search reads one after the other, and which of its rows belong to it. */
export interface Stage {
	query: readonly QueryPair[];
	holds: (row: NexudusRecord) => boolean;
}

/**
 * Gives the lists that make up a search, in their order. The API can't ask for "this or that", so
 * each searched property is a list of its own; a row that an earlier one holds is not repeated.
 */
export function stagesOf(lookUp: LookUp, text: string): Stage[] {
	const groups = lookUp.last ? [false, true] : [undefined];
	return groups.flatMap((isLast) =>
		searchesOf(lookUp, text).map((stage) => within(lookUp, stage, isLast)),
	);
}

function searchesOf(lookUp: LookUp, text: string): Stage[] {
	const order: QueryPair = ['orderBy', lookUp.orderBy];
	if (text === '') return [{ query: [order], holds: () => true }];
	const wanted = folded(text);
	const finds = (property: string) => (row: NexudusRecord) =>
		folded(String(row[property] ?? '')).includes(wanted);
	return lookUp.searches.map(({ property, filter }, index) => {
		const earlier = lookUp.searches.slice(0, index).map((search) => finds(search.property));
		return {
			query: [order, [filter, text]],
			holds: (row) => finds(property)(row) && !earlier.some((isFound) => isFound(row)),
		};
	});
}

function within({ last }: LookUp, stage: Stage, isLast: boolean | undefined): Stage {
	if (!last || isLast === undefined) return stage;
	return {
		query: [...stage.query, [last.filter, String(isLast)]],
		holds: (row) => stage.holds(row) && (row[last.property] === true) === isLast,
	};
}
