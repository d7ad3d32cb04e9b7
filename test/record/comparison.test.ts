import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { folded, isEmpty, isSameValue, order } from '../../nodes/record/comparison';
import { fieldOf } from '../../nodes/record/field';

const field = (property: string) => fieldOf(contractContact, property);

/** Letters that fold into others, or whose lower case depends on where they stand. */
const AWKWARD = [..."aZßẞßſİıçÇéÉñΣσςΆάΐŁłﬁＡａ①K  -'’9"];
const texts = fc.oneof(
	fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 12 }),
	fc.string({ unit: 'grapheme', maxLength: 8 }),
);

describe('Folded text', () => {
	it('contains each of its parts, however they are written', () => {
		fc.assert(
			fc.property(texts, texts, texts, (before, part, after) => {
				expect(folded(before + part + after)).toContain(folded(part));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('does not change when it is folded again', () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(folded(folded(text))).toBe(folded(text));
			}),
			{ numRuns: 2_000 },
		);
	});

	it.each([
		['José Muñoz', 'JOSE MUNOZ'],
		['Straße', 'STRASSE'],
		['Jose\u0301', 'José'],
		['ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Παπαδόπουλος'],
		['Ｎｅｘｕｄｕｓ', 'nexudus'],
		['İSTANBUL', 'istanbul'],
	])('makes %p and %p the same', (one, other) => {
		expect(folded(one)).toBe(folded(other));
	});

	it('finds the beginning of a Greek word that goes on after its sigma', () => {
		expect(folded('Νικόσια')).toContain(folded('Νικοσ'));
	});
});

describe('Values of a field', () => {
	it.each([
		['UpdatedOn', '2026-05-17T09:30:00Z', '2026-05-17T11:30:00.000+02:00'],
		['UpdatedOn', '2026-05-17T09:30:00', '2026-05-17T09:30:00Z'],
		['DateOfBirth', '1980-05-17T00:00:00Z', '1980-05-17'],
		['AmlOpenSanctionsScore', 0.5, '0.50'],
		['AmlCheckStatus', 2, '2'],
		['Notes', null, ''],
		['Notes', undefined, null],
		['CustomFields', { Data: [] }, { Data: [] }],
	])('of %s, %p and %p, mean the same', (property, one, other) => {
		expect(isSameValue(field(property), one, other)).toBe(true);
		expect(isSameValue(field(property), other, one)).toBe(true);
	});

	it.each([
		['UpdatedOn', '2026-05-17T09:30:00Z', '2026-05-17T09:30:01Z'],
		['DateOfBirth', '1980-05-17T00:00:00Z', '1980-05-18T00:00:00Z'],
		['AmlOpenSanctionsScore', 0, null],
		['CoworkerActive', false, null],
		['FullName', 'Anna Schmidt', 'anna schmidt'],
		['FullName', 'Anna Schmidt', 'Anna Schmidt '],
		['AmlOpenSanctionsResponse', '{"score":1}', '{"score": 1}'],
	])('of %s, %p and %p, differ', (property, one, other) => {
		expect(isSameValue(field(property), one, other)).toBe(false);
		expect(isSameValue(field(property), other, one)).toBe(false);
	});

	it('are empty only when they hold nothing: 0 and false are values', () => {
		expect([undefined, null, ''].every(isEmpty)).toBe(true);
		expect([0, false, ' ', [], Number.NaN].some(isEmpty)).toBe(false);
	});
});

describe('The order of values', () => {
	function inOrder(property: string, values: unknown[]): unknown[] {
		return [...values].sort((one, other) => order(field(property), one, other));
	}

	it('puts nothing first, numbers by value and texts by code unit', () => {
		expect(inOrder('AmlOpenSanctionsScore', [10, 9.5, null, -1])).toEqual([null, -1, 9.5, 10]);
		expect(inOrder('FullName', ['élan', 'Zoe', '', 'anna'])).toEqual(['', 'Zoe', 'anna', 'élan']);
	});

	it('puts instants by time, not by how they are written', () => {
		const [late, early] = ['2026-05-17T09:30:00Z', '2026-05-17T10:30:00+02:00'];
		expect(inOrder('UpdatedOn', [late, early])).toEqual([early, late]);
	});
});
