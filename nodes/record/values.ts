import type { Field, FieldType, FieldValue } from './field';
import { calendarDateOf, isWithinCalendar, momentOf, writtenInstant } from './moments';
import { identifier } from './identifier';
import { unwrapped } from './locator';
import { insteadOf, isBlank, trimmed } from './text';
import {
	HOLDS_OBJECT,
	isObjectText,
	isPlainObject,
	isRounded,
	UnfitValue,
	WAS_ROUNDED,
} from './unfit';

export { identifier } from './identifier';
export { unwrapped } from './locator';
export { UnfitValue } from './unfit';

/**
 * Tells whether a parameter was left empty: nothing, null, [], a text of white space or invisible
 * characters alone, or a locator with no value.
 */
export function isNotSet(value: unknown): boolean {
	const held = unwrapped(value);
	if (typeof held === 'string') return isBlank(held);
	return held === undefined || held === null || (Array.isArray(held) && held.length === 0);
}

function text(value: unknown): string {
	if (typeof value === 'string' && isObjectText(value)) throw new UnfitValue(HOLDS_OBJECT);
	if (typeof value === 'string') return value;
	if (isRounded(value)) throw new UnfitValue(WAS_ROUNDED);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (isPlainObject(value)) throw new UnfitValue(HOLDS_OBJECT);
	throw new UnfitValue(Array.isArray(value) ? 'must be text, not a list' : 'must be text');
}

function jsonText(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : text(value);
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+(\.0+)?$/;

function numeric(value: unknown, pattern: RegExp): number {
	if (typeof value === 'number') return value;
	const digits = typeof value === 'string' ? trimmed(value) : '';
	return pattern.test(digits) ? Number(digits) : Number.NaN;
}

function decimal(value: unknown): number {
	const number = numeric(value, DECIMAL);
	if (!Number.isFinite(number)) throw new UnfitValue('must be a number');
	return number;
}

function integer(value: unknown): number {
	if (isRounded(value)) throw new UnfitValue(WAS_ROUNDED);
	const number = numeric(value, WHOLE);
	if (!Number.isSafeInteger(number)) throw new UnfitValue('must be a whole number');
	return number;
}

/** Gives a switch: true or false, also as a text in any case. Throws UnfitValue for anything else. */
export function switched(value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? trimmed(value).toLowerCase() : undefined;
	if (word === 'true' || word === 'false') return word === 'true';
	throw new UnfitValue('must be true or false');
}

/** Gives a name for comparing: without case, white space and what is invisible around it. */
export function comparableName(name: string): string {
	return trimmed(name).replace(/\s/g, '').toLowerCase();
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

function calendarDate(value: unknown, timeZone: string): string {
	const date = calendarDateOf(value, timeZone);
	if (date === undefined) throw new UnfitValue('must be a date such as 1980-05-17');
	return `${date}T00:00:00Z`;
}

function instant(value: unknown, timeZone: string): string {
	const moment = momentOf(value, timeZone);
	if (!moment) throw new UnfitValue('must be a date and time such as 2026-05-17T09:30');
	if (!isWithinCalendar(moment.instant)) throw new UnfitValue('must lie in the years 1 to 9999');
	return writtenInstant(moment.instant);
}

/**
 * Gives a value that is set as the API takes it in a record. Date-times without an offset are
 * read in `timeZone` and given in UTC. Throws UnfitValue where the field can't hold the value.
 */
export function fieldValue(field: Field, value: unknown, timeZone: string): FieldValue {
	const held = unwrapped(value);
	try {
		return readValue(field, held, timeZone);
	} catch (error) {
		throw quoting(field, held, error);
	}
}

function readValue(field: Field, held: unknown, timeZone: string): FieldValue {
	switch (field.type) {
		case 'text':
			return field.trimmed ? trimmed(text(held)) : text(held);
		case 'json':
			return jsonText(held);
		case 'integer':
			return integer(held);
		case 'number':
			return decimal(held);
		case 'boolean':
			return switched(held);
		case 'enumeration':
			return enumerated(field, held);
		case 'reference':
			return identifier(held);
		case 'calendarDate':
			return calendarDate(held, timeZone);
		case 'instant':
			return instant(held, timeZone);
		case 'asRead':
			throw new UnfitValue('is set by Nexudus and can’t be changed');
	}
}

/** Which value came is told where it can't be anything of a person, as a birthday is. */
const QUOTED: ReadonlySet<FieldType> = new Set<FieldType>(['reference', 'enumeration', 'instant']);

function quoting({ type }: Field, value: unknown, error: unknown): unknown {
	if (!(error instanceof UnfitValue) || !QUOTED.has(type)) return error;
	return new UnfitValue(`${error.message}${insteadOf(value)}`);
}
