import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import type { RangeEnd, TextMatch } from '../../nodes/record/conditions';
import { equalityCondition, isMet, rangeCondition } from '../../nodes/record/conditions';
import { fieldOf } from '../../nodes/record/field';
import { isBlank } from '../../nodes/record/text';
import { UnfitValue } from '../../nodes/record/values';

const reading = {
	prefix: 'ContractContact',
	timeZone: 'Europe/Berlin',
	textMatch: 'api' as TextMatch,
};

const field = (property: string) => fieldOf(contractContact, property);

function equals(property: string, value: unknown, textMatch: TextMatch = 'api') {
	return equalityCondition(field(property), value, { ...reading, textMatch });
}

function range(property: string, end: RangeEnd, value: unknown) {
	return rangeCondition(field(property), value, end, reading);
}

describe('An equality filter', () => {
	it.each([
		['CoworkerContractId', '88112', 'ContractContact_CoworkerContract', '88112', 88_112, 88_113],
		['AmlCheckStatus', 'Not Started', 'ContractContact_AmlCheckStatus', '0', 0, 1],
		['CoworkerActive', false, 'ContractContact_Coworker_Active', 'false', false, true],
		['AmlOpenSanctionsScore', '0.50', 'ContractContact_AmlOpenSanctionsScore', '0.5', 0.5, 0.51],
		['CoworkerContractQuantity', 2, 'ContractContact_CoworkerContract_Quantity', '2', 2, 3],
		[
			'DateOfBirth',
			'1980-05-17',
			'ContractContact_DateOfBirth',
			'1980-05-17T00:00',
			'1980-05-17T00:00:00Z',
			'1980-05-18T00:00:00Z',
		],
	])('on %s for %p sends %s=%s and checks the rows', (property, value, name, sent, fits, unfit) => {
		const condition = equals(property, value);
		expect(condition.query).toEqual([[name, sent]]);
		expect(isMet(condition, fits)).toBe(true);
		expect(isMet(condition, unfit)).toBe(false);
	});

	it.each([null, undefined, ''])('is not met by a row that holds %p', (nothing) => {
		expect(isMet(equals('AmlCheckStatus', 0), nothing)).toBe(false);
		expect(isMet(equals('CoworkerActive', false), nothing)).toBe(false);
		expect(isMet(equals('Email', 'anna'), nothing)).toBe(false);
	});
});

