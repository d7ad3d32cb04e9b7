import type { Condition, QueryPair, RangeEnd, Reading, TextMatch } from './conditions';
import { equalityCondition, rangeCondition } from './conditions';
import type { Demand, Lacking } from './demand';
import { untold } from './demand';
import type { Sameness } from './duplicates';
import { parameterFailure } from './failure';
import type { Field, RecordType } from './field';
import { parameterName } from './field';
import { refuseTooLong } from './filterLength';
import { listOf } from './lists';
import { isEmptyCustomField, nodeDemand } from './nodeDemands';
import type { NodeFilter } from './nodeFilter';
import type { RowCondition } from './rowConditions';
import { anyOf, looksOnlyAt } from './rowConditions';
import { isNotSet, UnfitValue, unwrapped } from './values';

/** One filter of the list endpoint as a parameter: which field, and which way it compares. */
export interface FilterParameter {
	name: string;
	label: string;
	field: Field;
	compares: 'equal' | RangeEnd;
}

/** What a list is asked for. Every query is one list; their rows are put together. */
export interface Filtering {
	queries: ReadonlyArray<readonly QueryPair[]>;
	conditions: readonly RowCondition[];
	/** Which duplicates are wanted. All rows have to be seen then, whatever they have to meet. */
	sameness?: Sameness | undefined;
	/** What the records have to meet that the rows refer to. */
	ofLinked?: readonly Condition[] | undefined;
	/** What must not belong to the rows, all of it. */
	lacking?: readonly Lacking[] | undefined;
	/** What to tell people of the filters that they chose. */
	advice?: readonly string[] | undefined;
	/** Labels of the filters that came out empty and were dropped. */
	dropped: readonly string[];
}

/** How the values of filters are read. */
export interface FilterReading {
	timeZone: string;
	textMatch: TextMatch;
	emptyFilters: EmptyFilters;
	/**
	 * Whether several values of one filter are a list each, or one list that is asked without that
	 * filter and checked row by row.
	 */
	severalValues?: 'listEach' | 'checkRows';
}

/**
 * What becomes of filters that came out empty. In a tool call those that the model fills are dropped:
 * it has to fill all of them, and leaves empty what it does not use.
 */
export type EmptyFilters = 'refuse' | 'drop' | { droppedInToolCall: (name: string) => boolean };

/** Gives every filter that the list endpoint knows, from the field table. */
export function filterParameters(type: RecordType): FilterParameter[] {
	return type.fields.flatMap((field) => [
		...(field.filter ? [equality(field)] : []),
		...(field.range ? [rangeEnd(field, 'from', 'From'), rangeEnd(field, 'to', 'To')] : []),
	]);
}

function equality(field: Field): FilterParameter {
	return { name: parameterName(field.property), label: field.label, field, compares: 'equal' };
}

function rangeEnd(field: Field, end: RangeEnd, suffix: string): FilterParameter {
	return {
		name: parameterName(field.property) + suffix,
		label: `${field.label} ${suffix}`,
		field,
		compares: end,
	};
}

/**
 * Gives the queries to send and the conditions to check again on every row. Several values of one
 * enumeration become several queries, since the API takes one value a filter.
 * Throws a Failure that names the filter which is unknown, empty or holds an unfit value.
 */
export function filtering(
	type: RecordType,
	filters: Record<string, unknown>,
	reading: FilterReading,
): Filtering {
	const known = knownFilters(type);
	const dropped: string[] = [];
	const demands = new Map<string, Demand>();
	for (const [name, value] of Object.entries(filters)) {
		const parameter = known.get(name);
		if (!parameter) throw unknownFilter(name);
		if (!isEmptyFilter(parameter, value)) {
			demands.set(name, demandOf(type, parameter, value, reading));
		} else if (isDropped(name, reading.emptyFilters)) dropped.push(parameter.label);
		else throw emptyFilter(type, parameter.label, reading.emptyFilters);
	}
	const lacking = [...demands.values()].flatMap((demand) => demand.lacking ?? []);
	const advice = lacking
		.map((one) => one.advice)
		.filter(({ unlessFilteredBy }) => !unlessFilteredBy.some((name) => demands.has(name)))
		.map(({ hint }) => hint);
	return {
		...together([...demands.values()], reading),
		...(lacking.length > 0 ? { lacking, advice } : {}),
		dropped,
	};
}

function knownFilters(type: RecordType): Map<string, FilterParameter | NodeFilter> {
	const all = [...filterParameters(type), ...type.nodeFilters];
	return new Map(all.map((parameter) => [parameter.name, parameter]));
}

