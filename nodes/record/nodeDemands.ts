import { isMissing } from './comparison';
import type { Reading } from './conditions';
import { equalityCondition, isMet, rangeCondition } from './conditions';
import type { Demand } from './demand';
import type { Field, RecordType } from './field';
import { fieldOf, lenderOf, parameterName } from './field';
import { fieldNamed } from './fieldNames';
import { listOf } from './lists';
import { matchedProperties } from './matchField';
import type { DuplicatesBy, Emptiness, NodeFilter, TextInAny, UntilOrEmpty } from './nodeFilter';
import type { RowCondition } from './rowConditions';
import { anyOf, unasked } from './rowConditions';
import { quoted } from './text';
import { comparableName, UnfitValue, unwrapped } from './values';

type Asked = Omit<Demand, 'label'>;

/** Gives what a filter that the API does not have asks for. Throws UnfitValue. */
export function nodeDemand(
	type: RecordType,
	filter: NodeFilter,
	value: unknown,
	reading: Reading,
): Asked {
	switch (filter.kind) {
		case 'textInAny':
			return textInAny(type, filter, value, reading);
		case 'empty':
		case 'filled':
			return emptiness(type, filter, value);
		case 'untilOrEmpty':
			return untilOrEmpty(type, filter, value, reading);
		case 'duplicates':
			return duplicates(type, filter, value);
	}
}

function textInAny(
	type: RecordType,
	{ properties }: TextInAny,
	value: unknown,
	reading: Reading,
): Asked {
	const alternatives = properties.map((property) =>
		equalityCondition(fieldOf(type, property), unwrapped(value), reading),
	);
	return { queries: alternatives.map(({ query }) => query), conditions: [anyOf(alternatives)] };
}

/** Each property is a condition of its own: what list rows tell is judged before others are loaded. */
function emptiness(type: RecordType, { kind }: Emptiness, value: unknown): Asked {
	const fields = [...new Set(listOf(value).map((name) => fieldWithName(type, name)))];
	return { queries: [], conditions: fields.map((field) => emptinessOf(type, field, kind)) };
}

function emptinessOf(type: RecordType, field: Field, kind: Emptiness['kind']): RowCondition {
	const lender = lenderOf(type, field.property);
	const fields = lender ? [field, fieldOf(type, lender)] : [field];
	const isEmptyWanted = kind === 'empty';
	return unasked({
		fields,
		isMet: (record) =>
			fields.every((one) => isMissing(one, record[one.property])) === isEmptyWanted,
	});
}

function fieldWithName(type: RecordType, name: unknown): Field {
	const field = fieldNamed(type, name);
	if (field) return field;
	throw new UnfitValue(`names a field that does not exist: ${quoted(String(name))}`);
}

/** The API has no filter for what is empty, so it is not asked for the rest either. */
function untilOrEmpty(
	type: RecordType,
	{ property }: UntilOrEmpty,
	value: unknown,
	reading: Reading,
): Asked {
	const field = fieldOf(type, property);
	const until = rangeCondition(field, unwrapped(value), 'to', reading);
	const condition = unasked({
		fields: [field],
		isMet: (record) => isMissing(field, record[property]) || isMet(until, record[property]),
	});
	return { queries: [], conditions: [condition] };
}

function duplicates(type: RecordType, { sameIn, by }: DuplicatesBy, value: unknown): Asked {
	const wanted = typeof value === 'string' ? comparableName(value) : undefined;
	const chosen = by.find(({ property }) =>
		[property, fieldOf(type, property).label].some((name) => comparableName(name) === wanted),
	);
	if (!chosen) {
		const names = by.map(({ property }) => parameterName(property)).join(', ');
		throw new UnfitValue(`must be one of: ${names}`);
	}
	const fields = matchedProperties(chosen).map((property) => fieldOf(type, property));
	return {
		queries: [],
		conditions: [],
		sameness: { sameIn: fieldOf(type, sameIn), fields, isEmail: chosen.isEmail },
	};
}
