import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { createdBodies, creationOf } from './creating';

const CREATOR = {
	email: 'imports@northlight-workspaces.example',
	password: 'imports-password',
	accessToken: 'imports-token',
	roles: ['ContractContact-Create'],
} as const;

describe('What comes out of a creation', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	const methods = () => sandbox.nexudus.requests.map(({ method }) => method);

	it('is the whole record, read back', async () => {
		const { json, items, hints } = await sandbox.run(creationOf(sandbox.nexudus));
		expect(methods()).toEqual(['POST', 'GET']);
		expect(json).toEqual(sandbox.nexudus.contacts.all());
		expect(json[0].CoworkerContractTariffName).toBe(sandbox.nexudus.contracts[2].TariffName);
		expect(items[0].pairedItem).toEqual({ item: 0 });
		expect(hints).toEqual([]);
	});

	it('is what was sent, with the stamp of the answer, without Read Back', async () => {
		const { json } = await sandbox.run(
			creationOf(sandbox.nexudus, { notes: 'Imported' }, { options: { readBack: false } }),
		);
		const [stored] = sandbox.nexudus.contacts.all();
		expect(methods()).toEqual(['POST']);
		expect(json).toEqual([
			{
				CoworkerContractId: stored.CoworkerContractId,
				FullName: 'Nathan Smith',
				ContractContactType: 1,
				AmlCheckStatus: 0,
				Notes: 'Imported',
				Id: stored.Id,
				UpdatedOn: stored.UpdatedOn,
				UpdatedBy: stored.UpdatedBy,
			},
		]);
	});

	it.each([401, 403] as const)(
		'is what was sent, with a hint, for users who may not read (%s)',
		async (missingRole) => {
			sandbox.nexudus.assume({ missingRole });
			sandbox.nexudus.addUser(CREATOR);
			const { json, hints, error } = await sandbox.run(creationOf(sandbox.nexudus), {
				items: [{}, {}],
				credentials: {
					values: { nexudusApi: accessToken(sandbox.nexudus.url, CREATOR.accessToken) },
				},
			});
			expect(error).toBeUndefined();
			expect(createdBodies(sandbox.nexudus)).toHaveLength(2);
			expect(json).toHaveLength(2);
			expect(json[0]).toMatchObject({ FullName: 'Nathan Smith', UpdatedBy: CREATOR.email });
			expect(json[0].CoworkerContractTariffName).toBeUndefined();
			expect(hints).toHaveLength(1);
			expect(hints[0]).toContain('the role ContractContact-Read');
		},
	);

	it('is read back in batches for many', async () => {
		const names = Array.from({ length: 130 }, (_value, item) => `Director ${item}`);
		const { json, error } = await sandbox.run(
			creationOf(sandbox.nexudus, {}, { fullName: '={{ $json.name }}' }),
			{ items: names.map((name) => ({ name })) },
		);
		expect(error).toBeUndefined();
		expect(methods().filter((method) => method === 'POST')).toHaveLength(130);
		expect(methods().slice(130)).toEqual(['GET', 'GET']);
		expect(json.map(({ FullName }) => FullName)).toEqual(names);
		expect(json).toEqual(json.map(({ Id }) => sandbox.nexudus.contacts.get(Number(Id))));
		expect(new Set(json.map(({ Id }) => Id)).size).toBe(130);
	});

	it('is the simplified record unless another output is chosen', async () => {
		const { json } = await sandbox.run(creationOf(sandbox.nexudus, {}, { output: 'simplified' }));
		expect(json).toMatchObject([{ ContractContactType: 'Director', AmlCheckStatus: 'NotStarted' }]);
		expect(Object.keys(json[0])).toHaveLength(10);
	});
});
