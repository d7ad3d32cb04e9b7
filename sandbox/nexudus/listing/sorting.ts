import type { Assumptions } from '../assumptions';
import type { Field } from '../records/field';
import type { ListQuery } from './listQuery';

export interface Sorting {
	readonly field: Field;
	readonly way: 'ascending' | 'descending';
	/** What the answer gives as CurrentSortDirection. */
	readonly direction: number;
}

const NUMBERS: Record<Assumptions['sortDirection'], { ascending: number; descending: number }> = {
	zeroOne: { ascending: 0, descending: 1 },
	oneMinusOne: { ascending: 1, descending: -1 },
	words: { ascending: 0, descending: 1 },
};

/** How a list is sorted: by Id ascending where the query names no property that exists. */
export function sortingOf(
	fields: readonly Field[],
	query: ListQuery,
	assumptions: Assumptions,
): Sorting {
	const numbers = NUMBERS[assumptions.sortDirection];
	const field = fieldNamed(fields, query.last('orderBy'));
	if (!field) {
		return { field: idField(fields), way: 'ascending', direction: numbers.ascending };
	}

	const asked = query.last('dir') ?? 'ascending';
	const way = wayAsked(asked.toLowerCase(), assumptions.sortDirection);
	return { field, way, direction: directionTold(asked, numbers[way], assumptions) };
}

/** A number comes back as it was sent, where numbers count for something. */
function directionTold(asked: string, taken: number, { sortDirection }: Assumptions): number {
	return sortDirection === 'words' || Number.isNaN(Number(asked)) ? taken : Number(asked);
}

/** The words bind in every era: the server's type is .NET's ListSortDirection (facts, section 4). */
function wayAsked(asked: string, numbers: Assumptions['sortDirection']): Sorting['way'] {
	if (asked === 'ascending' || asked === 'descending') return asked;
	if (numbers === 'words') return 'ascending';
	if (numbers === 'zeroOne') return asked === '1' ? 'descending' : 'ascending';
	return asked === '1' ? 'ascending' : 'descending';
}

function fieldNamed(fields: readonly Field[], name: string | undefined): Field | undefined {
	const wanted = name?.toLowerCase();
	return fields.find((field) => field.property.toLowerCase() === wanted);
}

function idField(fields: readonly Field[]): Field {
	const field = fieldNamed(fields, 'Id');
	if (!field) throw new Error('Every entity has an Id');
	return field;
}
