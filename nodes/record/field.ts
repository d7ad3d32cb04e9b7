import type { Field } from './fieldDefinition';
import type { NodeFilter } from './nodeFilter';

export type { Choice, Field, FieldType } from './fieldDefinition';

/** The records that a reference means, and the properties of theirs that name one. */
export interface NamedBy {
	type: RecordType;
	properties: readonly string[];
}

/** A property of the short output, and the one that stands in when it is empty. */
export interface SimplifiedProperty {
	property: string;
	orElse?: string;
}

/** One type of Nexudus record: its name in the API, its route and its properties. */
export interface RecordType {
	/** The API's name, which is also the prefix of its filters and roles. */
	name: string;
	/** What people call one record, in the middle of a sentence. */
	label: string;
	/** What people call several records. */
	labelPlural: string;
	/** The same in short, where it is clear which kind is meant, such as 'contact'. */
	noun: string;
	nouns: string;
	path: string;
	fields: readonly Field[];
	simplified: readonly SimplifiedProperty[];
	/** Filters that the API does not have. */
	nodeFilters: readonly NodeFilter[];
	/** The property that tells people which record it is, of records that are written. */
	nameProperty?: string;
	/** The property that 'Sort' starts with. */
	sortedFirst: string;
	/** What else than its Id names the record that a reference means, by the reference. */
	namedBy?: Readonly<Record<string, NamedBy>>;
	/** The record of another type that can come along. */
	linked?: Linked;
}

/** A record of another type that another one refers to. */
export interface Linked {
	/** The reference. */
	property: string;
	/** The key under which the other record comes out. */
	as: string;
}

/** A record as the API gives it: property names to values. */
export type NexudusRecord = Record<string, unknown>;

/** A value as the API takes it. Null clears the property. */
export type FieldValue = string | number | boolean | null;

/** The value of each property that is to be set; null where it is to be cleared. */
export type Changes = Record<string, FieldValue>;

/** Tells whether a value is a record: an object with named properties. */
export function isRecord(value: unknown): value is NexudusRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives the field of a property. Throws where the record type has none of that name. */
export function fieldOf(type: RecordType, property: string): Field {
	const field = type.fields.find((candidate) => candidate.property === property);
	if (!field) throw new RangeError(`${type.name} has no property ${property}`);
	return field;
}

/** Gives the property of a linked record that stands in where a record's own is empty, if any. */
export function lenderOf({ simplified }: RecordType, property: string): string | undefined {
	return simplified.find((shown) => shown.property === property)?.orElse;
}

/** Gives a property's parameter name: the property with a lower-case first letter. */
export function parameterName(property: string): string {
	return property.charAt(0).toLowerCase() + property.slice(1);
}

/** Gives what one record is called at the start of a sentence, such as 'Contract contact 1042'. */
export function recordNamed({ label }: RecordType, id: number): string {
	return `${label.charAt(0).toUpperCase()}${label.slice(1)} ${id}`;
}

/** Gives the record's Id, a positive whole number. Throws where it has none. */
export function idOf(record: NexudusRecord): number {
	const id = Number(record.Id);
	if (!Number.isSafeInteger(id) || id < 1) throw new RangeError('A record came without an Id');
	return id;
}
