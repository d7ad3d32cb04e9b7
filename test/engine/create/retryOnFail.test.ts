import type { INodeParameters } from 'n8n-workflow';
import type { FaultKind } from '../../../sandbox/nexudus/faults';
import type { NodeRun } from '../engine';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { upsertOf } from '../upsert/upserting';
import { createdBodies, creationOf } from './creating';

const NAMES = ['Ines Carvalho', 'Łukasz Wójcik', 'Amara Okafor'];
const REFUSAL: FaultKind = { status: 400, body: { Message: 'Try later', WasSuccessful: false } };

describe('Under n8n’s Retry On Fail', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	const stored = () => sandbox.nexudus.contacts.all();
	const storedNames = () => stored().map(({ FullName }) => FullName);
	const failCreation = (nth: number | number[], how: FaultKind = REFUSAL) =>
		sandbox.nexudus.fail({ when: { method: 'POST', nth }, how });

	const failAllBut = (after: number) =>
		sandbox.nexudus.fail({ when: { method: 'POST', after }, how: REFUSAL });

	const directors = (more: INodeParameters = {}) =>
		creationOf(sandbox.nexudus, {}, { fullName: '={{ $json.name }}', ...more });

	async function create(more: Partial<NodeRun> = {}, parameters = directors()) {
		const items = NAMES.map((name) => ({ name }));
		return await sandbox.run(parameters, { items, tries: 3, ...more });
	}

	it('Create creates each contact once where an item failed at first', async () => {
		failCreation(2);
		const { json, items, error } = await create();
		expect(error).toBeUndefined();
		expect(storedNames().sort()).toEqual([...NAMES].sort());
		expect(json.map(({ Id }) => Id)).toEqual(
			NAMES.map((name) => stored().find(({ FullName }) => FullName === name)?.Id),
		);
		expect(json).toEqual(json.map(({ Id }) => sandbox.nexudus.contacts.get(Number(Id))));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('it does so where two tries failed, each at another item', async () => {
		failCreation([1, 3]);
		const { json, error } = await create();
		expect(error).toBeUndefined();
		expect(json.map(({ FullName }) => FullName)).toEqual(NAMES);
		expect(createdBodies(sandbox.nexudus)).toHaveLength(NAMES.length + 2);
		expect(storedNames().sort()).toEqual([...NAMES].sort());
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'it does so with On Error = %s, where n8n repeats for the first item',
		async (onError) => {
			failCreation(1);
			const { json, errorItems } = await create({ onError });
			expect(json.map(({ FullName }) => FullName)).toEqual(NAMES);
			expect(errorItems).toEqual([]);
			expect(storedNames().sort()).toEqual([...NAMES].sort());
		},
	);

	it('it does so without Read Back, and puts out the stamp of the creation', async () => {
		failCreation(3);
		const { json } = await create({}, directors({ options: { readBack: false } }));
		expect(storedNames()).toEqual(NAMES);
		expect(json).toMatchObject(
			stored().map(({ Id, FullName, UpdatedOn }) => ({ Id, FullName, UpdatedOn })),
		);
	});

	it('it creates none twice where no try went well', async () => {
		failAllBut(1);
		const { error } = await create();
		expect(error?.description).toContain('of 3 items were done before');
		expect(storedNames()).toEqual([NAMES[0]]);
	});

	it('it does not create what may have been created, and says so again', async () => {
		failCreation(1, 'cut after');
		const { error } = await create({ items: [{ name: NAMES[0] }] });
		expect(error?.message).toContain('so it may have been created');
		expect(error?.description).toContain('Look in Nexudus before you run this item again');
		expect(createdBodies(sandbox.nexudus)).toHaveLength(1);
		expect(storedNames()).toEqual([NAMES[0]]);
	});

	it('it goes on with the others where the first may have been created', async () => {
		failCreation(1, 'cut after');
		const { json } = await create({ onError: 'continueRegularOutput' });
		expect(json[0].error).toContain('so it may have been created');
		expect(json.slice(1).map(({ FullName }) => FullName)).toEqual(NAMES.slice(1));
		expect(storedNames().sort()).toEqual([...NAMES].sort());
	});

	it('an item whose values are others each time is not created again', async () => {
		failCreation(2);
		const { json, hints } = await create(
			{},
			directors({
				additionalFields: { notes: '={{ "Number " + Math.random() }}' },
				options: { readBack: false },
			}),
		);
		expect(storedNames().sort()).toEqual([...NAMES].sort());
		const [first] = stored();
		expect(json[0].Notes).toBe(first.Notes);
		expect(hints.join()).toContain('none is created twice');
	});

	it('Create or Update does not create what may have been created', async () => {
		failCreation(1, 'cut before');
		const { error } = await sandbox.run(
			upsertOf(sandbox.nexudus.contracts[2].Id, {
				fullName: NAMES[0],
				email: 'ines.carvalho@example.org',
			}),
			{ tries: 3 },
		);
		expect(error?.message).toContain('so it may have been created');
		expect(createdBodies(sandbox.nexudus)).toHaveLength(1);
	});

	it('Create or Update creates each contact once where an item failed at first', async () => {
		failCreation(2);
		const { json, error } = await create(
			{},
			{
				operation: 'upsert',
				coworkerContractId: byId(sandbox.nexudus.contracts[2].Id),
				fullName: '={{ $json.name }}',
				matchOn: 'fullName',
			},
		);
		expect(error).toBeUndefined();
		expect(json.map(({ FullName }) => FullName)).toEqual(NAMES);
		expect(storedNames().sort()).toEqual([...NAMES].sort());
	});

	it('a run after one that went well creates anew', async () => {
		failCreation(2);
		await create({ executionId: 'nightly-import' });
		await create({ executionId: 'nightly-import' });
		expect(stored()).toHaveLength(2 * NAMES.length);
	});

	it('another execution creates anew, whatever failed in the one before', async () => {
		failAllBut(1);
		await create();
		sandbox.nexudus.clearFaults();
		await create();
		expect(stored()).toHaveLength(1 + NAMES.length);
	});

	it('the next round of a loop creates anew, though an item of the one before failed', async () => {
		failCreation(3);
		await create({ onError: 'continueRegularOutput', turns: 2 });
		expect(stored()).toHaveLength(2 * NAMES.length - 1);
	});
});
