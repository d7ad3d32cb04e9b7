import { CONTACTS, json, type Row, withNexudus } from './nexudus';

const CONTRACTS = '/api/billing/coworkercontracts';

describe('The stores behind the API', () => {
	const client = withNexudus({ now: () => new Date('2026-11-02T12:00:00Z') });

	it('make a contract of little, with what follows from its references', () => {
		const { stores, coworkers, plans } = client().nexudus;
		const contract = stores.CoworkerContract.add({
			CoworkerId: coworkers[4].Id,
			TariffId: plans[7].Id,
		});

		expect(contract).toMatchObject({
			CoworkerCompanyName: coworkers[4].CompanyName,
			TariffName: 'Dedicated Desk',
			TariffPrice: 320,
			IssuedByName: 'Northlight Shoreditch',
			Active: true,
			Cancelled: false,
			StartDate: '2026-11-02T12:00:00Z',
			StartDateLocal: '2026-11-02T12:00:00',
			ToStringText: `${coworkers[4].CompanyName} - Dedicated Desk`,
		});
		expect(client().nexudus.contracts.at(-1)).toEqual(contract);
	});

	it('carry a new name on to contracts and contacts, and leave their stamps', async () => {
		const { stores, contracts } = client().nexudus;
		const [{ Id, TariffId, UpdatedOn }] = contracts;
		stores.Tariff.change(TariffId, { Name: 'Postal Address' });
		const renamed = await client().ids({
			ContractContact_CoworkerContract_Tariff_Name: 'Postal Address',
		});

		expect(stores.CoworkerContract.get(Id)).toMatchObject({
			TariffName: 'Postal Address',
			UpdatedOn,
		});
		expect(renamed.length).toBeGreaterThan(10);
	});

	it('end a contract without touching the people on it', async () => {
		const { stores, contracts, contacts } = client().nexudus;
		const before = contacts.all();
		stores.CoworkerContract.change(contracts[0].Id, {
			Active: false,
			Cancelled: true,
			CancellationDate: '2026-10-31T00:00:00Z',
		});
		const reply = json(await client().get(`${CONTRACTS}/${contracts[0].Id}`));

		expect(reply).toMatchObject({ Active: false, CancellationDateLocal: '2026-10-31T00:00:00' });
		expect(contacts.all()).toEqual(before);
	});

	it('can be reached from another process, under the name of the collection', async () => {
		const path = '/sandbox/contracts';
		const added = json(await client().send('POST', path, { PoBoxNumber: 'PO 7' }));
		const changed = json(
			await client().send('PATCH', `${path}/${added.Id}?keepUpdatedOn`, { Active: false }),
		);
		const { contracts, locations, plans } = json(await client().get('/sandbox/state'));
		const removed = await client().send('DELETE', `${path}/${added.Id}`);

		expect(changed).toEqual({ ...added, Active: false });
		expect([contracts, locations, plans]).toEqual([88, 5, 10]);
		expect(removed.status).toBe(204);
		expect(json<Row[]>(await client().get('/sandbox/plans'))).toHaveLength(10);
	});

	it('follow a coworker into contacts, through the API as well', async () => {
		const { stores, contacts } = client().nexudus;
		const linked = contacts.all().find(({ CoworkerId }) => CoworkerId !== null);
		stores.Coworker.change(linked?.CoworkerId ?? 0, { FullName: 'Ottilie Brandt' });

		expect(json(await client().get(`${CONTACTS}/${linked?.Id}`))).toMatchObject({
			CoworkerFullName: 'Ottilie Brandt',
			UpdatedOn: linked?.UpdatedOn,
		});
	});
});
