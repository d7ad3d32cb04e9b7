import { parameterFailure } from './failure';
import type { Changes, Field, RecordType } from './field';
import { parameterName } from './field';
import { fieldNamed } from './fieldNames';
import { isBlank, quoted } from './text';
import { fieldValue, isNotSet, UnfitValue, unwrapped } from './values';

/** How empty values in a collection are taken: left alone, or as a wish to clear. */
export type EmptyValues = 'ignore' | 'clear';

/** What a person asked to be set and cleared. */
export interface WantedChanges {
	/** Parameter names to values. */
	values: Record<string, unknown>;
	/** Names of the properties to clear. */
	clear: readonly unknown[];
	emptyValues: EmptyValues;
	/** The label of the collection that holds the values, for messages. */
	collection: string;
	timeZone: string;
	/** Properties that can be set elsewhere and have no place in the collection. */
	except?: readonly string[];
}

/** Gives the fields that can be set, in the order of the table. */
export function writableFields(type: RecordType): Field[] {
	return type.fields.filter((field) => field.writable);
}

/** Gives the fields that can be cleared: those that can be set and are not required. */
export function clearableFields(type: RecordType): Field[] {
	return type.fields.filter((field) => field.writable === 'optional');
}

/**
 * Gives what to set and clear, by property. Throws a Failure that names the parameter which is
 * unknown, unfit, required but empty, or both set and cleared.
 */
export function wantedChanges(type: RecordType, wanted: WantedChanges): Changes {
	const changes: Changes = {};
	for (const field of fieldsOf(type, wanted)) {
		const value = wanted.values[parameterName(field.property)];
		if (!isNotSet(value)) changes[field.property] = setValue(field, value, wanted);
		else if (asksToClear(value, wanted.emptyValues)) changes[field.property] = cleared(field);
	}
	for (const property of wanted.clear) {
		const field = clearedField(type, property);
		if (changes[field.property] !== undefined && changes[field.property] !== null) {
			throw setAndCleared(field, wanted.collection);
		}
		changes[field.property] = null;
	}
	return changes;
}

function fieldsOf(type: RecordType, wanted: WantedChanges): Field[] {
	const writable = new Map(
		writableFields(type)
			.filter((field) => !wanted.except?.includes(field.property))
			.map((field) => [parameterName(field.property), field]),
	);
	return Object.keys(wanted.values).map((name) => {
		const field = writable.get(name);
		if (field) return field;
		throw parameterFailure(
			name,
			`in '${wanted.collection}' is not a field that can be set`,
			`Remove it, or choose a field from the list under '${wanted.collection}'.`,
		);
	});
}

function setValue(field: Field, value: unknown, wanted: WantedChanges) {
	try {
		return fieldValue(field, value, wanted.timeZone);
	} catch (error) {
		throw asValueFailure(field, wanted.collection, error);
	}
}

function asValueFailure(field: Field, collection: string, error: unknown): unknown {
	if (!(error instanceof UnfitValue)) return error;
	return parameterFailure(
		field.label,
		`${collection ? `in '${collection}' ` : ''}${error.message}`,
		'Nothing was written for this item. Correct the value and run the node again.',
	);
}

function asksToClear(value: unknown, emptyValues: EmptyValues): boolean {
	if (emptyValues === 'ignore') return false;
	const held = unwrapped(value);
	return held === null || (typeof held === 'string' && isBlank(held));
}

function cleared(field: Field): null {
	if (field.writable === 'required') throw requiredLeftEmpty(field);
	return null;
}

function requiredLeftEmpty(field: Field) {
	return parameterFailure(
		field.label,
		'is required and can’t be emptied',
		'Nothing was written for this item. Give it a value, or leave it out to keep the one it has.',
	);
}

function clearedField(type: RecordType, name: unknown): Field {
	const field = fieldNamed(type, name);
	if (field?.writable === 'required') throw requiredLeftEmpty(field);
	if (field?.writable) return field;
	throw parameterFailure(
		'Fields to Clear',
		`names a field that can’t be cleared: ${quoted(String(name))}`,
		"Choose the fields from the list under 'Fields to Clear'.",
	);
}

function setAndCleared(field: Field, collection: string) {
	return parameterFailure(
		field.label,
		`is set in '${collection}' and cleared in 'Fields to Clear'`,
		'Nothing was written for this item. Keep one of the two.',
	);
}
