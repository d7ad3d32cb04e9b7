import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { createdBodies, creationOf } from './creating';

describe('A new contact that Nexudus refuses', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	const unknownContract = byId('={{ $json.contract }}');

	it('is reported with one line a property, in the words of the labels, and the item', async () => {
		const { error } = await sandbox.run(
			creationOf(
				sandbox.nexudus,
				{ countryId: byId(4711), coworkerId: byId(4712) },
				{ coworkerContractId: unknownContract },
			),
			{ items: [{ contract: 4713 }] },
		);
		expect(error?.message).toBe(
			'Nexudus did not create the contract contact: it refused Coworker Contract, Coworker, Country [item 0]',
		);
		expect(error?.description?.split('\n').slice(0, 3)).toEqual([
			'Coworker Contract: does not exist',
			'Coworker: does not exist',
			'Country: does not exist',
		]);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(sandbox.nexudus.contacts.count).toBe(0);
	});

	it('is told with each reason once, whether it ends the run or not', async () => {
		const refused = creationOf(
			sandbox.nexudus,
			{ countryId: byId('={{ $json.country }}') },
			{ coworkerContractId: unknownContract },
		);
		for (const reasons of [['Country'], ['Coworker Contract', 'Country']]) {
			const contract = reasons.length > 1 ? 4713 : sandbox.nexudus.contracts[0].Id;
			const items = [{ contract, country: 4711 }];
			const { error } = await sandbox.run(refused, { items });
			const { json } = await sandbox.run(refused, { items, onError: 'continueRegularOutput' });
			for (const told of [`${error?.message} ${error?.description}`, String(json[0].error)]) {
				expect(told.split('Country: does not exist')).toHaveLength(2);
				expect(told.split('Coworker Contract: does not exist')).toHaveLength(reasons.length);
			}
		}
	});

	it('is told on one line with each reason as a sentence where the workflow goes on', async () => {
		const { json } = await sandbox.run(
			creationOf(
				sandbox.nexudus,
				{ countryId: byId(4711), coworkerId: byId(4712) },
				{ coworkerContractId: unknownContract },
			),
			{ items: [{ contract: 4713 }], onError: 'continueRegularOutput' },
		);
		expect(json[0].error).toBe(
			'Nexudus did not create the contract contact: it refused Coworker Contract, Coworker, Country [item 0]. ' +
				'Coworker Contract: does not exist. Coworker: does not exist. Country: does not exist. ' +
				'Correct this and run the node again. Nothing was written for this item.',
		);
	});

	it('is not sent a second time', async () => {
		await sandbox.run(creationOf(sandbox.nexudus, { countryId: byId(4711) }));
		expect(createdBodies(sandbox.nexudus)).toHaveLength(1);
	});

	it('fails its own item when the workflow goes on', async () => {
		const [contract] = sandbox.nexudus.contracts;
		const { json, items } = await sandbox.run(
			creationOf(sandbox.nexudus, {}, { coworkerContractId: unknownContract }),
			{
				items: [{ contract: contract.Id }, { contract: 4713 }, { contract: contract.Id }],
				onError: 'continueRegularOutput',
			},
		);
		const [first, third] = sandbox.nexudus.contacts.all();
		expect(json[1]).toEqual({
			error:
				'Nexudus did not create the contract contact: Coworker Contract: does not exist [item 1]. Correct this and run the node again. Nothing was written for this item.',
		});
		expect([json[0], json[2]]).toEqual(expect.arrayContaining([first, third]));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('ends the run otherwise, and the message says how many were created', async () => {
		const [contract] = sandbox.nexudus.contracts;
		const { error } = await sandbox.run(
			creationOf(sandbox.nexudus, {}, { coworkerContractId: unknownContract }),
			{
				items: Array.from({ length: 20 }, (_value, item) => ({
					contract: item === 5 ? 4713 : contract.Id,
				})),
			},
		);
		const { count } = sandbox.nexudus.contacts;
		expect(error?.message).toContain('[item 5]');
		expect(error?.description).toContain(`${count} of 20 items were done before.`);
		expect(count).toBeGreaterThanOrEqual(4);
		expect(count).toBeLessThanOrEqual(8);
	});

	it('is told in Nexudus’s words where it names no property', async () => {
		sandbox.nexudus.fail({ when: { method: 'POST' }, how: 'unsuccessful 200' });
		const { error } = await sandbox.run(creationOf(sandbox.nexudus));
		expect(error?.message).toBe(
			'Nexudus did not create the contract contact: The record could not be saved. [item 0]',
		);
	});
});
