import type { Field } from './field';
import { instantOf } from './moments';
import { isBlank } from './text';

/** Tells whether a record's property holds nothing. Nexudus writes an empty text as null or "". */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * Tells whether a record leaves a field without a value: nothing, a blank, a list without entries, or
 * a reference of 0.
 */
export function isMissing(field: Field, value: unknown): boolean {
	if (isEmpty(value)) return true;
	if (field.type === 'reference') return Number(value) === 0;
	if (typeof value === 'object') return entriesOf(value).length === 0;
	return typeof value === 'string' && isBlank(value);
}

/** Custom fields hold their entries one level down. */
function entriesOf(value: object | null): unknown[] {
	if (Array.isArray(value)) return value;
	const { Data = [value] }: { Data?: unknown } = value ?? {};
	return Array.isArray(Data) ? Data : [Data];
}

function comparable(field: Field, value: unknown): unknown {
	switch (field.type) {
		case 'instant':
			return instantOf(value) ?? value;
		case 'calendarDate':
			return String(value).slice(0, 10);
		case 'integer':
		case 'number':
		case 'enumeration':
		case 'reference':
			return numberIfAny(value);
		case 'asRead':
			return JSON.stringify(value);
		default:
			return value;
	}
}

/** What is no number is not even the same as itself: it is compared as it stands. */
function numberIfAny(value: unknown): unknown {
	const number = Number(value);
	return Number.isNaN(number) ? value : number;
}

/**
 * Tells whether two values of a field mean the same: instants, calendar dates and numbers by
 * value, texts to the letter, and nothing equals nothing.
 */
export function isSameValue(field: Field, one: unknown, other: unknown): boolean {
	if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
	return comparable(field, one) === comparable(field, other);
}

/** Text without accents, as most is: it runs for every row, and takes a fraction of the time. */
const PLAIN = /^[ -~]*$/;

/**
 * Gives text without case, accents and differences of width, for comparing as people do. Upper case
 * comes last: in lower case a Greek sigma depends on what follows, so that a part would not be found.
 */
export function folded(text: string): string {
	if (PLAIN.test(text)) return text.toUpperCase();
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().toUpperCase();
}

/** Orders two values of a field: nothing first, numbers and times by value, texts by code unit. */
export function order(field: Field, one: unknown, other: unknown): number {
	if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(other)) - Number(isEmpty(one));
	const left = comparable(field, one);
	const right = comparable(field, other);
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	const [leftText, rightText] = [String(left), String(right)];
	if (leftText === rightText) return 0;
	return leftText < rightText ? -1 : 1;
}
