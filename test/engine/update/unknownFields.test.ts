import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from './updating';

/** An older reference of the API has a property that no current document knows. */
describe('A property that the node does not know', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ assumptions: { olderFields: 'present' } });
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, { IsDefault: true });
	});

	afterEach(async () => await sandbox.close());

	it('survives an update, for one contact and for many', async () => {
		const others = sandbox.nexudus.contacts.all().filter(({ FullName }) => FullName);
		const ids = [COMPLETE_CONTACT_ID, ...others.slice(0, 4).map(({ Id }) => Id)];
		for (const items of [[{ id: ids[0] }], ids.map((id) => ({ id }))]) {
			const { error } = await sandbox.run(
				updateOf('={{ $json.id }}', { notes: `Moved, ${items.length}` }),
				{ items },
			);
			expect(error).toBeUndefined();
			const [body] = writtenBodies(sandbox.nexudus);
			expect(body).toMatchObject({ Id: COMPLETE_CONTACT_ID, IsDefault: true });
			expect(sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)).toMatchObject({
				IsDefault: true,
				Notes: `Moved, ${items.length}`,
			});
			sandbox.nexudus.clearRequests();
		}
	});
});
