import type { Assumptions } from '../../sandbox/nexudus/assumptions';
import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { LIST_ONLY_TOKEN } from '../../sandbox/nexudus/accounts';
import { CONTACTS, json, type Row, withNexudus } from './nexudus';

const UNKNOWN = 424_242;

describe('Assumptions', () => {
	const client = withNexudus();
	const assume = (changes: Partial<Assumptions>) => client().nexudus.assume(changes);

	describe('sortDirection', () => {
		const isAscending = async (dir: string) => {
			const ids = await client().ids({ orderBy: 'Id', dir });
			return ids[0] < ids[1];
		};

		it.each([
			['zeroOne', '0', true],
			['zeroOne', '1', false],
			['zeroOne', '-1', true],
			['zeroOne', 'Descending', false],
			['oneMinusOne', '1', true],
			['oneMinusOne', '-1', false],
			['oneMinusOne', '0', false],
			['oneMinusOne', 'Ascending', true],
		] as const)('%s: dir=%s is ascending: %s', async (sortDirection, dir, ascending) => {
			assume({ sortDirection });

			expect(await isAscending(dir)).toBe(ascending);
		});

		it.each(['zeroOne', 'oneMinusOne'] as const)(
			'%s: without a direction ascending',
			async (sortDirection) => {
				assume({ sortDirection });
				const ids = await client().ids({ orderBy: 'Id' });

				expect(ids[0]).toBeLessThan(ids[1]);
			},
		);
	});

	describe('textFilters', () => {
		beforeEach(() => client().nexudus.contacts.add({ FullName: 'Łucja Ångström' }));

		it('contains: a part is enough', async () => {
			assume({ textFilters: 'contains' });

			expect(await client().ids({ ContractContact_FullName: 'angstr' })).toHaveLength(1);
		});

		it('equals: only the whole text will do, in any case and without accents', async () => {
			assume({ textFilters: 'equals' });

			expect(await client().ids({ ContractContact_FullName: 'angstr' })).toEqual([]);
			expect(await client().ids({ ContractContact_FullName: 'ŁUCJA ANGSTROM' })).toHaveLength(1);
		});
	});

	it('statusZeroFilter: status 0 filters, or counts as no filter', async () => {
		const total = async () =>
			(await client().list({ ContractContact_AmlCheckStatus: 0 })).TotalItems;
		const filtered = await total();
		assume({ statusZeroFilter: 'ignored' });

		expect(filtered).toBeLessThan(320);
		expect(await total()).toBe(320);
	});

	it.each([
		[404, '"Not found"'],
		[500, expect.stringContaining('Ooops! There was a problem while running this action')],
	] as const)('unknownId: %s for a read and an update', async (unknownId, body) => {
		assume({ unknownId });
		const read = await client().get(`${CONTACTS}/${UNKNOWN}`);
		const update = await client().send('PUT', CONTACTS, { Id: UNKNOWN });

		expect([read.status, read.text]).toEqual([unknownId, body]);
		expect([update.status, update.text]).toEqual([unknownId, body]);
	});

	it.each([401, 403] as const)('missingRole: %s', async (missingRole) => {
		assume({ missingRole });
		const reply = await client()
			.as(`Bearer ${LIST_ONLY_TOKEN}`)
			.get(`${CONTACTS}/${COMPLETE_CONTACT_ID}`);

		expect(reply.status).toBe(missingRole);
	});

	it('leftOutKeys: absent from list rows, or null', async () => {
		const keys = async () => Object.entries((await client().list({ size: 1 })).Records[0]);
		const absent = await keys();
		assume({ leftOutKeys: 'null' });
		const present = await keys();

		expect(absent).toHaveLength(35);
		expect(present).toHaveLength(42);
		expect(present).toContainEqual(['Notes', null]);
	});

	it('maximumPageSize: a larger size is cut down, and the answer says so', async () => {
		expect((await client().list({ size: 5000 })).Records).toHaveLength(320);
		assume({ maximumPageSize: 100 });
		const { Records, CurrentPageSize, PageSize, TotalPages } = await client().list({ size: 5000 });

		expect(Records).toHaveLength(100);
		expect([CurrentPageSize, PageSize, TotalPages]).toEqual([100, 100, 4]);
	});

	it.each([
		['present', 200],
		['absent', 404],
		['failing', 500],
	] as const)('batchRoute: %s answers %s', async (batchRoute, status) => {
		assume({ batchRoute });
		const reply = await client().get(`${CONTACTS}/?id=[${COMPLETE_CONTACT_ID}]`);

		expect(reply.status).toBe(status);
	});

	it.each([
		['current', ['CoworkerContract', 'FullName', 'ContractContactType', 'AmlCheckStatus']],
		['middle', ['CoworkerContract', 'FullName', 'ContractContactType']],
		['oldest', ['CoworkerContract', 'FullName']],
	] as const)('requiredFields: %s asks for %j', async (requiredFields, names) => {
		assume({ requiredFields });
		const creation = await client().send('POST', CONTACTS, {});
		const update = await client().send('PUT', CONTACTS, { Id: COMPLETE_CONTACT_ID });
		const properties = (text: string) =>
			(JSON.parse(text) as { Errors: Row[] }).Errors.map(({ PropertyName }) => PropertyName);

		expect(properties(creation.text)).toEqual(names);
		expect(properties(update.text)).toEqual(names);
	});

	it('requiredFields: what the oldest version leaves out becomes a director not yet checked', async () => {
		assume({ requiredFields: 'oldest' });
		const [{ Id: CoworkerContractId }] = client().nexudus.contracts;
		const reply = await client().send('POST', CONTACTS, { CoworkerContractId, FullName: 'Ada' });
		const { Value } = json<{ Value: { Id: number } }>(reply);

		expect(client().nexudus.contacts.get(Value.Id)).toMatchObject({
			ContractContactType: 1,
			AmlCheckStatus: 0,
		});
	});

	it.each([
		['cleared', null],
		['kept', 'Dublin'],
	] as const)('omittedOnUpdate: what a PUT leaves out is %s', async (omittedOnUpdate, city) => {
		assume({ omittedOnUpdate });
		const before = client().nexudus.contacts.get(COMPLETE_CONTACT_ID);
		const [{ Id: CoworkerContractId }] = client().nexudus.contracts;
		const reply = await client().send('PUT', CONTACTS, {
			Id: COMPLETE_CONTACT_ID,
			CoworkerContractId,
			FullName: 'Someone Else',
			ContractContactType: 3,
			AmlCheckStatus: 2,
		});

		expect(reply.status).toBe(200);
		expect(client().nexudus.contacts.get(COMPLETE_CONTACT_ID)).toMatchObject({
			FullName: 'Someone Else',
			CityName: city,
			CustomFields: city && before?.CustomFields,
			CountryName: city && before?.CountryName,
			CoworkerEmail: city && before?.CoworkerEmail,
			SystemId: before?.SystemId,
			CreatedOn: before?.CreatedOn,
		});
	});

	it('bareTimes: a time without a zone is read in another one, a time with one is not', async () => {
		const created = Date.parse(
			String(client().nexudus.contacts.get(COMPLETE_CONTACT_ID)?.CreatedOn),
		);
		const threeHoursBefore = new Date(created - 3 * 3_600_000).toISOString();
		const bare = { from_ContractContact_CreatedOn: threeHoursBefore.slice(0, 16) };
		const zoned = { from_ContractContact_CreatedOn: threeHoursBefore };

		expect(await client().ids(bare)).toContain(COMPLETE_CONTACT_ID);
		assume({ bareTimes: 'America/Bogota' });
		expect(await client().ids(bare)).not.toContain(COMPLETE_CONTACT_ID);
		expect(await client().ids(zoned)).toContain(COMPLETE_CONTACT_ID);
	});

	it('ignoredFilters: a filter that this tenant does not know widens the list', async () => {
		assume({ ignoredFilters: ['ContractContact_AmlCheckStatus'] });
		const query = { ContractContact_AmlCheckStatus: 6, ContractContact_ContractContactType: 1 };
		const directors = await client().ids({ ContractContact_ContractContactType: 1 });

		expect(await client().ids(query)).toEqual(directors);
	});
});