describe('A text filter', () => {
	it('is met by any text that contains it, ignoring case and accents', () => {
		const condition = equals('FullName', ' jose ');
		expect(condition.query).toEqual([['ContractContact_FullName', 'jose']]);
		expect(isMet(condition, 'Muñoz, JOSÉ Luis')).toBe(true);
		expect(isMet(condition, 'Josh')).toBe(false);
	});

	it('is met by every text that the API could find it in, under both readings', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !isBlank(text)),
				fc.string({ unit: 'grapheme' }),
				(before, part, after) => {
					expect(isMet(equals('FullName', part), before + part + after)).toBe(true);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('that is exact is met by the whole text only, ignoring case but not accents', () => {
		const condition = equals('FullName', 'José Muñoz', 'exact');
		expect(isMet(condition, 'JOSÉ MUÑOZ')).toBe(true);
		expect(isMet(condition, 'José Muñoz García')).toBe(false);
		expect(isMet(condition, 'Jose Munoz')).toBe(false);
	});

	it.each([
		'\u00A0keller@atelier.example',
		'keller@atelier.example\u200B\n',
		'\t keller@atelier.example\uFEFF',
	])('asks and compares without what nobody sees around it: %j', (given) => {
		for (const textMatch of ['api', 'exact'] as const) {
			const condition = equals('Email', given, textMatch);
			expect(condition.query).toEqual([['ContractContact_Email', 'keller@atelier.example']]);
			expect(isMet(condition, 'Keller@Atelier.example')).toBe(true);
			expect(isMet(condition, 'keller@atelier.example ')).toBe(true);
			expect(isMet(condition, 'keller@atelier.org')).toBe(false);
		}
	});

	it('that was cut in the middle of an emoji can be sent all the same', () => {
		const [[, sent]] = equals('Notes', 'Parcel 📦'.slice(0, -1)).query;
		expect(sent).toBe('Parcel \uFFFD');
		expect(equals('Notes', '📦').query[0][1]).toBe('📦');
	});

	it('of blanks is refused: it would find everybody', () => {
		for (const blank of ['  ', '\u200B', '\u00AD\u2060\n']) {
			expect(() => equals('FullName', blank)).toThrow(UnfitValue);
		}
	});
});

describe('An equality filter on a date and time', () => {
	it('that is a date asks for the whole day in the workflow’s zone', () => {
		const condition = equals('AmlCheckDate', '2026-03-29');
		expect(condition.query).toEqual([
			['from_ContractContact_AmlCheckDate', '2026-03-28T23:00'],
			['to_ContractContact_AmlCheckDate', '2026-03-29T22:00'],
		]);
		expect(isMet(condition, '2026-03-28T23:00:00Z')).toBe(true);
		expect(isMet(condition, '2026-03-29T21:59:59.999Z')).toBe(true);
		expect(isMet(condition, '2026-03-29T22:00:00Z')).toBe(false);
	});

	it('that is on the minute asks for that minute', () => {
		const condition = equals('AmlCheckDate', '2026-05-17T09:30:00Z');
		expect(condition.query).toEqual([
			['from_ContractContact_AmlCheckDate', '2026-05-17T09:30'],
			['to_ContractContact_AmlCheckDate', '2026-05-17T09:31'],
		]);
		expect(isMet(condition, '2026-05-17T09:30:59.999Z')).toBe(true);
		expect(isMet(condition, '2026-05-17T09:31:00Z')).toBe(false);
	});

	it('that has seconds goes out under its own name, to the second', () => {
		const condition = equals('AmlCheckDate', '2026-05-17T11:30:15.700+02:00');
		expect(condition.query).toEqual([['ContractContact_AmlCheckDate', '2026-05-17T09:30:15']]);
		expect(isMet(condition, '2026-05-17T09:30:15.100Z')).toBe(true);
		expect(isMet(condition, '2026-05-17T09:30:16Z')).toBe(false);
	});
});

describe('A range', () => {
	it('is sent rounded outwards to the minute and checked to the instant', () => {
		const from = range('UpdatedOn', 'from', '2026-05-17T09:30:15Z');
		expect(from.query).toEqual([['from_ContractContact_UpdatedOn', '2026-05-17T09:30']]);
		expect(isMet(from, '2026-05-17T09:30:14Z')).toBe(false);
		expect(isMet(from, '2026-05-17T09:30:15Z')).toBe(true);
		const to = range('UpdatedOn', 'to', '2026-05-17T09:30:15Z');
		expect(to.query).toEqual([['to_ContractContact_UpdatedOn', '2026-05-17T09:31']]);
		expect(isMet(to, '2026-05-17T09:30:15Z')).toBe(true);
		expect(isMet(to, '2026-05-17T09:30:16Z')).toBe(false);
	});

	it('up to a date includes that whole day in the workflow’s zone', () => {
		const to = range('UpdatedOn', 'to', '2026-05-17');
		expect(to.query).toEqual([['to_ContractContact_UpdatedOn', '2026-05-17T22:00']]);
		expect(isMet(to, '2026-05-17T21:59:59.999Z')).toBe(true);
		expect(isMet(to, '2026-05-17T22:00:00Z')).toBe(false);
	});

	it('of birth dates is by calendar, both ends included, in no zone at all', () => {
		const to = range('DateOfBirth', 'to', '1980-05-17T23:30:00-11:00');
		expect(to.query).toEqual([['to_ContractContact_DateOfBirth', '1980-05-17T23:59']]);
		expect(isMet(to, '1980-05-17T00:00:00Z')).toBe(true);
		expect(isMet(to, '1980-05-18T00:00:00Z')).toBe(false);
		const from = range('DateOfBirth', 'from', '1980-05-17');
		expect(from.query).toEqual([['from_ContractContact_DateOfBirth', '1980-05-17T00:00']]);
		expect(isMet(from, '1980-05-17T00:00:00Z')).toBe(true);
		expect(isMet(from, '1980-05-16T00:00:00Z')).toBe(false);
	});

	it('of birth dates reads an instant by the clock on which it is midnight', () => {
		expect(range('DateOfBirth', 'to', '1991-11-02T23:00:00.000Z').query).toEqual([
			['to_ContractContact_DateOfBirth', '1991-11-03T23:59'],
		]);
		const from = range('DateOfBirth', 'from', new Date('1991-07-02T22:00:00Z'));
		expect(from.query).toEqual([['from_ContractContact_DateOfBirth', '1991-07-03T00:00']]);
		expect(isMet(from, '1991-07-02T22:00:00Z')).toBe(false);
		const equal = equals('DateOfBirth', '1991-07-02T22:00:00Z');
		expect(equal.query).toEqual([['ContractContact_DateOfBirth', '1991-07-03T00:00']]);
		expect(isMet(equal, '1991-07-03T00:00:00Z')).toBe(true);
	});

	it.each<[string, RangeEnd, unknown, string]>([
		['in UTC', 'to', '9999-12-31T23:59:30Z', '9999-12-31T23:59'],
		['in a zone behind', 'to', '9999-12-31T22:30-05:00', '9999-12-31T23:59'],
		['as a day', 'to', '9999-12-31', '9999-12-31T23:00'],
		['as the last Date there is', 'to', new Date(8.64e15), '9999-12-31T23:59'],
		['as the last Date there is', 'from', new Date(8.64e15), '9999-12-31T23:59'],
		['in the year 1, in a zone ahead', 'from', '0001-01-01', '0001-01-01T00:00'],
		['before the year 1', 'from', new Date(-8.64e15), '0001-01-01T00:00'],
	])('at the end of time, %s, has a year of four digits (%s %j)', (_how, end, value, sent) => {
		const condition = range('UpdatedOn', end, value);
		expect(condition.query.map(([, time]) => time)).toEqual([sent]);
	});

	it('of a day at the end of time is asked for as well', () => {
		const condition = rangeCondition(field('UpdatedOn'), '9999-12-31', 'to', {
			...reading,
			timeZone: 'America/Lima',
		});
		expect(condition.query).toEqual([['to_ContractContact_UpdatedOn', '9999-12-31T23:59']]);
		expect(isMet(condition, '2026-05-17T09:30:00Z')).toBe(true);
	});

	it('of numbers includes both ends, and its name has no inner underscore', () => {
		const from = range('CoworkerContractQuantity', 'from', '2');
		expect(from.query).toEqual([['from_ContractContact_CoworkerContractQuantity', '2']]);
		expect([1, 2, 3].filter((value) => isMet(from, value))).toEqual([2, 3]);
		const to = range('AmlOpenSanctionsScore', 'to', 0.5);
		expect([0, 0.5, 0.51].filter((value) => isMet(to, value))).toEqual([0, 0.5]);
	});

	it('is not met by a row that holds nothing or no date', () => {
		expect(isMet(range('AmlOpenSanctionsScore', 'to', 5), null)).toBe(false);
		expect(isMet(range('UpdatedOn', 'to', '2026-05-17'), 'never')).toBe(false);
		expect(isMet(range('DateOfBirth', 'from', '1980-05-17'), 'unknown')).toBe(false);
	});

	it.each(['tomorrow', 12, true])('is refused where its end is %p', (value) => {
		expect(() => range('UpdatedOn', 'from', value)).toThrow(UnfitValue);
		expect(() => range('DateOfBirth', 'to', value)).toThrow(UnfitValue);
	});

	it('never loses a row between what is sent and what is checked', () => {
		const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
		fc.assert(
			fc.property(instants, instants, (bound, stored) => {
				const given = new Date(bound).toISOString();
				const row = new Date(stored).toISOString();
				const [[, sentFrom]] = range('UpdatedOn', 'from', given).query;
				const [[, sentTo]] = range('UpdatedOn', 'to', given).query;
				if (stored >= bound) expect(row >= sentFrom).toBe(true);
				if (stored <= bound) expect(Date.parse(row)).toBeLessThanOrEqual(Date.parse(`${sentTo}Z`));
				expect(isMet(range('UpdatedOn', 'from', given), row)).toBe(stored >= bound);
				expect(isMet(range('UpdatedOn', 'to', given), row)).toBe(stored <= bound);
			}),
		);
	});
});
