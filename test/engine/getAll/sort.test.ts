import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { column, list, pagesAsked, valueOf } from './listing';
import { plain } from './matching';

type Property = keyof ContractContact;

const conventions = ['zeroOne', 'oneMinusOne'] as const;
const directions = ['asc', 'desc'] as const;

/** What a value is ordered by; nothing comes first, as in SQL Server. */
function key(property: Property, value: unknown): number | string {
	if (value === null) return Number.NEGATIVE_INFINITY;
	if (property === 'AmlCheckDate' || property === 'UpdatedOn') return Date.parse(String(value));
	return typeof value === 'string' ? plain(value) : Number(value);
}

function keysOf(property: Property, rows: readonly IDataObject[]): Array<number | string> {
	return rows.map((row) => key(property, row[property]));
}

function isBefore(one: number | string, other: number | string): boolean {
	if (one === Number.NEGATIVE_INFINITY) return other !== one;
	if (other === Number.NEGATIVE_INFINITY) return false;
	return one < other;
}

function sort(field: string, direction: 'asc' | 'desc'): INodeParameters {
	return { by: { field, direction } };
}

describe.each(conventions)('Sorting with the directions numbered as "%s"', (sortDirection) => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ assumptions: { sortDirection } });
	});

	afterAll(async () => await sandbox.close());

	const fields: Property[] = [
		'FullName',
		'Email',
		'Id',
		'AmlOpenSanctionsScore',
		'CoworkerContractQuantity',
		'UpdatedOn',
		'AmlCheckDate',
		'DateOfBirth',
		'AmlCheckStatus',
		'ContractContactType',
		'CoworkerActive',
		'CountryName',
	];

	it.each(fields.flatMap((field) => directions.map((direction) => ({ field, direction }))))(
		'gives all contacts by $field $direction',
		async ({ field, direction }) => {
			const { json } = await list(sandbox, { sort: sort(field, direction), output: 'raw' });
			const keys = keysOf(field, json);
			const ascending = direction === 'asc' ? keys : [...keys].reverse();

			expect(new Set(column(json, 'Id')).size).toBe(sandbox.nexudus.contacts.count);
			for (let index = 1; index < ascending.length; index++) {
				expect(isBefore(ascending[index], ascending[index - 1])).toBe(false);
			}
		},
	);

	it.each(directions)('gives the first few of the whole table, %s', async (direction) => {
		const ids = sandbox.nexudus.contacts.all().map(({ Id }) => Id);
		const wanted = direction === 'asc' ? ids : [...ids].reverse();

		for (const limit of [1, 2, 7]) {
			const found = await list(sandbox, {
				returnAll: false,
				limit,
				sort: sort('Id', direction),
			});
			expect(found.ids).toEqual(wanted.slice(0, limit));
		}
	});

	it('gives the last change first although those who share it do not tell the order', async () => {
		const { json } = await list(sandbox, {
			returnAll: false,
			limit: 3,
			sort: sort('UpdatedOn', 'desc'),
		});
		expect(column(json, 'UpdatedOn')).toEqual(Array(3).fill('2026-10-30T16:45:00Z'));
	});

	it('goes by Id ascending when nothing is asked for', async () => {
		const { ids, requests } = await list(sandbox, {});
		expect(ids).toEqual(sandbox.nexudus.contacts.all().map(({ Id }) => Id));
		expect(valueOf(pagesAsked(requests)[0], 'orderBy')).toBe('Id');
	});

	it.each(directions)('finds the %s order page by page', async (direction) => {
		const { json, requests } = await list(sandbox, {
			sort: sort('UpdatedOn', direction),
			options: { pageSize: 50 },
		});
		const stamps = column(json, 'UpdatedOn').map(String);
		const sorted = [...stamps].sort();

		expect(stamps).toEqual(direction === 'asc' ? sorted : sorted.reverse());
		expect(new Set(column(json, 'Id')).size).toBe(320);
		expect(requests.length).toBeLessThanOrEqual(8);
	});

	it.each(directions)(
		'finds out with one probe where one row does not tell, %s',
		async (direction) => {
			const { requests } = await list(sandbox, {
				returnAll: false,
				limit: 1,
				sort: sort('FullName', direction),
			});
			const probes = pagesAsked(requests).filter((page) => valueOf(page, 'orderBy') === 'Id');

			expect(probes.map((page) => valueOf(page, 'size'))).toEqual(['2']);
			expect(requests).toHaveLength(sortDirection === 'zeroOne' ? 2 : 3);
		},
	);

	it.each(directions)(
		'finds out with one probe where all values are equal, %s',
		async (direction) => {
			const { json, requests } = await list(sandbox, {
				returnAll: false,
				limit: 5,
				filters: { amlCheckStatus: [4] },
				sort: sort('AmlCheckStatus', direction),
			});
			const ids = sandbox.nexudus.contacts
				.all()
				.filter(({ AmlCheckStatus }) => AmlCheckStatus === 4)
				.map(({ Id }) => Id);

			expect(column(json, 'Id')).toEqual(
				direction === 'asc' ? ids.slice(0, 5) : ids.reverse().slice(0, 5),
			);
			expect(pagesAsked(requests).filter((page) => valueOf(page, 'orderBy') === 'Id')).toHaveLength(
				1,
			);
		},
	);

	it('remembers it for the other items of the execution', async () => {
		const { requests } = await list(
			sandbox,
			{ returnAll: false, limit: 3, sort: sort('={{ $json.field }}', 'desc') },
			{ items: Array.from({ length: 12 }, () => ({ field: 'UpdatedOn' })) },
		);
		const [asked] = pagesAsked(requests).slice(-1);

		expect(valueOf(asked, 'dir')).toBe(sortDirection === 'zeroOne' ? '1' : '-1');
		// Four items start at once, and each of these may have to find out by itself.
		expect(requests.length).toBeLessThanOrEqual(12 + 4 * 2);
	});

	it('asks no more than once where a single contact matches', async () => {
		const { ids, requests } = await list(sandbox, {
			filters: { email: 'siobhan.oneill@' },
			sort: sort('FullName', 'desc'),
		});
		expect(ids).toEqual([87000001]);
		expect(requests).toHaveLength(1);
	});
});

