import { json, type Row, withNexudus } from './nexudus';

const CONTRACTS = '/api/billing/coworkercontracts';
const LOCATIONS = '/api/sys/businesses';
const PLANS = '/api/billing/tariffs';
const COWORKERS = '/api/spaces/coworkers';

describe('Contracts', () => {
	const client = withNexudus();
	const ids = async (query: Record<string, string | number>) => {
		const { Records } = await client().list({ size: 1000, ...query }, CONTRACTS);
		return Records.map(({ Id }) => Id);
	};
	const wanted = (passes: (contract: Row) => unknown) =>
		client()
			.nexudus.contracts.filter((contract) => passes(contract as unknown as Row))
			.map(({ Id }) => Id);

	it('are listed without their long texts, and read in full one by one or several at once', async () => {
		const { Records, TotalItems } = await client().list({ size: 1000 }, CONTRACTS);
		const [first, second] = client().nexudus.contracts;
		const one = json(await client().get(`${CONTRACTS}/${first.Id}`));
		const several = json<Row[]>(
			await client().get(`${CONTRACTS}/?id=[${first.Id},${second.Id},424242]`),
		);

		expect(TotalItems).toBe(87);
		expect(Records[0]).not.toHaveProperty('Notes');
		expect(Records[0]).not.toHaveProperty('CancellationNotes');
		expect(Records[0]).not.toHaveProperty('DeliveryInstructions');
		expect(one).toEqual(first);
		expect(several).toEqual([second, first]);
	});

	it('take no write at all, and the log tells of each that came', async () => {
		const [{ Id }] = client().nexudus.contracts;
		const before = client().nexudus.stores.CoworkerContract.all();
		const replies = [
			await client().send('POST', CONTRACTS, { TariffId: 95_210 }),
			await client().send('PUT', CONTRACTS, { Id, Active: false }),
			await client().send('DELETE', `${CONTRACTS}/${Id}`),
			await client().send('POST', `${CONTRACTS}/runcommand`, { Key: 'CANCEL_CONTRACT' }),
		];

		expect(replies.map(({ status }) => status)).toEqual([405, 405, 405, 404]);
		expect(client().nexudus.requests.map(({ method }) => method)).toEqual([
			'POST',
			'PUT',
			'DELETE',
			'POST',
		]);
		expect(client().nexudus.stores.CoworkerContract.all()).toEqual(before);
	});

	it.each([
		['Active', 'false', (contract: Row) => contract.Active === false],
		['Cancelled', 'true', (contract: Row) => contract.Cancelled],
		['MainContract', 'false', (contract: Row) => contract.MainContract === false],
		['IssuedBy', 418_004, (contract: Row) => contract.IssuedById === 418_004],
		['IssuedBy_Name', 'ancoats', (contract: Row) => contract.IssuedById === 418_002],
		['Tariff', 95_302, (contract: Row) => contract.TariffId === 95_302],
		['Tariff_Name', 'desk', (contract: Row) => String(contract.TariffName).endsWith('Desk')],
		[
			'Coworker_CompanyName',
			'GmbH',
			(contract: Row) => /gmbh/i.test(`${contract.CoworkerCompanyName}`),
		],
		['Notes', 'accountant', (contract: Row) => /accountant/.test(`${contract.Notes}`)],
		['PoBoxNumber', 'PO 1', (contract: Row) => /^PO 1/.test(`${contract.PoBoxNumber}`)],
		['BillingDay', 7, (contract: Row) => contract.BillingDay === 7],
		['CancellationReason', 1, (contract: Row) => contract.CancellationReason === 1],
		['CancellationReason', 'Other', (contract: Row) => contract.CancellationReason === 99],
		[
			'DeliveryHandlingPreferenceMail',
			2,
			(contract: Row) => contract.DeliveryHandlingPreferenceMail === 2,
		],
	])('are filtered by %s=%s', async (filter, value, passes) => {
		const expected = wanted(passes);

		expect(expected.length).toBeGreaterThan(0);
		expect(expected.length).toBeLessThan(87);
		expect(await ids({ [`CoworkerContract_${filter}`]: value })).toEqual(expected);
	});

	it.each(['StartDate', 'RenewalDate', 'ContractTerm', 'CancellationDate', 'IdentityChecksDueOn'])(
		'are filtered by a range of %s',
		async (property) => {
			const from = '2025-06-01T00:00';
			const to = '2027-06-01T00:00';
			const expected = wanted(({ [property]: date }) => {
				const text = String(date);
				return date !== null && text >= `${from}:00Z` && text <= `${to}:00Z`;
			});

			expect(expected.length).toBeGreaterThan(0);
			expect(
				await ids({
					[`from_CoworkerContract_${property}`]: from,
					[`to_CoworkerContract_${property}`]: to,
				}),
			).toEqual(expected);
		},
	);

	it.each(['BillingDay', 'Quantity', 'Price', 'Value', 'CancellationLimitDays'])(
		'are filtered by a range of %s',
		async (property) => {
			const expected = wanted(({ [property]: value }) => value !== null && Number(value) >= 2);

			expect(await ids({ [`from_CoworkerContract_${property}`]: 2 })).toEqual(expected);
		},
	);

	it('are filtered by a custom field, in any case', async () => {
		const expected = wanted(({ CustomFields }) => /Lowe/.test(JSON.stringify(CustomFields)));

		expect(expected.length).toBeGreaterThan(0);
		expect(await ids({ 'CoworkerContract_CustomFields_account manager': 'LOWE' })).toEqual(
			expected,
		);
		expect(await ids({ CoworkerContract_CustomFields_Nothing: 'Lowe' })).toEqual([]);
	});

	it('are all there where the location filter is one that the tenant misses', async () => {
		client().nexudus.assume({ ignoredFilters: ['CoworkerContract_IssuedBy'] });

		expect(await ids({ CoworkerContract_IssuedBy: 418_004 })).toHaveLength(87);
	});

	it('leave out of their rows what an assumption names, or nothing', async () => {
		const keys = async () => Object.keys((await client().list({ size: 1 }, CONTRACTS)).Records[0]);
		await keys();
		client().nexudus.assume({ contractLeftOut: ['PoBoxNumber'] });
		const without = await keys();
		client().nexudus.assume({ contractLeftOut: [] });

		expect(without).not.toContain('PoBoxNumber');
		expect(without).toContain('Notes');
		expect(await keys()).toHaveLength(72);
	});
});

