import type { Assumptions } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';

const CONTACTS = '/api/billing/contractcontacts';
const MISSING = 87_999_999;

const getEach = {
	operation: 'get',
	contractContactId: byId('={{ $json.id }}'),
	output: 'raw',
};

describe('Getting many contract contacts', () => {
	let sandbox: Sandbox;

	async function start(assumptions: Partial<Assumptions> = {}): Promise<void> {
		sandbox = await startSandbox({ assumptions });
	}

	afterEach(async () => await sandbox.close());

	const someIds = (count: number) =>
		sandbox.nexudus.contacts
			.all()
			.slice(0, count)
			.map(({ Id }) => Id);

	const asItems = (ids: number[]) => ids.map((id) => ({ id }));

	it('asks for 250 in three requests and gives them in the order of the items', async () => {
		await start();
		const ids = someIds(250).reverse();
		const { json, items, error } = await sandbox.run(getEach, { items: asItems(ids) });
		expect(error).toBeUndefined();
		expect(sandbox.nexudus.requests.map(({ rawUrl }) => rawUrl).sort()).toEqual(
			[ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)]
				.map((batch) => `${CONTACTS}/?id=[${batch.join(',')}]`)
				.sort(),
		);
		expect(json).toEqual(ids.map((id) => sandbox.nexudus.contacts.get(id)));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_id, item) => ({ item })));
	});

	it('asks once for what several items want, and gives it to each', async () => {
		await start();
		const [first, second] = someIds(2);
		const { json } = await sandbox.run(getEach, { items: asItems([first, second, first]) });
		expect(json.map(({ Id }) => Id)).toEqual([first, second, first]);
		expect(sandbox.nexudus.requests.map(({ rawUrl }) => rawUrl)).toEqual([
			`${CONTACTS}/?id=[${first},${second}]`,
		]);
	});

	it.each(['absent', 'failing'] as const)(
		'asks for each alone where reading several at once is %s',
		async (batchRoute) => {
			await start({ batchRoute });
			const ids = someIds(12);
			const { json, error } = await sandbox.run(getEach, { items: asItems(ids) });
			expect(error).toBeUndefined();
			expect(json).toEqual(ids.map((id) => sandbox.nexudus.contacts.get(id)));
		},
	);

	it('fails the item of a missing contact alone when the workflow goes on', async () => {
		await start();
		const [first, second] = someIds(2);
		const { json } = await sandbox.run(getEach, {
			items: asItems([first, MISSING, second]),
			onError: 'continueRegularOutput',
		});
		expect(json).toHaveLength(3);
		expect(json[0].Id).toBe(first);
		expect(json[2].Id).toBe(second);
		expect(json[1].error).toBe(
			`Nexudus could not get contract contact ${MISSING}: it does not exist [item 1]. Check the ID, and that it was not deleted. If every ID is refused, check 'Base URL' in the credential.`,
		);
	});

	it('ends the run at a missing contact otherwise', async () => {
		await start();
		const [first] = someIds(1);
		const { error, json } = await sandbox.run(getEach, { items: asItems([first, MISSING]) });
		expect(error?.message).toBe(
			`Nexudus could not get contract contact ${MISSING}: it does not exist [item 1]`,
		);
		expect(error?.description).toContain('Check the ID, and that it was not deleted.');
		expect(json).toEqual([]);
	});

	it('says so where Nexudus answers with its own failure for a missing contact', async () => {
		await start({ unknownId: 500 });
		const { error } = await sandbox.run(getEach, { items: asItems([MISSING]) });
		expect(error?.message).toContain(`Nexudus could not get contract contact ${MISSING}`);
	});
});