describe('Sorting', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => {
		sandbox.nexudus.assume(DOCUMENTED);
		sandbox.nexudus.clearFaults();
	});

	afterAll(async () => await sandbox.close());

	it('holds for an item whose first page came late, after another found the numbers out', async () => {
		sandbox.nexudus.assume({ sortDirection: 'oneMinusOne' });
		sandbox.nexudus.fail({ when: { nth: 2 }, how: { status: 503 } });

		const { items } = await list(
			sandbox,
			{ returnAll: false, limit: 2, sort: sort('Id', 'asc') },
			{ items: [{}, {}] },
		);
		expect(items.map(({ json, pairedItem }) => [json.Id, pairedItem])).toEqual([
			[87000001, { item: 0 }],
			[87000008, { item: 0 }],
			[87000001, { item: 1 }],
			[87000008, { item: 1 }],
		]);
	});

	it.each(conventions)('puts contacts without a value first, numbered as "%s"', async (numbers) => {
		sandbox.nexudus.assume({ sortDirection: numbers });
		const { contacts } = sandbox.nexudus;
		const [named, nameless] = ['billing@orchard.example', null].map((Email) =>
			contacts.add({ FullName: 'Orchard Holdings', Email }),
		);
		const { ids } = await list(sandbox, {
			filters: { fullName: 'Orchard Holdings' },
			sort: sort('Email', 'asc'),
		});
		for (const { Id } of [named, nameless]) contacts.remove(Id);

		expect(ids).toEqual([nameless.Id, named.Id]);
	});

	it('by a field that list rows leave out puts several lists in the right order', async () => {
		const { json } = await list(sandbox, {
			filters: { amlCheckStatus: [3, 4, 5] },
			sort: sort('CityName', 'asc'),
			output: 'raw',
		});
		const cities = column(json, 'CityName').filter((city) => city !== null);

		expect(cities.length).toBeGreaterThan(10);
		expect(cities).toEqual([...cities].sort());
	});

	it.each([
		{ by: { field: 'Shoe size', direction: 'asc' } },
		{ by: { field: '={{ "" }}', direction: 'asc' } },
		{ by: { field: 'FullName', direction: 'upwards' } },
	])('is refused where it names no field or direction: $by', async (wanted) => {
		const { error, requests } = await list(sandbox, { sort: wanted });
		expect(error?.message).toContain("'Sort' needs a field");
		expect(requests).toEqual([]);
	});
});
