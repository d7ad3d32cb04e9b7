import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';

const GONE = 99_999_999;
const update = {
	operation: 'update',
	contractContactId: byId('={{ $json.id }}'),
	updateFields: { phoneNumber: '+44 20 7946 0191' },
};
const items = [
	{ id: GONE, row: 'first of the table' },
	{ id: COMPLETE_CONTACT_ID, row: 'second of the table' },
];

describe('An item that failed', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	it('keeps the contact’s ID beside the error on the regular output', async () => {
		const run = await sandbox.run(update, { items, onError: 'continueRegularOutput' });
		expect(run.json[0]).toEqual({
			error: expect.stringContaining('[item 0]') as string,
			Id: GONE,
		});
		expect(run.items[0].pairedItem).toEqual({ item: 0 });
		expect(run.json[1]).toMatchObject({ Id: COMPLETE_CONTACT_ID });
	});

	it('keeps the fields of its input beside the error on the error output', async () => {
		const run = await sandbox.run(update, { items, onError: 'continueErrorOutput' });
		expect(run.errorItems.map(({ json }) => json)).toEqual([
			{ ...items[0], error: expect.stringContaining('does not exist') as string },
		]);
		expect(run.json).toEqual([expect.objectContaining({ Id: COMPLETE_CONTACT_ID })]);
	});
});
