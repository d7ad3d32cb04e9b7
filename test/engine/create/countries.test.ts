import type { IDataObject } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { updateOf } from '../update/updating';
import { upsertOf } from '../upsert/upserting';
import { createdBodies, creationOf } from './creating';

const OPERATIONS = 'operations@northlight-workspaces.example';

describe('A country', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const france = () => nexudus.countries.find(({ TwoDigitsCode }) => TwoDigitsCode === 'FR')?.Id;
	const lists = () => nexudus.requests.filter(({ rawUrl }) => rawUrl.includes('/countries'));
	const create = async (countries: unknown[], onError?: 'continueRegularOutput') =>
		await sandbox.run(creationOf(nexudus, { countryId: '={{ $json.country }}' }), {
			items: countries.map((country) => ({ country })) as IDataObject[],
			onError,
		});

	it.each(['France', 'FR', ' fr ', 'FRANCE', 'france\u200B'])(
		'is taken by its name or code: %p',
		async (country) => {
			const { error } = await create([country]);
			expect(error).toBeUndefined();
			expect(createdBodies(nexudus)).toMatchObject([{ CountryId: france() }]);
		},
	);

	it('is looked up once for all items, before anything is written', async () => {
		const { error } = await create(['France', 'FR', france(), 'Ireland', '']);
		expect(error).toBeUndefined();
		expect(lists()).toHaveLength(1);
		expect(nexudus.requests[0].rawUrl).toContain('/api/sys/countries');
		expect(createdBodies(nexudus)).toHaveLength(5);
	});

	it('is not looked up where its ID is given', async () => {
		await create([france(), String(france())]);
		expect(lists()).toEqual([]);
	});

	it('is refused where no country is called so, and nothing is written', async () => {
		const { error } = await create(['France', 'Frankreich']);
		expect(error?.message).toBe("'Country' is no country that Nexudus has: 'Frankreich' [item 1]");
		expect(createdBodies(nexudus)).toEqual([]);
	});

	it('is refused where several are called so', async () => {
		const [one, other] = ['France', 'france'].map((Name) => nexudus.stores.Country.add({ Name }));
		const { error } = await create(['France']);
		expect(error?.message).toContain("'Country' may be several countries: 'France'");
		expect(error?.message).toContain(`${one.Id}, ${other.Id}`);
		expect(createdBodies(nexudus)).toEqual([]);
	});

	it('fails its own item when the workflow goes on', async () => {
		const { json } = await create(['Frankreich', 'France', undefined], 'continueRegularOutput');
		expect(json[0].error).toContain("'Frankreich'");
		expect(createdBodies(nexudus)).toHaveLength(2);
	});

	it('by its name needs the role to list countries; by its ID it does not', async () => {
		const roles = (['List', 'Read', 'Create', 'Edit'] as const).map(
			(right) => `ContractContact-${right}` as const,
		);
		nexudus.setRoles(OPERATIONS, roles);
		const { json } = await create(['France', france()], 'continueRegularOutput');
		expect(json[0].error).toContain('the role Country-List');
		expect(json[1]).toMatchObject({ CountryId: france() });
	});

	it('is taken by its name in Update, Create or Update and as a filter', async () => {
		const [{ Id, CoworkerContractId }] = nexudus.contacts.all();
		await sandbox.run(updateOf(Id, { countryId: byId('France') }));
		expect(nexudus.contacts.get(Id)?.CountryId).toBe(france());
		const upserted = await sandbox.run(
			upsertOf(CoworkerContractId, {
				email: 'orla.quinlan@harbour.example',
				fullName: 'Orla Quinlan',
				additionalFields: { countryId: 'FR' },
			}),
		);
		expect(upserted.json).toMatchObject([{ CountryId: france() }]);
		const { json } = await sandbox.run({
			operation: 'getAll',
			returnAll: true,
			output: 'raw',
			filters: { countryId: 'France' },
		});
		const wanted = nexudus.contacts.all().filter(({ CountryId }) => CountryId === france());
		expect(json.map((row) => row.Id)).toEqual(wanted.map((contact) => contact.Id));
	});
});
