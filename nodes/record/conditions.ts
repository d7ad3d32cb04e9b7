import { folded, isEmpty } from './comparison';
import type { Field } from './field';
import {
	calendarDateOf,
	filteredSecond,
	instantOf,
	minuteAfter,
	minuteBefore,
	momentOf,
	storedDateOf,
} from './moments';
import { insteadOf, isBlank, trimmed, wellFormed } from './text';
import { fieldValue, UnfitValue } from './values';

/** A query parameter of the list endpoint: its name and its value, not yet encoded. */
export type QueryPair = readonly [name: string, value: string];

/** What is asked of one field: how the API is asked, and how a row is checked again. */
export interface Condition {
	field: Field;
	query: readonly QueryPair[];
	holds: (value: unknown) => boolean;
	/** Whether the API may give a value that does not hold, since it is asked less exactly. */
	mayCome?: (value: unknown) => boolean;
}

/** How text filters compare: as the API does (checked as "contains"), or the whole text. */
export type TextMatch = 'api' | 'exact';

/** Which end of a range a filter is. */
export type RangeEnd = 'from' | 'to';

/** How the values of filters are read. */
export interface Reading {
	/** The record type's name, which begins every filter's name. */
	prefix: string;
	timeZone: string;
	textMatch: TextMatch;
}

const MINUTE = 60_000;
const FOREVER = Number.POSITIVE_INFINITY;
const invalidMoment = 'must be a date and time such as 2026-05-17T09:30, or a date';

function equalityName(prefix: string, field: Field): string {
	return `${prefix}_${field.filter ?? field.property}`;
}

function rangeName(prefix: string, field: Field, end: RangeEnd): string {
	return `${end}_${prefix}_${field.property}`;
}

/** Nobody sees the blanks around a text, so they are neither asked for nor compared. */
function textCondition(field: Field, value: string, reading: Reading): Condition {
	if (isBlank(value)) throw new UnfitValue('is empty');
	const wanted = wellFormed(trimmed(value));
	const needle = folded(wanted);
	const whole = wanted.toLowerCase();
	const query: QueryPair[] = [[equalityName(reading.prefix, field), wanted]];
	const contains = (text: unknown): boolean => folded(String(text)).includes(needle);
	if (reading.textMatch === 'api') return { field, query, holds: contains };
	const holds = (text: unknown): boolean => trimmed(String(text)).toLowerCase() === whole;
	return { field, query, holds, mayCome: contains };
}

function calendarDateOrThrow(value: unknown, timeZone: string): string {
	const date = calendarDateOf(value, timeZone);
	if (date === undefined) throw new UnfitValue('must be a date such as 1980-05-17');
	return date;
}

function calendarCondition(field: Field, value: unknown, reading: Reading): Condition {
	const date = calendarDateOrThrow(value, reading.timeZone);
	return {
		field,
		query: [[equalityName(reading.prefix, field), `${date}T00:00`]],
		holds: (stored) => storedDateOf(stored) === date,
	};
}

function momentOrThrow(value: unknown, timeZone: string) {
	const moment = momentOf(value, timeZone);
	if (!moment) throw new UnfitValue(`${invalidMoment}${insteadOf(value)}`);
	return moment;
}

function instantCondition(field: Field, value: unknown, reading: Reading): Condition {
	const { instant, end, precision } = momentOrThrow(value, reading.timeZone);
	const start = precision === 'second' ? Math.floor(instant / 1000) * 1000 : instant;
	const query: QueryPair[] =
		precision === 'second'
			? [[equalityName(reading.prefix, field), filteredSecond(instant)]]
			: [
					[rangeName(reading.prefix, field, 'from'), minuteBefore(instant)],
					[rangeName(reading.prefix, field, 'to'), minuteAfter(end)],
				];
	return {
		field,
		query,
		holds: (stored) => isWithin(instantOf(stored), start, end),
		mayCome: (stored) => isWithin(instantOf(stored), start - MINUTE, end + MINUTE),
	};
}

function isWithin(instant: number | undefined, start: number, end: number): boolean {
	return instant !== undefined && instant >= start && instant < end;
}

/**
 * Gives the condition that a field equals a value. A date is the whole day in the workflow's time
 * zone, a time on the minute is that minute; a time with seconds is that second (document "Search
 * ContractContacts", filters). Throws UnfitValue where the field can't hold the value.
 */
export function equalityCondition(field: Field, value: unknown, reading: Reading): Condition {
	if (field.type === 'instant') return instantCondition(field, value, reading);
	if (field.type === 'calendarDate') return calendarCondition(field, value, reading);
	const wanted = fieldValue(field, value, reading.timeZone);
	if (typeof wanted === 'string') return textCondition(field, wanted, reading);
	return {
		field,
		query: [[equalityName(reading.prefix, field), String(wanted)]],
		holds: (stored) => (typeof wanted === 'number' ? Number(stored) === wanted : stored === wanted),
	};
}

function numberRange(field: Field, value: unknown, end: RangeEnd, reading: Reading): Condition {
	const bound = Number(fieldValue(field, value, reading.timeZone));
	return {
		field,
		query: [[rangeName(reading.prefix, field, end), String(bound)]],
		holds: (stored) => (end === 'from' ? Number(stored) >= bound : Number(stored) <= bound),
	};
}

function calendarRange(field: Field, value: unknown, end: RangeEnd, reading: Reading): Condition {
	const bound = calendarDateOrThrow(value, reading.timeZone);
	const time = end === 'from' ? '00:00' : '23:59';
	return {
		field,
		query: [[rangeName(reading.prefix, field, end), `${bound}T${time}`]],
		holds: (stored) => {
			const date = storedDateOf(stored);
			if (date === undefined) return false;
			return end === 'from' ? date >= bound : date <= bound;
		},
	};
}

function instantRange(field: Field, value: unknown, end: RangeEnd, reading: Reading): Condition {
	const moment = momentOrThrow(value, reading.timeZone);
	const name = rangeName(reading.prefix, field, end);
	if (end === 'from') {
		return {
			field,
			query: [[name, minuteBefore(moment.instant)]],
			holds: (stored) => isWithin(instantOf(stored), moment.instant, FOREVER),
			mayCome: (stored) => isWithin(instantOf(stored), moment.instant - MINUTE, FOREVER),
		};
	}
	const last = moment.precision === 'day' ? moment.end - 1 : moment.instant;
	return {
		field,
		query: [[name, minuteAfter(last)]],
		holds: (stored) => isWithin(instantOf(stored), -FOREVER, last + 1),
		mayCome: (stored) => isWithin(instantOf(stored), -FOREVER, last + MINUTE),
	};
}

/**
 * Gives the condition that a field is at or after ("from"), or at or before ("to") a value. Both
 * ends are included (document "Search ContractContacts", range filters). Sent to the minute, the
 * start rounded down and the end rounded up; rows are checked against the exact instant. A "to"
 * given as a date includes that whole day. Throws UnfitValue where the field can't hold the value.
 */
export function rangeCondition(
	field: Field,
	value: unknown,
	end: RangeEnd,
	reading: Reading,
): Condition {
	if (field.type === 'instant') return instantRange(field, value, end, reading);
	if (field.type === 'calendarDate') return calendarRange(field, value, end, reading);
	return numberRange(field, value, end, reading);
}

/** Tells whether a value from a row meets a condition. Nothing meets none. */
export function isMet(condition: Condition, value: unknown): boolean {
	return !isEmpty(value) && condition.holds(value);
}
