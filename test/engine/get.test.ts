import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import type { Sandbox } from './sandbox';
import { byId, startSandbox } from './sandbox';

describe('Getting a contract contact', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it('gives the record exactly as Nexudus has it when raw output is asked for', async () => {
		const { json, error } = await sandbox.run({
			operation: 'get',
			contractContactId: byId(COMPLETE_CONTACT_ID),
			output: 'raw',
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)]);
	});
});
