import type { INodeProperties } from 'n8n-workflow';
import type { Field, RecordType } from '../record/field';
import type { FilterParameter } from '../record/filters';
import { capitalized, control, ZONE_NOTE, wordsOf } from './fieldParameters';

/** Gives the parameter of a filter that the list endpoint has. */
export function filterControl(filter: FilterParameter, type: RecordType): INodeProperties {
	const { name, label, field } = filter;
	const look = filter.compares === 'equal' ? equalityControl(field) : control(field);
	return { ...look, displayName: label, name, description: filterDescription(filter, type) };
}

function equalityControl(field: Field): INodeProperties {
	if (field.type !== 'enumeration') return withoutLines(control(field));
	return { ...control(field), type: 'multiOptions', default: [] };
}

/** A filter is one line of text, however long the field is. */
function withoutLines(property: INodeProperties): INodeProperties {
	if (property.type !== 'string') return property;
	return { ...property, typeOptions: undefined };
}

const DAY_NOTE =
	'A day chosen in the calendar is its midnight; for the whole day give the date alone, such as 2026-05-17, as an expression';
const EXAMPLES = {
	equal: 'E.g. 2026-05-17 as an expression',
	from: 'E.g. {{ $now.minus({ days: 7 }) }}',
	to: 'E.g. {{ $now.minus({ months: 12 }) }}',
};

function filterDescription(filter: FilterParameter, type: RecordType): string {
	const { field, compares } = filter;
	if (field.type === 'boolean') return `Whether the ${field.meaning}`;
	const all = capitalized(type.nouns);
	if (field.type === 'text' || field.type === 'json') return textDescription(field, type);
	const condition = `${all} whose ${field.label} ${comparison(field, compares)}`;
	if (field.type !== 'instant') return condition;
	if (compares === 'to') return untilDescription(condition);
	const sentences = [EXAMPLES[compares], condition, ...(compares === 'equal' ? [DAY_NOTE] : [])];
	return `${[...sentences, ZONE_NOTE].join('. ')}.`;
}

/** Gives what to know of a filter that ends at a time; the condition is a sentence without its full stop. */
export function untilDescription(condition: string): string {
	return `${[EXAMPLES.to, condition, DAY_NOTE, ZONE_NOTE].join('. ')}.`;
}

/** What is shown in a field may be lent by a linked record, where this filter does not look. */
function textDescription(field: Field, { nouns, nodeFilters }: RecordType): string {
	const { property, label, filterNote } = field;
	const all = capitalized(nouns);
	if (filterNote) return `${all} with this text in ${label}. ${filterNote}`;
	const wider = nodeFilters.find(
		(filter) => filter.kind === 'textInAny' && filter.properties[0] === property,
	);
	if (!wider) return `${all} with this text in ${label}`;
	return `${all} with this text in their own ${label}. What is shown may be lent by a linked record: '${wider.label}' looks there too.`;
}

function comparison(field: Field, compares: FilterParameter['compares']): string {
	const { type } = field;
	const isTime = type === 'instant' || type === 'calendarDate';
	if (compares === 'from') return isTime ? 'is on or after this' : 'is at least this';
	if (compares === 'to') return isTime ? 'is on or before this' : 'is at most this';
	switch (type) {
		case 'enumeration':
			return `is one of these: ${wordsOf(field)}`;
		case 'instant':
			return 'lies on this day, or in this minute';
		case 'reference':
			return 'is this one';
		default:
			return 'is this';
	}
}
