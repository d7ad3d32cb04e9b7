import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { createdBodies, creationOf } from './creating';

describe('The fields that Nexudus requires of a new contact', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	it('are sent with Director and Not Started unless chosen otherwise, and nothing else is', async () => {
		const { error } = await sandbox.run(creationOf(sandbox.nexudus));
		expect(error).toBeUndefined();
		expect(createdBodies(sandbox.nexudus)).toEqual([
			{
				CoworkerContractId: sandbox.nexudus.contracts[2].Id,
				FullName: 'Nathan Smith',
				ContractContactType: 1,
				AmlCheckStatus: 0,
			},
		]);
	});

	it.each(['oldest', 'middle', 'current'] as const)(
		'satisfy Nexudus as the %s document describes it',
		async (requiredFields) => {
			sandbox.nexudus.assume({ requiredFields });
			const { json, error } = await sandbox.run(
				creationOf(sandbox.nexudus, {}, { contractContactType: 0, amlCheckStatus: 2 }),
			);
			expect(error).toBeUndefined();
			expect(json).toEqual(sandbox.nexudus.contacts.all());
			expect(json).toMatchObject([{ ContractContactType: 0, AmlCheckStatus: 2 }]);
		},
	);

	it.each([
		['Nominated Recipient', 'PotentialMatch'],
		['nominatedrecipient', 'potential match'],
		['3', '3'],
	])('take their enumerations as %s and %s too', async (contractContactType, amlCheckStatus) => {
		const { error } = await sandbox.run(
			creationOf(
				sandbox.nexudus,
				{},
				{ contractContactType: '={{ $json.type }}', amlCheckStatus: '={{ $json.status }}' },
			),
			{ items: [{ type: contractContactType, status: amlCheckStatus }] },
		);
		expect(error).toBeUndefined();
		expect(createdBodies(sandbox.nexudus)).toMatchObject([
			{ ContractContactType: 3, AmlCheckStatus: 3 },
		]);
	});

	const empties: Array<[string, string, IDataObject]> = [
		['Coworker Contract', 'coworkerContractId', byId('={{ $json.missing }}')],
		['Full Name', 'fullName', { value: '={{ $json.missing }}' }],
		['Contact Type', 'contractContactType', { value: '={{ $json.missing }}' }],
		['AML Check Status', 'amlCheckStatus', { value: '={{ $json.missing }}' }],
	];

	it.each(empties)('are refused unsent when %s comes out empty', async (label, name, given) => {
		const value = name === 'coworkerContractId' ? given : given.value;
		const { error } = await sandbox.run(
			creationOf(sandbox.nexudus, {}, { [name]: value as string }),
		);
		expect(error?.message).toContain(`'${label}' is empty`);
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('are refused unsent when the name is nothing but spaces', async () => {
		const { error } = await sandbox.run(creationOf(sandbox.nexudus, {}, { fullName: '  ' }));
		expect(error?.message).toContain("'Full Name'");
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it.each(['12/../x', '1.5', '-1', 'Harbour', '0'])(
		'are refused unsent when the contract is %s',
		async (id) => {
			const { error } = await sandbox.run(
				creationOf(sandbox.nexudus, {}, { coworkerContractId: byId(id) }),
			);
			expect(error?.message).toContain("'Coworker Contract' must be an ID");
			expect(sandbox.nexudus.requests).toEqual([]);
		},
	);
});
