import type { Assumptions } from '../assumptions';
import type { Field } from '../records/field';
import { atLeast, atMost, equalTo, type Test, type TestMaker } from './condition';

export interface Condition {
	readonly field: Field;
	readonly test: Test;
	/** Tells conditions apart: two of the same text pass the same rows. */
	readonly signature: string;
}

interface Filter {
	readonly field: Field;
	readonly makeTest: TestMaker;
}

/** The filters of an entity by their query names in lower case: .NET ignores their case. */
export type Filters = ReadonlyMap<string, Filter>;

/** All equality filters and ranges that a field table speaks of. */
export function filtersOf(entity: string, fields: readonly Field[]): Filters {
	return new Map(fields.flatMap((field) => filtersOfField(entity, field)));
}

function filtersOfField(entity: string, field: Field): Array<[string, Filter]> {
	const named: Array<[string, Filter]> = [];
	const add = (name: string, makeTest: TestMaker) =>
		named.push([name.toLowerCase(), { field, makeTest }]);

	if (field.filter) add(`${entity}_${field.filter}`, equalTo);
	if (field.range) {
		add(`from_${entity}_${field.property}`, atLeast);
		add(`to_${entity}_${field.property}`, atMost);
	}
	return named;
}

/**
 * What a query asks of the rows. Names that are unknown, values that are empty and values that
 * cannot be read ask nothing, and the list gets wider without a word (facts, section 5).
 */
export function conditionsOf(
	filters: Filters,
	query: ReadonlyArray<readonly [string, string]>,
	assumptions: Assumptions,
): Condition[] {
	const ignored = new Set(assumptions.ignoredFilters.map((name) => name.toLowerCase()));

	return query.flatMap(([givenName, text]) => {
		const name = givenName.toLowerCase();
		const filter = filters.get(name);
		if (!filter || text === '' || ignored.has(name)) return [];
		if (countsAsNoFilter(filter.field, text, assumptions)) return [];

		const test = filter.makeTest(filter.field, text, assumptions);
		return test ? [{ field: filter.field, test, signature: `${name}=${text}` }] : [];
	});
}

function countsAsNoFilter(field: Field, text: string, assumptions: Assumptions): boolean {
	if (assumptions.statusZeroFilter === 'filters') return false;
	return field.property === 'AmlCheckStatus' && Number(text) === 0;
}
