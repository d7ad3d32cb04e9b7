import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
	calendarDateOf,
	filteredSecond,
	instantOf,
	minuteAfter,
	minuteBefore,
	momentOf,
	storedDateOf,
	writtenInstant,
} from '../../nodes/record/moments';
import { wallClockIn } from './wallClock';

const MINUTE = 60_000;
const DAY = 86_400_000;
const HALF_A_DAY = DAY / 2;

/** Zones with halves and quarters of hours, changes at midnight, half-hour changes, both sides. */
const ZONES = [
	'Africa/Cairo',
	'Africa/Casablanca',
	'America/Havana',
	'America/New_York',
	'America/Santiago',
	'America/St_Johns',
	'Asia/Amman',
	'Asia/Beirut',
	'Asia/Kathmandu',
	'Atlantic/Azores',
	'Australia/Lord_Howe',
	'Europe/Berlin',
	'Europe/London',
	'Pacific/Apia',
	'Pacific/Chatham',
	'UTC',
];

function instantIn(zone: string, text: string): string {
	const moment = momentOf(text, zone);
	if (!moment) throw new Error(`${text} was not understood`);
	return new Date(moment.instant).toISOString();
}

describe('A time without an offset', () => {
	const zones = fc.constantFrom(...ZONES);
	const instants = fc
		.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2037, 0) })
		.map((instant) => Math.floor(instant / 1000) * 1000);

	it('is the first instant at which the clocks of the zone show it', () => {
		fc.assert(
			fc.property(instants, zones, (instant, zone) => {
				const shown = wallClockIn(zone, instant);
				const read = momentOf(shown, zone)?.instant ?? Number.NaN;
				expect(wallClockIn(zone, read)).toBe(shown);
				expect(read).toBeLessThanOrEqual(instant);
				expect(instant - read).toBeLessThan(HALF_A_DAY);
			}),
			{ numRuns: 2_000 },
		);
	});

	it.each([
		['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
		['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
		['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z'],
	])('that %s skips, %s, is as long after the change', (zone, text, instant) => {
		expect(instantIn(zone, text)).toBe(instant);
	});

	it.each([
		['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
		['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
	])('that %s has twice, %s, is the first of the two', (zone, text, instant) => {
		expect(instantIn(zone, text)).toBe(instant);
	});

	it('of the year 1, as .NET writes "no date", is not taken for 1901', () => {
		expect(instantIn('UTC', '0001-01-01T00:00:00')).toBe('0001-01-01T00:00:00.000Z');
	});
});

describe('A date', () => {
	it.each([
		['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', 23],
		['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
		['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
		['Asia/Amman', '2021-10-29', '2021-10-28T21:00:00.000Z', 25],
		['Europe/Berlin', '2026-05-17', '2026-05-16T22:00:00.000Z', 24],
	])('in %s, %s, is the whole day even when the clocks change at midnight', (...row) => {
		const [zone, text, start, hours] = row;
		const moment = momentOf(text, zone);
		expect(instantIn(zone, text)).toBe(start);
		expect(moment?.precision).toBe('day');
		expect((moment?.end ?? 0) - (moment?.instant ?? 0)).toBe(hours * 60 * MINUTE);
	});

	it('begins where the day before ends, in every zone', () => {
		const days = fc.integer({ min: Date.UTC(2000, 0) / DAY, max: Date.UTC(2037, 0) / DAY });
		fc.assert(
			fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
				const dateAt = (number: number): string =>
					new Date(number * DAY).toISOString().slice(0, 10);
				expect(momentOf(dateAt(day), zone)?.end).toBe(momentOf(dateAt(day + 1), zone)?.instant);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('A time with an offset', () => {
	it.each([
		['2026-05-17T09:30Z', '2026-05-17T09:30:00.000Z'],
		['2026-05-17T09:30:15z', '2026-05-17T09:30:15.000Z'],
		['2026-05-17 09:30 +02:00', '2026-05-17T07:30:00.000Z'],
		['2026-05-17T09:30:15.5-0330', '2026-05-17T13:00:15.500Z'],
		['2026-05-17T09:30:15,123456789+02', '2026-05-17T07:30:15.123Z'],
	])('%s is the same instant in every zone', (text, instant) => {
		expect(instantIn('America/New_York', text)).toBe(instant);
		expect(instantIn('Asia/Kathmandu', text)).toBe(instant);
	});
});

describe('How exact a time is', () => {
	it('follows from how it was given: to the minute, or to the second', () => {
		expect(momentOf('2026-05-17T09:30:00', 'UTC')).toMatchObject({ precision: 'minute' });
		const second = momentOf('2026-05-17T09:30:15.250', 'UTC');
		expect(second).toMatchObject({ precision: 'second' });
		expect(writtenInstant(second?.end ?? 0)).toBe('2026-05-17T09:30:16Z');
	});
});

describe('What means no point in time', () => {
	it.each([
		'17/05/2026',
		'2026-02-30',
		'2026-13-01',
		'2026-05-17T24:00',
		'2026-05-17T09:60',
		'2026-5-17',
		'2026-05-17T09:30 Berlin',
		'tomorrow',
		'',
		1_779_000_000_000,
		new Date(Number.NaN),
		DateTime.invalid('unparsable'),
		true,
		null,
		undefined,
	])('%p is not guessed at', (value) => {
		expect(momentOf(value, 'UTC')).toBeUndefined();
		expect(calendarDateOf(value, 'UTC')).toBeUndefined();
		expect(storedDateOf(value)).toBeUndefined();
	});
});

describe('Dates that expressions give', () => {
	it('keep their instant, and a Luxon date its own day', () => {
		const luxon = DateTime.fromISO('2026-05-17T00:30', { zone: 'Asia/Kathmandu' });
		expect(momentOf(luxon, 'America/New_York')?.instant).toBe(luxon.toMillis());
		expect(calendarDateOf(luxon, 'UTC')).toBe('2026-05-17');
		const date = new Date('2026-05-17T09:30:00Z');
		expect(momentOf(date, 'America/New_York')?.instant).toBe(date.getTime());
	});
});

describe('A calendar date', () => {
	it.each([
		'1980-05-17',
		'1980-05-17T23:30:00-11:00',
		' 1980-05-17T00:00:00Z ',
		'1980-05-17T22:00',
	])('is the first ten characters of %p, whatever the zone', (text) => {
		for (const zone of ['UTC', 'Europe/Madrid']) {
			expect(calendarDateOf(text, zone)).toBe('1980-05-17');
		}
	});

	const luxonIn = (zone: string, text: string): DateTime => DateTime.fromISO(text, { zone });

	it.each<[string, string, unknown, string]>([
		['its own clock', 'America/New_York', '1964-02-29T00:00:00.000+09:00', '1964-02-29'],
		['its own clock', 'Asia/Tokyo', luxonIn('America/Lima', '1964-02-29'), '1964-02-29'],
		['UTC', 'America/New_York', luxonIn('America/New_York', '1964-02-28T19:00'), '1964-02-29'],
		['UTC', 'America/New_York', '1964-02-28T19:00:00-05:00', '1964-02-29'],
		['UTC', 'Europe/Berlin', new Date('1964-02-29'), '1964-02-29'],
		['the workflow’s zone', 'Europe/Berlin', '1964-02-28T23:00:00.000Z', '1964-02-29'],
		['the workflow’s zone', 'America/Lima', '1964-02-29T05:00:00Z', '1964-02-29'],
		['the workflow’s zone', 'Asia/Kathmandu', new Date('2001-02-28T18:15:00Z'), '2001-03-01'],
		['the workflow’s zone', 'Asia/Tokyo', luxonIn('UTC', '2001-02-28T15:00'), '2001-03-01'],
		['a zone that skips it', 'America/Havana', '1990-04-01T05:00:00Z', '1990-04-01'],
		['a zone that has it twice', 'America/Havana', '2026-11-01T05:00:00Z', '2026-11-01'],
	])('of an instant is the day on which it is midnight on %s (%s)', (_on, zone, value, date) => {
		expect(calendarDateOf(value, zone)).toBe(date);
	});

	it.each<[string, unknown, string]>([
		['Europe/Berlin', '1964-02-28T22:30:00Z', '1964-02-28'],
		['Asia/Tokyo', new Date('1964-02-28T23:00:00Z'), '1964-02-28'],
		['UTC', luxonIn('Asia/Tokyo', '1964-02-29T07:45'), '1964-02-29'],
	])('of an instant that is midnight nowhere is its own clock’s (%s)', (zone, value, date) => {
		expect(calendarDateOf(value, zone)).toBe(date);
	});

	it('of a stamp from Nexudus is never shifted', () => {
		expect(storedDateOf('1964-02-28T23:00:00Z')).toBe('1964-02-28');
		expect(storedDateOf('1964-02-29T00:00:00')).toBe('1964-02-29');
	});
});

describe('What is sent', () => {
	it('reads back as the same instant, milliseconds included', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (instant) => {
				expect(instantOf(writtenInstant(instant))).toBe(instant);
			}),
		);
		expect(writtenInstant(Date.UTC(2026, 4, 17, 9, 30))).toBe('2026-05-17T09:30:00Z');
	});

	it('rounds a range outwards to the minute, so that nothing inside is left out', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (instant) => {
				const [before, after] = [minuteBefore(instant), minuteAfter(instant)].map(instantOf);
				expect(before).toBeLessThanOrEqual(instant);
				expect(after).toBeGreaterThanOrEqual(instant);
				expect((after ?? 0) - (before ?? 0)).toBe(instant % MINUTE === 0 ? 0 : MINUTE);
			}),
		);
	});

	it('tells a second without a fraction or a zone', () => {
		expect(filteredSecond(Date.UTC(2026, 4, 17, 9, 30, 15, 999))).toBe('2026-05-17T09:30:15');
	});
});
