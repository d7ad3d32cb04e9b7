import { isEmpty } from './comparison';
import type { Condition, QueryPair, RangeEnd, Reading, TextMatch } from './conditions';
import { equalityCondition, isMet, rangeCondition } from './conditions';
import { parameterFailure } from './failure';
import type { Field, NexudusRecord, RecordType } from './field';
import { parameterName } from './field';
import { refuseTooLong } from './filterLength';
import { listOf } from './lists';
import { quoted } from './text';
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
	conditions: readonly Condition[];
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
	const known = new Map(filterParameters(type).map((parameter) => [parameter.name, parameter]));
	const dropped: string[] = [];
	const alternatives: Condition[][] = [];
	for (const [name, value] of Object.entries(filters)) {
		const parameter = known.get(name);
		if (!parameter) throw unknownFilter(name);
		if (!isEmptyFilter(parameter, value)) {
			alternatives.push(conditionsOf(type, parameter, value, reading));
		} else if (isDropped(name, reading.emptyFilters)) dropped.push(parameter.label);
		else throw emptyFilter(type, parameter.label, reading.emptyFilters);
	}
	const conditions = alternatives.map(anyOf);
	const asked = reading.severalValues === 'checkRows' ? alternatives.filter(isOne) : alternatives;
	const queries = queriesOf(asked);
	refuseTooLong(queries, conditions);
	return {
		queries,
		conditions: reading.severalValues === 'checkRows' ? conditions.map(unasked) : conditions,
		dropped,
	};
}

function isOne(alternatives: readonly Condition[]): boolean {
	return alternatives.length === 1;
}

/** What the API is not asked for, it may give. */
function unasked(condition: Condition): Condition {
	return condition.query.length > 0 ? condition : { ...condition, isUnasked: true };
}

/** Tells whether a filter was given no value, or nothing but blanks. */
export function isEmptyFilter({ field }: FilterParameter, value: unknown): boolean {
	if (isNotSet(value)) return true;
	return field.type === 'enumeration' && listOf(value).length === 0;
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

function conditionsOf(
	type: RecordType,
	parameter: FilterParameter,
	value: unknown,
	reading: FilterReading,
): Condition[] {
	const isChoice = parameter.field.type === 'enumeration';
	const values: unknown[] = isChoice ? listOf(value) : [unwrapped(value)];
	const read = { prefix: type.name, timeZone: reading.timeZone, textMatch: reading.textMatch };
	try {
		const conditions = values.map((one) =>
			parameter.compares === 'equal'
				? equalityOf(parameter.field, one, read)
				: rangeCondition(parameter.field, one, parameter.compares, read),
		);
		return withoutRepeats(conditions);
	} catch (error) {
		throw asFilterFailure(parameter.label, error);
	}
}

function equalityOf(field: Field, value: unknown, reading: Reading): Condition {
	try {
		return equalityCondition(field, value, reading);
	} catch (error) {
		throw naming(field, value, error);
	}
}

/** Of several choices, the message has to tell which one does not exist. */
function naming(field: Field, value: unknown, error: unknown): unknown {
	const isNamed = field.type === 'enumeration' && typeof value !== 'object';
	if (!(error instanceof UnfitValue) || !isNamed) return error;
	return new UnfitValue(`${error.message}, not ${quoted(String(value))}`);
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

function anyOf(alternatives: Condition[]): Condition {
	if (alternatives.length === 1) return alternatives[0];
	return {
		field: alternatives[0].field,
		query: [],
		holds: (value) => alternatives.some((alternative) => alternative.holds(value)),
		mayCome: (value) => alternatives.some((alternative) => alternative.mayCome?.(value)),
	};
}

function queriesOf(alternatives: Condition[][]): QueryPair[][] {
	let queries: QueryPair[][] = [[]];
	for (const conditions of alternatives) {
		queries = queries.flatMap((query) =>
			conditions.map((condition) => [...query, ...condition.query]),
		);
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

/** Tells whether a row meets every condition. */
export function meetsAll(conditions: readonly Condition[], record: NexudusRecord): boolean {
	return conditions.every((condition) => isMet(condition, record[condition.field.property]));
}

/** Tells whether the API may give a row by what it was asked, though it does not meet all. */
export function mayCome(conditions: readonly Condition[], record: NexudusRecord): boolean {
	return conditions.every((condition) => {
		const value = record[condition.field.property];
		if (condition.isUnasked || isMet(condition, value)) return true;
		return !isEmpty(value) && condition.mayCome?.(value) === true;
	});
}

/** Tells whether a condition can be checked on a full record only. */
export function needsFullRecords(conditions: readonly Condition[]): boolean {
	return conditions.some((condition) => condition.field.leftOutOfLists);
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
