import type { Key } from './key';
import type { Row } from './row';
import { sortNumbers } from './sortNumbers';
import { sortTexts } from './sortTexts';

/** The keys of one field by slot. */
export type Column = readonly Key[];

/** Rows sorted by a column, nulls first; rows of the same key stay in the order given. */
export function sortRows<R extends Row>(rows: readonly R[], column: Column): R[] {
	const nulls: R[] = [];
	const numbered: R[] = [];
	const numbers: number[] = [];
	const worded: R[] = [];
	const texts: string[] = [];
	for (const row of rows) {
		const key = column[row.slot];
		if (key === null) {
			nulls.push(row);
		} else if (typeof key === 'number') {
			numbered.push(row);
			numbers.push(key);
		} else {
			worded.push(row);
			texts.push(key);
		}
	}
	const byNumber = sortNumbers(numbers).map((position) => numbered[position]);
	const byText = sortTexts([...worded.keys()], texts).map((position) => worded[position]);
	return nulls.concat(byNumber, byText);
}
