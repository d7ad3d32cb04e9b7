import type { IDataObject } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { accessToken, byId, startSandbox } from '../sandbox';
import { updateOf } from './updating';

const EDITOR = {
	email: 'editor@northlight-workspaces.example',
	password: 'editor-password',
	accessToken: 'editor-token',
};

describe('What comes out of an update', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	const methods = () => sandbox.nexudus.requests.map(({ method }) => method);
	const stored = () => sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID);

	it('is the record as written, with the stamp of the answer', async () => {
		const before = stored();
		const { json } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved' }));
		expect(json).toEqual([{ ...before, Notes: 'Moved', UpdatedOn: stored()?.UpdatedOn }]);
		expect(json[0].UpdatedOn).not.toBe(before?.UpdatedOn);
		expect(methods()).toEqual(['GET', 'PUT']);
	});

	it('names who wrote it', async () => {
		sandbox.nexudus.addUser({ ...EDITOR, roles: ['ContractContact-Read', 'ContractContact-Edit'] });
		const { json } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved' }), {
			credentials: { values: { nexudusApi: accessToken(sandbox.nexudus.url, 'editor-token') } },
		});
		expect(json[0].UpdatedBy).toBe(EDITOR.email);
	});

	const followed: Array<[string, (nexudus: PracticeNexudus) => IDataObject]> = [
		['contract', ({ contracts }) => ({ coworkerContractId: byId(contracts[9].Id) })],
		['coworker', ({ coworkers }) => ({ coworkerId: byId(coworkers[5].Id) })],
		['country', ({ countries }) => ({ countryId: byId(countries[1].Id) })],
	];

	it.each(followed)(
		'is read back by itself when the %s changed, with the names that follow',
		async (_what, fields) => {
			const { json } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, fields(sandbox.nexudus)));
			expect(methods()).toEqual(['GET', 'PUT', 'GET']);
			expect(json).toEqual([stored()]);
		},
	);

	it('is not read back when contract, coworker and country are given but stay', async () => {
		const { CoworkerContractId, CoworkerId, CountryId } = stored() ?? {};
		const { json } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {
				coworkerContractId: CoworkerContractId,
				coworkerId: CoworkerId,
				countryId: CountryId,
				notes: 'Moved',
			}),
		);
		expect(methods()).toEqual(['GET', 'PUT']);
		expect(json).toEqual([stored()]);
	});

	it('is read back after a reference was cleared', async () => {
		const { json } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {}, { clearFields: ['CoworkerId'] }),
		);
		expect(json).toEqual([stored()]);
		expect(json[0].CoworkerFullName).toBeNull();
	});

	it('is read back when Read Back is on', async () => {
		const { json } = await sandbox.run(
			updateOf(
				COMPLETE_CONTACT_ID,
				{ fullName: 'Siobhán García' },
				{ options: { readBack: true } },
			),
		);
		expect(methods()).toEqual(['GET', 'PUT', 'GET']);
		expect(json).toEqual([stored()]);
		expect(json[0].ToStringText).toBe('Siobhán García');
	});

	it('is not read back when nothing was written', async () => {
		await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { notes: stored()?.Notes }, { options: { readBack: true } }),
		);
		expect(methods()).toEqual(['GET']);
	});

	it('is read back for many contacts in batches, after the writes', async () => {
		const ids = sandbox.nexudus.contacts
			.all()
			.filter(({ FullName }) => FullName)
			.slice(0, 120)
			.map(({ Id }) => Id);
		const { json, error } = await sandbox.run(
			updateOf('={{ $json.id }}', { countryId: sandbox.nexudus.countries[3].Id }),
			{ items: ids.map((id) => ({ id })) },
		);
		expect(error).toBeUndefined();
		expect(json).toEqual(ids.map((id) => sandbox.nexudus.contacts.get(id)));
		const afterLastWrite = methods().slice(methods().lastIndexOf('PUT') + 1);
		expect(afterLastWrite).toEqual(['GET', 'GET']);
	});

	it('is the simplified record unless another output is chosen', async () => {
		const { json } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { amlCheckStatus: 2 }, { output: 'simplified' }),
		);
		const contact = stored();
		expect(json).toEqual([
			{
				Id: COMPLETE_CONTACT_ID,
				FullName: contact?.FullName,
				Email: contact?.Email,
				ContractContactType: 'Director',
				AmlCheckStatus: 'Clear',
				AmlCheckDate: contact?.AmlCheckDate,
				CoworkerContractId: contact?.CoworkerContractId,
				CoworkerContractTariffName: contact?.CoworkerContractTariffName,
				CoworkerCompanyName: contact?.CoworkerCompanyName,
				UpdatedOn: contact?.UpdatedOn,
			},
		]);
	});

	it('is the chosen fields with the ID', async () => {
		const { json } = await sandbox.run(
			updateOf(
				COMPLETE_CONTACT_ID,
				{ notes: 'Moved' },
				{ output: 'selected', outputFields: ['Notes', 'UpdatedBy'] },
			),
		);
		expect(json).toEqual([
			{ Id: COMPLETE_CONTACT_ID, Notes: 'Moved', UpdatedBy: stored()?.UpdatedBy },
		]);
	});
});
