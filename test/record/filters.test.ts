import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Failure } from '../../nodes/record/failure';
import type { FilterReading } from '../../nodes/record/filters';
import { filtering, filterParameters } from '../../nodes/record/filters';
import { mayCome, meetsAll, needsFullRecords } from '../../nodes/record/rowConditions';

const reading: FilterReading = {
	timeZone: 'Europe/Berlin',
	textMatch: 'api',
	emptyFilters: 'refuse',
};

function filtered(filters: Record<string, unknown>, given: Partial<FilterReading> = {}) {
	return filtering(contractContact, filters, { ...reading, ...given });
}

function refusal(filters: Record<string, unknown>): string {
	try {
		filtered(filters);
	} catch (error) {
		if (error instanceof Failure) return error.message;
		throw error;
	}
	throw new Error('nothing was refused');
}

const locator = (value: unknown) => ({ __rl: true, mode: 'list', value });

describe('Filters', () => {
	it('all go into one query, and every row is checked against each', () => {
		const { queries, conditions } = filtered({
			coworkerContractId: locator('88112'),
			fullName: 'schmidt',
			createdOnFrom: '2026-05-17',
		});
		expect(queries).toEqual([
			[
				['ContractContact_CoworkerContract', '88112'],
				['ContractContact_FullName', 'schmidt'],
				['from_ContractContact_CreatedOn', '2026-05-16T22:00'],
			],
		]);
		const row = {
			CoworkerContractId: 88_112,
			FullName: 'Anna Schmidt',
			CreatedOn: '2026-05-17T09:30:00Z',
		};
		expect(meetsAll(conditions, row)).toBe(true);
		expect(meetsAll(conditions, { ...row, CoworkerContractId: 88_113 })).toBe(false);
		expect(meetsAll(conditions, { ...row, FullName: undefined })).toBe(false);
		expect(meetsAll(conditions, { ...row, CreatedOn: '2026-05-16T21:59:59Z' })).toBe(false);
	});

	it('that are none ask once for everything', () => {
		expect(filtered({})).toEqual({ queries: [[]], conditions: [], dropped: [] });
	});

	it('with several statuses and types become a query for each pair, each pair once', () => {
		const { queries, conditions } = filtered({
			amlCheckStatus: [3, 'ConfirmedMatch', '3'],
			contractContactType: ['Director', 3],
		});
		expect(queries.map((query) => query.map(([, value]) => value).join(' '))).toEqual([
			'3 1',
			'3 3',
			'4 1',
			'4 3',
		]);
		expect(meetsAll(conditions, { AmlCheckStatus: 4, ContractContactType: 1 })).toBe(true);
		expect(meetsAll(conditions, { AmlCheckStatus: 2, ContractContactType: 1 })).toBe(false);
		expect(meetsAll(conditions, { AmlCheckStatus: null, ContractContactType: 1 })).toBe(false);
	});

	it.each([
		['Clear, manually cleared'],
		['["Clear","ManuallyCleared"]'],
		['[2, 6]\n'],
		['2,6,'],
		[['Clear', '', ' 6 ', null]],
		[['Clear, Manually Cleared']],
	])('with several statuses may come as text: %j', (amlCheckStatus) => {
		const { queries } = filtered({ amlCheckStatus });
		expect(queries.flat().map(([, value]) => value)).toEqual(['2', '6']);
	});

	it.each([['[]'], [','], [['', ' \n']], ['""']])('that list nothing, %j, are empty', (value) => {
		expect(refusal({ contractContactType: value })).toBe("'Contact Type' in 'Filters' is empty");
	});

	it('that name a choice that does not exist say which', () => {
		expect(refusal({ amlCheckStatus: 'Clear, Cleared' })).toMatch(
			/^'AML Check Status' in 'Filters' must be one of: .*, not 'Cleared'$/,
		);
	});

	it('with several values may be one list without that filter, its rows checked', () => {
		const { queries, conditions } = filtered(
			{ amlCheckStatus: [3, 4], contractContactType: [1], email: 'atelier' },
			{ severalValues: 'checkRows' },
		);
		expect(queries).toEqual([
			[
				['ContractContact_ContractContactType', '1'],
				['ContractContact_Email', 'atelier'],
			],
		]);
		const row = { AmlCheckStatus: 4, ContractContactType: 1, Email: 'keller@atelier.example' };
		expect(meetsAll(conditions, row)).toBe(true);
		expect(meetsAll(conditions, { ...row, AmlCheckStatus: 2 })).toBe(false);
		for (const AmlCheckStatus of [2, null]) {
			expect(mayCome(conditions, { ...row, AmlCheckStatus })).toBe(true);
		}
		expect(mayCome(conditions, { ...row, AmlCheckStatus: 2, ContractContactType: 3 })).toBe(false);
	});

	it('that are too long for an address are refused, naming the longest', () => {
		const long = { email: 'atelier', notes: 'ä'.repeat(1_300) };
		expect(refusal(long)).toBe("'Notes' in 'Filters' is too long for a filter");
		expect(refusal({ address: 'Quai '.repeat(800), notes: 'Parcel '.repeat(600) })).toContain(
			'too long',
		);
		expect(filtered({ notes: 'a'.repeat(6_000) }).queries[0][0][1]).toHaveLength(6_000);
	});

	it('that ask twice for one end of a range send the narrower one and check both', () => {
		const { queries, conditions } = filtered({
			amlCheckDate: '2026-05-17',
			amlCheckDateFrom: '2026-05-17T12:00',
			amlCheckDateTo: '2026-05-30',
		});
		expect(queries).toEqual([
			[
				['from_ContractContact_AmlCheckDate', '2026-05-17T10:00'],
				['to_ContractContact_AmlCheckDate', '2026-05-17T22:00'],
			],
		]);
		expect(meetsAll(conditions, { AmlCheckDate: '2026-05-17T10:00:00Z' })).toBe(true);
		expect(meetsAll(conditions, { AmlCheckDate: '2026-05-17T09:59:59Z' })).toBe(false);
		expect(meetsAll(conditions, { AmlCheckDate: '2026-05-17T22:00:00Z' })).toBe(false);
	});

	it('on a field that lists leave out need the full records', () => {
		expect(needsFullRecords(filtered({ notes: 'parcel' }).conditions)).toBe(true);
		expect(needsFullRecords(filtered({ amlNotes: 'parcel' }).conditions)).toBe(false);
	});

	it('keep the values 0 and false', () => {
		expect(filtered({ amlCheckStatus: 0, coworkerActive: false }).queries).toEqual([
			[
				['ContractContact_AmlCheckStatus', '0'],
				['ContractContact_Coworker_Active', 'false'],
			],
		]);
	});
});

