import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { lists, upsertOf } from './upserting';

const NEW = { fullName: 'Orla Quinlan', email: 'orla.quinlan@harbour-finch.example' };

describe('Create or Update matches', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let contract: number;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		contract = nexudus.contracts[0].Id;
	});

	afterEach(async () => await sandbox.close());

	it('several in vain: it names them and writes nothing', async () => {
		const twins = [1, 2].map(
			() => nexudus.contacts.add({ CoworkerContractId: contract, Email: NEW.email }).Id,
		);
		const { error } = await sandbox.run(upsertOf(contract, NEW));
		expect(error?.message).toBe(`Several contract contacts match: ${twins.join(', ')} [item 0]`);
		expect(error?.description).toContain('Nothing was written for this item.');
		expect(nexudus.requests.map(({ method }) => method)).toEqual(['GET']);
	});

	it('among more than a thousand contacts of one contract', async () => {
		const add = (Email: string) =>
			nexudus.contacts.add({
				CoworkerContractId: contract,
				Email,
				UpdatedOn: '2026-03-02T09:15:00Z',
			});
		for (let index = 0; index < 1_050; index++) add(`person${index}@post.example`);
		const last = add(NEW.email);
		const { json } = await sandbox.run(upsertOf(contract, NEW));
		expect(json[0].Id).toBe(last.Id);
		expect(lists(nexudus)).toHaveLength(2);
	});
});
