import { trimmed } from './text';

/** How exactly a point in time was given. */
export type Precision = 'day' | 'minute' | 'second';

/**
 * A point in time as a person gave it. `instant` is in milliseconds since 1970 (UTC);
 * `end` is the first millisecond after what was meant: the next day, minute or second.
 */
export interface Moment {
	instant: number;
	end: number;
	precision: Precision;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const iso =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

interface WallClock {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	millisecond: number;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
	let format = zoneFormats.get(timeZone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		zoneFormats.set(timeZone, format);
	}
	return format;
}

/** Gives what is to be added to UTC to get the zone's wall clock at an instant, in milliseconds. */
function zoneOffset(instant: number, timeZone: string): number {
	const parts: Record<string, number> = {};
	for (const part of zoneFormat(timeZone).formatToParts(instant)) {
		parts[part.type] = Number(part.value);
	}
	const { year, month, day, hour, minute, second } = parts;
	const wallClock = asUtc({ year, month, day, hour, minute, second, millisecond: 0 });
	return wallClock - Math.floor(instant / 1000) * 1000;
}

/** Date.UTC would take the years 0 to 99 for 1900 to 1999. */
function asUtc(clock: WallClock): number {
	const date = new Date(0);
	date.setUTCFullYear(clock.year, clock.month - 1, clock.day);
	return date.setUTCHours(clock.hour, clock.minute, clock.second, clock.millisecond);
}

/**
 * Gives the instant of a wall clock in a zone. A time that comes twice, as clocks are set back, is
 * its first; one that is skipped, as they are set forward, is as long after the change.
 */
function inZone(clock: WallClock, timeZone: string): number {
	const wallClock = asUtc(clock);
	if (timeZone === 'UTC') return wallClock;
	const offsetBefore = zoneOffset(wallClock - DAY, timeZone);
	const before = wallClock - offsetBefore;
	if (zoneOffset(before, timeZone) === offsetBefore) return before;
	const offsetAfter = zoneOffset(wallClock + DAY, timeZone);
	const after = wallClock - offsetAfter;
	return zoneOffset(after, timeZone) === offsetAfter ? after : before;
}

function offsetOf(text: string): number {
	if (text.toUpperCase() === 'Z') return 0;
	const sign = text.startsWith('-') ? -1 : 1;
	const digits = text.replace(/\D/g, '').padEnd(4, '0');
	return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * MINUTE;
}

function existsInCalendar(clock: WallClock): boolean {
	const date = new Date(asUtc(clock));
	return (
		date.getUTCMonth() + 1 === clock.month &&
		date.getUTCDate() === clock.day &&
		clock.hour < 24 &&
		clock.minute < 60 &&
		clock.second < 60
	);
}

function momentFromText(text: string, timeZone: string): Moment | undefined {
	const match = iso.exec(trimmed(text));
	if (!match) return undefined;
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
	const clock: WallClock = {
		year: Number(year),
		month: Number(month),
		day: Number(day),
		hour: Number(hour),
		minute: Number(minute),
		second: Number(second),
		millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
	};
	if (!existsInCalendar(clock)) return undefined;
	if (match[4] === undefined) {
		const nextDay = { ...clock, day: clock.day + 1 };
		return { instant: inZone(clock, timeZone), end: inZone(nextDay, timeZone), precision: 'day' };
	}
	return exactMoment(offset ? asUtc(clock) - offsetOf(offset) : inZone(clock, timeZone));
}

function exactMoment(instant: number): Moment {
	if (instant % MINUTE === 0) return { instant, end: instant + MINUTE, precision: 'minute' };
	return { instant, end: Math.floor(instant / 1000) * 1000 + 1000, precision: 'second' };
}

interface LuxonDateTime {
	isLuxonDateTime: true;
	isValid: boolean;
	toMillis(): number;
	toISO(): string;
}

function isLuxonDateTime(value: unknown): value is LuxonDateTime {
	return typeof value === 'object' && value !== null && 'isLuxonDateTime' in value;
}

/**
 * Gives the point in time that a value means: ISO 8601 text (without an offset it is read in
 * `timeZone`), a Date or a Luxon DateTime. Undefined where it means none.
 */
export function momentOf(value: unknown, timeZone: string): Moment | undefined {
	if (typeof value === 'string') return momentFromText(value, timeZone);
	if (value instanceof Date && !Number.isNaN(value.getTime())) return exactMoment(value.getTime());
	if (isLuxonDateTime(value) && value.isValid) return exactMoment(value.toMillis());
	return undefined;
}

/**
 * Gives the calendar date that a value means, as YYYY-MM-DD. Of text without an offset it is the
 * first ten characters. An instant is the day on whose clock it is midnight: its own clock's (of an
 * offset, or a Luxon date's zone), else UTC's, else `timeZone`'s; at midnight nowhere, it is the
 * day on its own clock. Undefined where the value holds no date.
 */
export function calendarDateOf(value: unknown, timeZone: string): string | undefined {
	const text = isoText(value);
	const moment = text === undefined ? undefined : momentFromText(text, 'UTC');
	if (text === undefined || !moment) return undefined;
	const own = trimmed(text).slice(0, 10);
	if (!OFFSET.test(trimmed(text)) || MIDNIGHT.test(trimmed(text))) return own;
	if (moment.instant % DAY === 0) return dateAt(moment.instant);
	return dateAtMidnight(moment.instant, timeZone) ?? own;
}

/**
 * Gives the calendar date of a stamp from the API as YYYY-MM-DD: its first ten characters, never
 * shifted by a time zone. Undefined where there is none.
 */
export function storedDateOf(stamp: unknown): string | undefined {
	if (typeof stamp !== 'string' || !momentFromText(stamp, 'UTC')) return undefined;
	return trimmed(stamp).slice(0, 10);
}

/** What follows the time of day: a date alone has no such end. */
const OFFSET = /:\d{2}(?:[.,]\d+)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const MIDNIGHT = /^.{10}.00:00(?::00(?:[.,]0+)?)?\s?(?:Z|[+-].*)$/i;

function dateAt(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}

/** Where clocks skip midnight, the day begins with the first time that they show. */
function dateAtMidnight(instant: number, timeZone: string): string | undefined {
	const wallClock = instant + zoneOffset(instant, timeZone);
	const date = dateAt(wallClock);
	if (wallClock % DAY === 0 || momentFromText(date, timeZone)?.instant === instant) return date;
	return undefined;
}

function isoText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
	if (isLuxonDateTime(value) && value.isValid) return value.toISO();
	return undefined;
}

