import type { Field, FieldValue } from './field';
import { calendarDateOf, momentOf, writtenInstant } from './moments';

/** A value that a field can't hold. The message is the rest of a sentence that begins with the label. */
export class UnfitValue extends Error {
	override name = 'UnfitValue';
}

interface ResourceLocator {
	__rl: true;
	value: unknown;
}

function isResourceLocator(value: unknown): value is ResourceLocator {
	return typeof value === 'object' && value !== null && '__rl' in value;
}

/** Gives what a parameter holds: a resource locator's value, anything else as it is. */
export function unwrapped(value: unknown): unknown {
	return isResourceLocator(value) ? value.value : value;
}

/** Tells whether a parameter was left empty: nothing, null, "", [] or a locator with no value. */
export function isNotSet(value: unknown): boolean {
	const held = unwrapped(value);
	return (
		held === undefined || held === null || held === '' || (Array.isArray(held) && held.length === 0)
	);
}

function text(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new UnfitValue('must be text');
}

function jsonText(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : text(value);
}

function decimal(value: unknown): number {
	const isDecimal =
		typeof value === 'number' ||
		(typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value));
	const number = isDecimal ? Number(value) : Number.NaN;
	if (!Number.isFinite(number)) throw new UnfitValue('must be a number');
	return number;
}

function integer(value: unknown): number {
	const isWhole =
		typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value));
	const number = isWhole ? Number(value) : Number.NaN;
	if (!Number.isSafeInteger(number)) throw new UnfitValue('must be a whole number');
	return number;
}

/** Gives an id: a whole number of at least 1. Throws UnfitValue for anything else. */
export function identifier(value: unknown): number {
	const held = unwrapped(value);
	const isDigits =
		typeof held === 'number' || (typeof held === 'string' && /^\s*\d+\s*$/.test(held));
	const number = isDigits ? Number(held) : Number.NaN;
	if (!Number.isSafeInteger(number) || number < 1) {
		throw new UnfitValue('must be an ID: a whole number of at least 1');
	}
	return number;
}

function boolean(value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
	if (word === 'true' || word === 'false') return word === 'true';
	throw new UnfitValue('must be true or false');
}

function comparableName(name: string): string {
	return name.replace(/\s/g, '').toLowerCase();
}

function enumerated(field: Field, value: unknown): number {
	const choices = field.choices ?? [];
	const wanted = comparableName(String(value));
	const choice = choices.find(
		(candidate) =>
			wanted === String(candidate.value) ||
			wanted === comparableName(candidate.name) ||
			wanted === comparableName(candidate.label),
	);
	if (choice && typeof value !== 'object' && typeof value !== 'boolean') return choice.value;
	const names = choices.map((candidate) => candidate.label).join(', ');
	throw new UnfitValue(`must be one of: ${names}`);
}

function calendarDate(value: unknown): string {
	const date = calendarDateOf(value);
	if (date === undefined) throw new UnfitValue('must be a date such as 1980-05-17');
	return `${date}T00:00:00Z`;
}

function instant(value: unknown, timeZone: string): string {
	const moment = momentOf(value, timeZone);
	if (!moment) throw new UnfitValue('must be a date and time such as 2026-05-17T09:30');
	return writtenInstant(moment.instant);
}

/**
 * Gives a value that is set as the API takes it in a record. Date-times without an offset are
 * read in `timeZone` and given in UTC. Throws UnfitValue where the field can't hold the value.
 */
export function fieldValue(field: Field, value: unknown, timeZone: string): FieldValue {
	const held = unwrapped(value);
	switch (field.type) {
		case 'text':
			return text(held);
		case 'json':
			return jsonText(held);
		case 'integer':
			return integer(held);
		case 'number':
			return decimal(held);
		case 'boolean':
			return boolean(held);
		case 'enumeration':
			return enumerated(field, held);
		case 'reference':
			return identifier(held);
		case 'calendarDate':
			return calendarDate(held);
		case 'instant':
			return instant(held, timeZone);
		case 'asRead':
			throw new UnfitValue('is set by Nexudus and can’t be changed');
	}
}
