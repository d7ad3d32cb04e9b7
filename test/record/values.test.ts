import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { fieldOf } from '../../nodes/record/field';
import { fieldValue, identifier, isNotSet, UnfitValue } from '../../nodes/record/values';

function valueOf(property: string, value: unknown, timeZone = 'Europe/Berlin'): unknown {
	return fieldValue(fieldOf(contractContact, property), value, timeZone);
}

const locator = (value: unknown) => ({ __rl: true, mode: 'id', value });

describe('A value that is set', () => {
	it.each([
		['FullName', 'Anna Schmidt', 'Anna Schmidt'],
		['PostCode', 10_115, '10115'],
		['AmlOpenSanctionsScore', ' 0.75 ', 0.75],
		['AmlOpenSanctionsScore', '1e-2', 0.01],
		['AmlOpenSanctionsScore', 0, 0],
		['CoworkerContractQuantity', '+3', 3],
		['CoworkerActive', 'TRUE', true],
		['CoworkerActive', false, false],
		['CoworkerId', locator('88112'), 88_112],
		['AmlCheckDate', '2026-05-17T09:30', '2026-05-17T07:30:00Z'],
		['AmlCheckDate', '2026-05-17T09:30:15.250Z', '2026-05-17T09:30:15.250Z'],
		['DateOfBirth', '1980-05-17T23:30:00-11:00', '1980-05-17T00:00:00Z'],
		['AmlOpenSanctionsResponse', { score: 0.2, hits: [] }, '{"score":0.2,"hits":[]}'],
		['AmlOpenSanctionsResponse', '{"score": 0.2}', '{"score": 0.2}'],
	])('of %s, %p, goes to Nexudus as %p', (property, value, sent) => {
		expect(valueOf(property, value)).toEqual(sent);
	});

	it.each([
		['FullName', true],
		['FullName', ['Anna']],
		['AmlOpenSanctionsScore', 'high'],
		['AmlOpenSanctionsScore', '0x10'],
		['AmlOpenSanctionsScore', '1e400'],
		['AmlOpenSanctionsScore', Number.POSITIVE_INFINITY],
		['AmlOpenSanctionsScore', ''],
		['CoworkerContractQuantity', 1.5],
		['CoworkerContractQuantity', ['3']],
		['CoworkerContractQuantity', '9007199254740993'],
		['CoworkerActive', 1],
		['CoworkerActive', 'yes'],
		['CoworkerId', '0'],
		['CoworkerId', '12/../13'],
		['AmlCheckDate', '17.05.2026'],
		['DateOfBirth', '1980-02-30'],
		['AmlCheckStatus', 7],
		['AmlCheckStatus', 'Cleared'],
		['AmlCheckStatus', true],
		['AmlCheckStatus', ['2']],
		['UniqueId', '8f2e'],
	])('of %s, %p, is refused', (property, value) => {
		expect(() => valueOf(property, value)).toThrow(UnfitValue);
	});
});

describe('An enumeration', () => {
	const choices = (fieldOf(contractContact, 'AmlCheckStatus').choices ?? []).flatMap((choice) =>
		[
			choice.value,
			String(choice.value),
			choice.name,
			choice.label,
			choice.label.toUpperCase(),
			` ${choice.name.toLowerCase()} `,
		].map((given): [unknown, number] => [given, choice.value]),
	);

	it.each(choices)('takes %p for %p', (given, value) => {
		expect(valueOf('AmlCheckStatus', given)).toBe(value);
	});
});

describe('An ID', () => {
	it('is digits only, so that nothing can be smuggled into a path', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.integer(), fc.double(), fc.anything()), (value) => {
				let id: number;
				try {
					id = identifier(value);
				} catch (error) {
					expect(error).toBeInstanceOf(UnfitValue);
					return;
				}
				expect(String(id)).toMatch(/^[1-9]\d*$/);
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([[1042], ['1042'], [' 1042 '], [locator(1042)], [locator('1042')]])(
		'may come as %p',
		(value) => {
			expect(identifier(value)).toBe(1042);
		},
	);

	it.each([[0], [-1], [1.5], ['1e3'], ['0x10'], [''], [null], [[5]], [locator('')]])(
		'is never read from %p',
		(value) => {
			expect(() => identifier(value)).toThrow(UnfitValue);
		},
	);
});

describe('A parameter', () => {
	it.each([
		[undefined],
		[null],
		[''],
		[' \t\r\n'],
		['\u00A0'],
		['\u202F\u3000'],
		['\u200B\u200C\u200D'],
		['\u2060\uFEFF'],
		['\u00AD'],
		['\u180E'],
		['\u2800'],
		['\u0000'],
		[locator(' \u200B')],
		[[]],
		[locator('')],
		[locator(undefined)],
	])('left as %p is not set', (value) => {
		expect(isNotSet(value)).toBe(true);
	});

	it.each([[0], [false], [' x '], ['❤️'], [[0]], [locator(0)], [{}]])(
		'that holds %p is set',
		(value) => {
			expect(isNotSet(value)).toBe(false);
		},
	);
});