/**
 * Gives the instant of a stamp from the API, in milliseconds since 1970 (UTC). A stamp without an
 * offset is UTC. Undefined where there is none.
 */
export function instantOf(stamp: unknown): number | undefined {
	return momentOf(stamp, 'UTC')?.instant;
}

/**
 * Gives an instant as the API takes it in a record: YYYY-MM-DDTHH:mm:ssZ, UTC, with milliseconds
 * only where it has some.
 */
export function writtenInstant(instant: number): string {
	return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** The first and the last instant that the API can read: its dates are those of .NET. */
const FIRST = asUtc({ year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 });
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Tells whether an instant lies in the years 1 to 9999 (UTC), so that the API can hold it. */
export function isWithinCalendar(instant: number): boolean {
	return instant >= FIRST && instant <= LAST;
}

/** Gives an instant that can be written with a year of four digits, the nearest there is. */
function readable(instant: number): string {
	return new Date(Math.min(Math.max(instant, FIRST), LAST)).toISOString();
}

/** Gives an instant rounded down to the minute as a filter takes it: YYYY-MM-DDTHH:mm, UTC. */
export function minuteBefore(instant: number): string {
	return readable(Math.floor(instant / MINUTE) * MINUTE).slice(0, 16);
}

/** Gives an instant rounded up to the minute as a filter takes it: YYYY-MM-DDTHH:mm, UTC. */
export function minuteAfter(instant: number): string {
	return readable(Math.ceil(instant / MINUTE) * MINUTE).slice(0, 16);
}

/** Gives an instant to the second as a filter takes it: YYYY-MM-DDTHH:mm:ss, UTC. */
export function filteredSecond(instant: number): string {
	return readable(instant).slice(0, 19);
}