describe('Locations, plans and coworkers', () => {
	const client = withNexudus();

	it.each([
		[LOCATIONS, { Business_Name: 'république' }, ['Northlight République']],
		[PLANS, { Tariff_Name: 'desk' }, ['Dedicated Desk', 'Hot Desk']],
	])('are listed at %s, by name', async (path, filter, names) => {
		const { Records } = await client().list({ orderBy: 'Name', dir: 0, ...filter }, path);

		expect(Records.map(({ Name }) => Name)).toEqual(names);
	});

	it('are what contracts refer to', () => {
		const { contracts, coworkers, locations, plans } = client().nexudus;
		const nameIn = (records: ReadonlyArray<{ Id: number; Name: string }>, id: number) =>
			records.find(({ Id }) => Id === id)?.Name;

		for (const contract of contracts) {
			expect(contract.IssuedByName).toBe(nameIn(locations, contract.IssuedById));
			expect(contract.TariffName).toBe(nameIn(plans, contract.TariffId));
			expect(contract.CoworkerFullName).toBe(
				coworkers.find(({ Id }) => Id === contract.CoworkerId)?.FullName,
			);
		}
	});

	it.each([LOCATIONS, PLANS, '/api/sys/countries'])(
		'at %s have no records of their own route',
		async (path) => {
			expect((await client().get(`${path}/1`)).status).toBe(404);
		},
	);

	it('let coworkers be read one by one', async () => {
		const [coworker] = client().nexudus.coworkers;

		expect(json(await client().get(`${COWORKERS}/${coworker.Id}`))).toEqual(coworker);
	});
});