function together(
	demands: readonly Demand[],
	{ severalValues }: FilterReading,
): Omit<Filtering, 'lacking' | 'advice' | 'dropped'> {
	const sameness = demands.find((demand) => demand.sameness)?.sameness;
	const told = demands.map((demand) => {
		if (sameness && !isAbout(sameness.sameIn, demand)) return untold(demand);
		return severalValues === 'checkRows' && demand.queries.length > 1 ? untold(demand) : demand;
	});
	const queries = queriesOf(told.filter((demand) => demand.queries.length > 0));
	refuseTooLong(queries, told);
	const ofLinked = told.flatMap((demand) => demand.ofLinked ?? []);
	return {
		queries,
		conditions: told.flatMap(({ conditions }) => conditions),
		sameness,
		...(ofLinked.length > 0 ? { ofLinked } : {}),
	};
}

function isAbout(field: Field, { conditions }: Demand): boolean {
	return conditions.every((condition) => looksOnlyAt(condition, field));
}

/** Tells whether a filter was given no value, or nothing but blanks. */
export function isEmptyFilter(filter: FilterParameter | NodeFilter, value: unknown): boolean {
	if (!('field' in filter) && filter.kind === 'customField') return isEmptyCustomField(value);
	return isNotSet(value) || (takesList(filter) && listOf(value).length === 0);
}

function takesList(filter: FilterParameter | NodeFilter): boolean {
	if ('field' in filter) return filter.field.type === 'enumeration';
	return filter.kind === 'empty' || filter.kind === 'filled';
}

function unknownFilter(name: string) {
	return parameterFailure(
		name,
		"in 'Filters' is not a filter that Nexudus has",
		"Remove it, or choose a filter from the list under 'Filters'.",
	);
}

function isDropped(name: string, emptyFilters: EmptyFilters): boolean {
	if (typeof emptyFilters === 'string') return emptyFilters === 'drop';
	return emptyFilters.droppedInToolCall(name);
}

function emptyFilter({ noun }: RecordType, label: string, emptyFilters: EmptyFilters) {
	const danger = `An empty filter would list every ${noun}.`;
	const advice = "Give it a value, remove it, or turn on 'Ignore Empty Filters' under 'Options'.";
	const whose =
		'The workflow fills this filter, not the model: calling again will not help, so tell the user.';
	return parameterFailure(
		label,
		"in 'Filters' is empty",
		[danger, ...(typeof emptyFilters === 'string' ? [] : [whose]), advice].join(' '),
	);
}

function demandOf(
	type: RecordType,
	filter: FilterParameter | NodeFilter,
	value: unknown,
	{ timeZone, textMatch }: FilterReading,
): Demand {
	const { label } = filter;
	const reading = { prefix: type.name, timeZone, textMatch };
	try {
		if (!('field' in filter)) return { label, ...nodeDemand(type, filter, value, reading) };
		const alternatives = alternativesOf(filter, value, reading);
		return {
			label,
			queries: alternatives.map(({ query }) => query),
			conditions: [anyOf(alternatives)],
		};
	} catch (error) {
		throw asFilterFailure(label, error);
	}
}

function alternativesOf(
	{ field, compares }: FilterParameter,
	value: unknown,
	reading: Reading,
): Condition[] {
	const values: unknown[] = field.type === 'enumeration' ? listOf(value) : [unwrapped(value)];
	const conditions = values.map((one) =>
		compares === 'equal'
			? equalityCondition(field, one, reading)
			: rangeCondition(field, one, compares, reading),
	);
	return withoutRepeats(conditions);
}

function asFilterFailure(label: string, error: unknown): unknown {
	if (!(error instanceof UnfitValue)) return error;
	return parameterFailure(
		label,
		`in 'Filters' ${error.message}`,
		'Nothing was asked of Nexudus. Correct the value and run the node again.',
	);
}

function withoutRepeats(conditions: Condition[]): Condition[] {
	const byQuery = new Map(conditions.map((condition) => [String(condition.query), condition]));
	return [...byQuery.values()];
}

function queriesOf(demands: readonly Demand[]): QueryPair[][] {
	let queries: QueryPair[][] = [[]];
	for (const demand of demands) {
		queries = queries.flatMap((query) => demand.queries.map((asked) => [...query, ...asked]));
	}
	return queries.map(tightened);
}

/** Two filters may ask for the same end of a range; the narrower one says all of it. */
function tightened(query: QueryPair[]): QueryPair[] {
	const narrowest = new Map<string, string>();
	for (const [name, value] of query) {
		const other = narrowest.get(name);
		if (other === undefined || isNarrower(name, value, other)) narrowest.set(name, value);
	}
	return [...narrowest];
}

function isNarrower(name: string, value: string, other: string): boolean {
	return name.startsWith('to_') ? value < other : value > other;
}

/**
 * Gives how several values of one filter are asked for. Lists that are cut at a limit can be put
 * together only in an order that the node knows as well: how texts are ordered, only the server knows.
 */
export function severalValuesOf(
	sort: { field: Field },
	limit: number | undefined,
): 'listEach' | 'checkRows' {
	const isText = sort.field.type === 'text' || sort.field.type === 'json';
	return isText && limit !== undefined ? 'checkRows' : 'listEach';
}
