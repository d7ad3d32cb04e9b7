import fc from 'fast-check';
import { contractContact } from '../../nodes/recordTypes/contractContact';
import { fieldOf } from '../../nodes/record/field';
import { listOf } from '../../nodes/record/lists';
import { fieldValue, identifier, isNotSet, switched, UnfitValue } from '../../nodes/record/values';

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
		['FullName', '\u00A0Anna  Schmidt\u200B\n', 'Anna  Schmidt'],
		['Email', ' anna@werkhof.example\t', 'anna@werkhof.example'],
		['PhoneNumber', '\uFEFF+49 30 901820 ', '+49 30 901820'],
		['PostCode', '10115\n', '10115'],
		['PostCode', '😀', '😀'],
		['Notes', ' Rings twice \n', ' Rings twice \n'],
		['CityName', 'Berlin ', 'Berlin '],
		['Notes', 9_007_199_254_740_991, '9007199254740991'],
		['CoworkerContractQuantity', '12.00\u200B', 12],
		['AmlOpenSanctionsScore', '0.5\u00A0', 0.5],
		['CoworkerActive', '\u200BTrue\n', true],
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

describe('What an expression made of a value', () => {
	function problem(property: string, value: unknown): string {
		try {
			valueOf(property, value);
		} catch (error) {
			if (error instanceof UnfitValue) return error.message;
			throw error;
		}
		throw new Error('nothing was refused');
	}

	const object = 'holds an object; choose one of its fields';

	it.each([
		['Notes', { street: 'Torstraße 1' }],
		['FullName', 'Dear [object Object]'],
		['Notes', '[object Object],[object Object]\n'],
		['AmlOpenSanctionsResponse', ' [object Object]'],
		['AmlPappersResponse', { results: [] }],
		['Email', new Map()],
	])('of %s is refused where an object was put in: %p', (property, value) => {
		expect(problem(property, value)).toBe(object);
	});

	it.each([
		['Notes', 9_007_199_254_740_992],
		['PhoneNumber', 4_930_901_820_000_000_000_000],
		['PostCode', -1e300],
		['AmlOpenSanctionsResponse', 2 ** 60],
		['CoworkerContractQuantity', 2 ** 54],
	])('of %s is refused where it was rounded: %p', (property, value) => {
		expect(problem(property, value)).toBe('was rounded; give it as text');
	});

	it('is refused where Nexudus has no such year', () => {
		const inNewYork = (): unknown =>
			valueOf('AmlCheckDate', '9999-12-31T23:00', 'America/New_York');
		expect(inNewYork).toThrow('must lie in the years 1 to 9999');
		expect(valueOf('AmlCheckDate', '9999-12-31T23:00', 'UTC')).toBe('9999-12-31T23:00:00Z');
	});
});

describe('A list', () => {
	it.each([
		['Notes, PostCode', ['Notes', 'PostCode']],
		['["Notes"]', ['Notes']],
		['["Notes", "PostCode"]\n', ['Notes', 'PostCode']],
		['"Notes"', ['Notes']],
		[' Notes\u200B,,\u00A0', ['Notes']],
		[
			['Notes', '', null, ' PostCode '],
			['Notes', 'PostCode'],
		],
		[
			['["Notes"]', 'PostCode,State'],
			['Notes', 'PostCode', 'State'],
		],
		['[Notes]', ['[Notes]']],
		[3, [3]],
		[0, [0]],
		[[], []],
		[undefined, []],
		[' \n', []],
		['[]', []],
	])('given as %j has the entries %j', (given, entries) => {
		expect(listOf(given)).toEqual(entries);
	});
});

describe('A switch', () => {
	it.each([
		[true, true],
		['TRUE', true],
		['true \n', true],
		['\u200BFalse', false],
		[false, false],
	])('takes %j', (given, value) => {
		expect(switched(given)).toBe(value);
	});

	it.each([1, 0, 'yes', 'on', '1', '', null, {}, [true]])('refuses %j', (given) => {
		expect(() => switched(given)).toThrow('must be true or false');
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

	it.each([
		[[4711], 'it holds a list'],
		['[4711]', 'it holds a list'],
		[{ Id: 4711 }, 'it holds an object; choose one of its fields'],
		['[object Object] ', 'it holds an object'],
		['https://spaces.nexudus.com/billing/contractcontacts/4711', 'it holds a link'],
		['4711.5', 'it has decimals'],
		[4711.25, 'it has decimals'],
		["'4711", 'it begins with an apostrophe'],
		[2 ** 53, 'it was rounded; give it as text'],
	])('that is none says what came: %j', (given, came) => {
		expect(() => identifier(given)).toThrow(`must be an ID: a whole number of at least 1 (${came}`);
	});

	it.each([['1042.0'], ['1042.000'], ['\u200B1042\uFEFF\n'], ['10\u200D42'], ['\u00A01042 ']])(
		'may come from a table as %j',
		(value) => {
			expect(identifier(value)).toBe(1042);
			expect(identifier(locator(value))).toBe(1042);
		},
	);

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