describe('An empty filter', () => {
	it.each([[''], ['  '], ['\u200B\n'], ['\u00A0'], [null], [undefined], [[]], [locator('')]])(
		'that came out as %p is refused by its label, since it would list everybody',
		(value) => {
			expect(refusal({ email: value })).toBe("'Email' in 'Filters' is empty");
		},
	);

	it('is dropped and named where that is asked for', () => {
		const { queries, dropped } = filtered(
			{ email: '', amlCheckDateTo: null, fullName: 'schmidt' },
			{ emptyFilters: 'drop' },
		);
		expect(queries).toEqual([[['ContractContact_FullName', 'schmidt']]]);
		expect(dropped).toEqual(['Email', 'AML Check Date To']);
	});
});

describe('A filter that can’t be', () => {
	it('is refused: one that Nexudus does not know would give the whole table', () => {
		expect(refusal({ updatedSince: '2026-05-17' })).toContain("'updatedSince'");
		expect(refusal({ updatedOn: '2026-05-17' })).toContain("'updatedOn'");
		expect(refusal({ email: ['a', 'b'] })).toContain("'Email'");
		expect(refusal({ createdOnTo: 'soon' })).toContain("'Created On To'");
	});
});

describe('The filters of the list endpoint', () => {
	it('are 32 equalities and 7 ranges, each parameter once', () => {
		const parameters = filterParameters(contractContact);
		const count = (compares: string): number =>
			parameters.filter((parameter) => parameter.compares === compares).length;
		expect([count('equal'), count('from'), count('to')]).toEqual([32, 7, 7]);
		expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
	});
});
