import type { CustomFields, Field, Value } from './field';

/** What a value is compared by, in filters and in sorting. */
export type Key = string | number | null;

const MARKS = /\p{M}/gu;
const NOT_ASCII = /\P{ASCII}/u;

/** A text without case and accents: text comparison ignores both. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	return NOT_ASCII.test(lower) ? lower.normalize('NFD').replace(MARKS, '') : lower;
}

/**
 * The key of a value: folded text, milliseconds of an instant, 0 or 1 of a boolean; of custom fields
 * the one that is looked at.
 */
export function keyOf(field: Field, value: Value | undefined): Key {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number') return value;
	if (typeof value === 'boolean') return Number(value);
	if (typeof value === 'object') return keyOfObject(field, value);
	return field.kind === 'dateTime' ? Date.parse(value) : fold(value);
}

function keyOfObject({ customField }: Field, value: readonly number[] | CustomFields): Key {
	if (customField === undefined || !('Data' in value)) return fold(JSON.stringify(value));
	const wanted = fold(customField);
	const entry = value.Data.find(({ Name }) => fold(Name) === wanted);
	return entry?.Value ? fold(entry.Value) : null;
}

/** The order of two keys; null comes first, as in SQL Server. */
export function compareKeys(left: Key, right: Key): number {
	if (left === right) return 0;
	if (left === null) return -1;
	if (right === null) return 1;
	return left < right ? -1 : 1;
}
