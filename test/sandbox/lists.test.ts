import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { CONTACTS, json, type Row, withNexudus } from './nexudus';

const LEFT_OUT = [
	'Address',
	'PostCode',
	'CityName',
	'State',
	'Notes',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
];

describe('The list of contract contacts', () => {
	const client = withNexudus();

	it('gives 25 rows by Id in the documented envelope', async () => {
		const { Records, ...envelope } = await client().list();

		expect(Records).toHaveLength(25);
		expect(Records.map(({ Id }) => Id)).toEqual(Records.map(({ Id }) => Id).sort((a, b) => a - b));
		expect(envelope).toEqual({
			CurrentPageSize: 25,
			CurrentPage: 1,
			CurrentOrderField: 'Id',
			CurrentSortDirection: 0,
			FirstItem: 1,
			HasNextPage: true,
			HasPreviousPage: false,
			LastItem: 25,
			PageNumber: 1,
			PageSize: 25,
			TotalItems: 320,
			TotalPages: 13,
		});
	});

	it('ends with a short page', async () => {
		const { Records, ...envelope } = await client().list({ page: 4, size: 100 });

		expect(Records).toHaveLength(20);
		expect(envelope).toMatchObject({
			FirstItem: 301,
			LastItem: 320,
			HasNextPage: false,
			HasPreviousPage: true,
		});
	});

	it('is empty past the end', async () => {
		const { Records, HasNextPage } = await client().list({ page: 9, size: 100 });

		expect(Records).toEqual([]);
		expect(HasNextPage).toBe(false);
	});

	it('ignores PageNumber and PageSize', async () => {
		const { CurrentPage, CurrentPageSize } = await client().list({ PageNumber: 2, PageSize: 5 });

		expect([CurrentPage, CurrentPageSize]).toEqual([1, 25]);
	});

	it('leaves seven keys out of its rows and gives the 35 others', async () => {
		const full = client().nexudus.contacts.get(COMPLETE_CONTACT_ID);
		const { Records } = await client().list({ size: 1 });
		const shown = Object.entries(full ?? {}).filter(([name]) => !LEFT_OUT.includes(name));

		expect(Records[0]).toEqual(Object.fromEntries(shown));
		expect(Object.keys(Records[0])).toHaveLength(35);
	});

	it('sorts by every property, and the other way round', async () => {
		const full = client().nexudus.contacts.get(COMPLETE_CONTACT_ID) ?? {};
		for (const property of Object.keys(full)) {
			const upwards = await client().list({ orderBy: property, dir: 0, size: 1000 });
			const downwards = await client().ids({ orderBy: property, dir: 1 });

			expect(upwards.CurrentOrderField).toBe(property);
			expect(isAscending(property, upwards.Records.map(recordOf))).toBe(true);
			expect(downwards).toEqual(upwards.Records.map(({ Id }) => Id).reverse());
		}
	});

	it('keeps its order right through changes, additions and deletions', async () => {
		await client().ids({ orderBy: 'FullName' });
		const { contacts } = client().nexudus;
		const added = contacts.add({ FullName: 'Zzyzx' });
		const moved = contacts.add({ FullName: 'Zzz' });
		contacts.change(moved.Id, { FullName: 'Aaa' });
		contacts.remove(COMPLETE_CONTACT_ID);

		const names = (await client().list({ orderBy: 'FullName', size: 1000 })).Records;

		expect(isAscending('FullName', names)).toBe(true);
		expect(names.at(-1)?.Id).not.toBe(moved.Id);
		expect(names.map(({ Id }) => Id)).toContain(added.Id);
		expect(names.map(({ Id }) => Id)).not.toContain(COMPLETE_CONTACT_ID);
	});

	function recordOf({ Id }: Row): Row {
		return client().nexudus.contacts.get(Id) ?? { Id };
	}

	it('gives one full record by id, bare', async () => {
		const reply = await client().get(`${CONTACTS}/${COMPLETE_CONTACT_ID}`);

		expect(json(reply)).toEqual(client().nexudus.contacts.get(COMPLETE_CONTACT_ID));
	});

	it.each(['[', '%5B'])('gives several full records at once, ids after %s', async (bracket) => {
		const [first, second, third] = await client().ids({ size: 3 });
		const close = bracket === '[' ? ']' : '%5D';

		const reply = await client().get(
			`${CONTACTS}/?id=${bracket}${first},999,${second},${third}${close}`,
		);

		const records = json<Row[]>(reply);
		expect(records.map(({ Id }) => Id)).toEqual([third, second, first]);
		expect(records[2]).toEqual(client().nexudus.contacts.get(first));
	});

	it('answers unknown routes with 404 and unknown methods with 405', async () => {
		expect((await client().get('/api/billing/contractcontact')).status).toBe(404);
		expect((await client().send('PATCH', CONTACTS, {})).status).toBe(405);
	});
});

describe('The lists for pickers', () => {
	const client = withNexudus({ records: 'none' });

	it.each([
		['/api/billing/coworkercontracts', 'CoworkerContract_Coworker_CompanyName', 'harbour & finch'],
		['/api/billing/coworkercontracts', 'CoworkerContract_Cancelled', 'true'],
		['/api/billing/coworkercontracts', 'CoworkerContract_Tariff_Name', 'registered'],
		['/api/spaces/coworkers', 'Coworker_CompanyName', 'smith + partners'],
		['/api/spaces/coworkers', 'Coworker_Active', 'false'],
		['/api/spaces/coworkers', 'Coworker_CoworkerType', '1'],
		['/api/sys/countries', 'Country_Name', 'united'],
		['/api/sys/countries', 'Country_TwoDigitsCode', 'us'],
	])('%s filters by %s', async (path, name, value) => {
		const everything = await client().list({}, path);
		const some = await client().list({ [name]: value, orderBy: 'Id' }, path);

		expect(Number(some.TotalItems)).toBeGreaterThan(0);
		expect(Number(some.TotalItems)).toBeLessThan(Number(everything.TotalItems));
	});

	it('know the USA under its internal id', async () => {
		const { Records } = await client().list({ Country_TwoDigitsCode: 'US' }, '/api/sys/countries');

		expect(Records).toMatchObject([{ Id: 1221, TwoDigitsCode: 'US' }]);
	});
});

function isAscending(property: string, records: readonly Row[]): boolean {
	const keys = records.map((record) => comparable(record[property]));
	return keys.every((key, index) => index === 0 || keys[index - 1] <= key);
}

function comparable(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return `!${value.toFixed(4).padStart(20, '0')}`;
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return `!${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}`;
}
