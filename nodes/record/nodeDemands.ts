import { isMissing } from './comparison';
import { customFieldCheck } from './customFields';
import type { Reading } from './conditions';
import { equalityCondition, isMet, rangeCondition } from './conditions';
import type { Demand } from './demand';
import type { Field, NexudusRecord, RecordType } from './field';
import { fieldOf, isRecord, lenderOf, parameterName } from './field';
import { fieldNamed } from './fieldNames';
import { listOf } from './lists';
import { matchedProperties } from './matchField';
import type {
	CustomFieldValue,
	DuplicatesBy,
	Emptiness,
	NodeFilter,
	TextInAny,
	UntilOrEmpty,
	WithoutDependants,
} from './nodeFilter';
import type { RowCondition } from './rowConditions';
import { anyOf, unasked } from './rowConditions';
import { quoted, trimmed, wellFormed } from './text';
import { comparableName, isNotSet, UnfitValue, unwrapped } from './values';

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
		case 'customField':
			return customField(type, filter, value, reading);
		case 'ofLinked': {
			const ofLinked = equalityCondition(filter.of, unwrapped(value), {
				...reading,
				prefix: filter.type,
			});
			return { queries: [], conditions: [], ofLinked };
		}
		case 'withoutDependants':
			return withoutDependants(filter, value);
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

/** Other names could not be told from the filter's own, or mean something in an address. */
const ASKED_BY_NAME = /^[\p{L}\p{Nd} _-]+$/u;

function customField(
	type: RecordType,
	{ property }: CustomFieldValue,
	value: unknown,
	{ prefix, textMatch }: Reading,
): Asked {
	const field = fieldOf(type, property);
	const [name, wanted] = [textOf('Name', value, 'name'), textOf('Value', value, 'value')];
	const holds = customFieldCheck(name, wanted, textMatch);
	const isMet = (record: NexudusRecord): boolean => holds(record[property]);
	if (!ASKED_BY_NAME.test(name)) {
		return { queries: [], conditions: [unasked({ fields: [field], isMet })] };
	}
	const mayHold = customFieldCheck(name, wanted, 'api');
	return {
		queries: [[[`${prefix}_${property}_${name}`, wanted]]],
		conditions: [{ fields: [field], isMet, mayCome: (record) => mayHold(record[property]) }],
	};
}

function textOf(label: string, value: unknown, part: string): string {
	const text = customFieldPart(value, part);
	if (typeof text === 'string') return wellFormed(trimmed(text));
	if (typeof text === 'number' || typeof text === 'boolean') return String(text);
	throw new UnfitValue(`needs a text as its '${label}'`);
}

/** Gives a part of what was filled in for a custom field: its name or its value. */
function customFieldPart(value: unknown, part: string): unknown {
	const entry = isRecord(value) && isRecord(value.field) ? value.field : value;
	return isRecord(entry) ? entry[part] : undefined;
}

/** Tells whether name or value of a custom field was left empty. */
export function isEmptyCustomField(value: unknown): boolean {
	return ['name', 'value'].some((part) => isNotSet(customFieldPart(value, part)));
}

function withoutDependants(filter: WithoutDependants, value: unknown): Asked {
	const { belongBy, advice, choices } = filter;
	const wanted = typeof value === 'string' ? comparableName(value) : undefined;
	const dependants = choices.find((choice) =>
		[choice.value, choice.label].some((name) => comparableName(name) === wanted),
	);
	if (dependants) {
		return { queries: [], conditions: [], lacking: { belongBy, advice, dependants } };
	}
	throw new UnfitValue(`must be one of: ${choices.map((choice) => choice.value).join(', ')}`);
}
