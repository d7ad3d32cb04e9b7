import type { NodePropertyTypes } from 'n8n-workflow';
import { enumerations } from './enumerations';
import type { DocumentedValue, Meaning } from './value';

const REFERENCES: readonly Meaning[] = [
	'coworker contract',
	'coworker',
	'country',
	'location',
	'plan',
];

/** Gives the n8n type with which a documented value is set. */
export function settingType(value: DocumentedValue): NodePropertyTypes {
	if (value.means === 'date') return 'dateTime';
	if (enumerationOf(value)) return 'options';
	if (isReference(value)) return 'resourceLocator';
	return value.type === 'integer' ? 'number' : value.type;
}

/** Gives the n8n type with which a list is filtered by a documented value. */
export function filterType(value: DocumentedValue): NodePropertyTypes {
	return enumerationOf(value) ? 'multiOptions' : settingType(value);
}

/** Gives the numbers of the enumeration that a value belongs to. */
export function enumerationOf({ means }: DocumentedValue): number[] | undefined {
	if (means === undefined || !isEnumeration(means)) return undefined;
	return Object.keys(enumerations[means]).map(Number);
}

/** Whether a value is the number of another record. */
export function isReference({ means }: DocumentedValue): boolean {
	return means !== undefined && REFERENCES.includes(means);
}

/** Gives the node's name for a property: its first letter in lower case. */
export function parameterOf(property: string): string {
	return property.charAt(0).toLowerCase() + property.slice(1);
}

function isEnumeration(means: Meaning): means is keyof typeof enumerations {
	return means in enumerations;
}
