import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';

const LEFT_OUT = [
	'Address',
	'PostCode',
	'CityName',
	'State',
	'Notes',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
];

describe('Getting a contract contact', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	beforeEach(() => sandbox.nexudus.clearRequests());

	const get = (id: number, more = {}) => ({
		operation: 'get',
		contractContactId: byId(id),
		...more,
	});

	it('gives the record exactly as Nexudus has it when raw output is asked for', async () => {
		const { json, error } = await sandbox.run(get(COMPLETE_CONTACT_ID, { output: 'raw' }));
		expect(error).toBeUndefined();
		expect(json).toEqual([sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)]);
		expect(Object.keys(json[0])).toHaveLength(42);
		expect(sandbox.nexudus.requests.map(({ method, rawUrl }) => `${method} ${rawUrl}`)).toEqual([
			`GET /api/billing/contractcontacts/${COMPLETE_CONTACT_ID}`,
		]);
	});

	it('gives the ten simplified fields unless another output is chosen', async () => {
		const { json } = await sandbox.run(get(COMPLETE_CONTACT_ID));
		const contact = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID);
		expect(json).toEqual([
			{
				Id: COMPLETE_CONTACT_ID,
				FullName: "Siobhán O'Neill-García",
				Email: 'siobhan.oneill@harbour-finch-ltd.example',
				ContractContactType: 'Director',
				AmlCheckStatus: 'ManuallyCleared',
				AmlCheckDate: '2025-02-05T10:21:33Z',
				CoworkerContractId: contact?.CoworkerContractId,
				CoworkerContractTariffName: contact?.CoworkerContractTariffName,
				CoworkerCompanyName: contact?.CoworkerCompanyName,
				UpdatedOn: '2025-02-07T15:02:10Z',
			},
		]);
	});

	it("gives the coworker's name and email in their place when the contact has none", async () => {
		const { coworkers, contacts } = sandbox.nexudus;
		const { Id } = contacts.add({ CoworkerId: coworkers[6].Id, FullName: null, Email: '' });
		const { json } = await sandbox.run(get(Id));
		expect(json).toMatchObject([
			{ Id, FullName: coworkers[6].FullName, Email: coworkers[6].Email, AmlCheckDate: null },
		]);
	});

	it('gives the chosen fields, the seven that lists leave out included, and the ID', async () => {
		const { json } = await sandbox.run(
			get(COMPLETE_CONTACT_ID, { output: 'selected', outputFields: LEFT_OUT }),
		);
		const contact = { ...sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID) } as Record<
			string,
			unknown
		>;
		expect(json).toEqual([
			Object.fromEntries(['Id', ...LEFT_OUT].map((property) => [property, contact[property]])),
		]);
	});

	it('gives the ID alone when no field is chosen', async () => {
		const { json } = await sandbox.run(get(COMPLETE_CONTACT_ID, { output: 'selected' }));
		expect(json).toEqual([{ Id: COMPLETE_CONTACT_ID }]);
	});

	it('refuses an output that does not exist before anything is sent', async () => {
		const { error } = await sandbox.run(
			get(COMPLETE_CONTACT_ID, { output: 'selected', outputFields: '={{ ["Nickname"] }}' }),
		);
		expect(error?.message).toContain("'Fields to Output' names a field that does not exist");
		expect(sandbox.nexudus.requests).toEqual([]);
	});
});
