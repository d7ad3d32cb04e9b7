import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { clearableFields, writableFields } from '../record/changes';
import type { Field, RecordType } from '../record/field';
import { fieldOf, parameterName } from '../record/field';
import { locator } from './locator';

/** What to know of a date and time that is given. */
export const ZONE_NOTE = "Without a time zone of its own it is in the workflow's time zone";

/** Gives a text with its first letter in upper case. */
export function capitalized(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Gives properties or options in the alphabetical order of what people see. */
export function alphabetical<Shown extends { displayName: string } | { name: string }>(
	shown: Shown[],
): Shown[] {
	const label = (one: Shown): string => ('displayName' in one ? one.displayName : one.name);
	return [...shown].sort((one, other) => label(one).localeCompare(label(other), 'en'));
}

/** They stand in the order of the API's numbers, which is that of their life. */
function choicesOf(field: Field): INodePropertyOptions[] {
	return (field.choices ?? []).map(({ value, label, note }) => ({
		name: label,
		value,
		...(note ? { description: note } : {}),
	}));
}

/** Gives the parameter that sets a field, for a top level or a collection. */
export function setParameter(field: Field): INodeProperties {
	return { ...control(field), description: settingDescription(field) };
}

/** Gives the required parameter on top that sets a property. */
export function topParameter(type: RecordType, property: string): INodeProperties {
	return { ...setParameter(fieldOf(type, property)), required: true };
}

function settingDescription(field: Field): string {
	const meaning = capitalized(field.meaning);
	if (field.type === 'instant') return `${meaning}. ${ZONE_NOTE}.`;
	if (field.type === 'calendarDate') return `${meaning}. Only the date counts, in any time zone.`;
	if (field.type === 'enumeration') return `${meaning}: ${wordsOf(field)}`;
	return meaning;
}

/** An agent's model reads no drop-down: the description tells it which words there are. */
export function wordsOf({ choices = [] }: Field): string {
	return choices.map(({ label }) => label).join(', ');
}

/** Gives the parameter that holds a field's value, without its description. */
export function control(field: Field): INodeProperties {
	const named = { displayName: field.label, name: parameterName(field.property) };
	switch (field.type) {
		case 'integer':
			return {
				...named,
				type: 'number',
				typeOptions: { numberPrecision: 0 },
				default: initialNumber(field),
			};
		case 'number':
			return {
				...named,
				type: 'number',
				typeOptions: { numberPrecision: 6 },
				default: initialNumber(field),
			};
		case 'boolean':
			return { ...named, type: 'boolean', default: field.initial === true };
		case 'enumeration':
			return {
				...named,
				type: 'options',
				options: choicesOf(field),
				default: initialNumber(field),
			};
		case 'reference':
			return locator(field);
		case 'calendarDate':
		case 'instant':
			return { ...named, type: 'dateTime', default: '' };
		default:
			return { ...named, type: 'string', default: '', ...textLook(field) };
	}
}

function initialNumber(field: Field): number {
	return typeof field.initial === 'number' ? field.initial : 0;
}

function textLook(field: Field): Partial<INodeProperties> {
	return {
		...(field.multiline ? { typeOptions: { rows: 4 } } : {}),
		...(field.placeholder ? { placeholder: field.placeholder } : {}),
	};
}

/** Gives the parameters that set the writable fields, less those named, in alphabetical order. */
export function setParameters(type: RecordType, except: readonly string[] = []): INodeProperties[] {
	const fields = writableFields(type).filter((field) => !except.includes(field.property));
	return alphabetical(fields.map(setParameter));
}

/** Gives the multi options of the fields that can be cleared, by property name. */
export function clearOptions(type: RecordType): INodePropertyOptions[] {
	return alphabetical(clearableFields(type).map(fieldOption));
}

/** Gives the multi options of all fields, by property name, in alphabetical order. */
export function fieldOptions(type: RecordType): INodePropertyOptions[] {
	return alphabetical(type.fields.map(fieldOption));
}

/** Gives the options of the fields that a list can be sorted by. */
export function sortOptions(type: RecordType): INodePropertyOptions[] {
	const sortable = type.fields.filter((field) => field.type !== 'asRead');
	return alphabetical(sortable.map(fieldOption));
}

function fieldOption(field: Field): INodePropertyOptions {
	return { name: field.label, value: field.property };
}
