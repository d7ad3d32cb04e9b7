import type { Key } from './key';
import type { Row } from './row';
import { sortTexts } from './sortTexts';

/** The keys of one field by slot. */
export type Column = readonly Key[];

/** Rows sorted by a column, nulls first; rows of the same key stay in the order given. */
export function sortRows<R extends Row>(rows: readonly R[], column: Column): R[] {
	const nulls: R[] = [];
	const numbered = new Map<number, R[]>();
	const worded: R[] = [];
	const texts: string[] = [];
	for (const row of rows) {
		const key = column[row.slot];
		if (key === null) nulls.push(row);
		else if (typeof key === 'number') addTo(numbered, key, row);
		else {
			worded.push(row);
			texts.push(key);
		}
	}
	const numbers = Float64Array.from(numbered.keys()).sort();
	const byNumber = Array.from(numbers).flatMap((number) => numbered.get(number) ?? []);
	const byText = sortTexts([...worded.keys()], texts).map((position) => worded[position]);
	return nulls.concat(byNumber, byText);
}

function addTo<R>(groups: Map<number, R[]>, key: number, row: R): void {
	const group = groups.get(key);
	if (group) group.push(row);
	else groups.set(key, [row]);
}
