import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from './updating';

describe('Updating a contact that lacks what Nexudus requires', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	function legacyContact() {
		const { contacts, coworkers } = sandbox.nexudus;
		return contacts.add({ CoworkerId: coworkers[4].Id, FullName: null, Email: null });
	}

	it('sends nothing, names the field and says where to set it', async () => {
		const legacy = legacyContact();
		const { error } = await sandbox.run(updateOf(legacy.Id, { notes: 'Collects weekly' }));
		expect(error?.message).toBe(
			`Contract contact ${legacy.Id} has no 'Full Name', which Nexudus requires [item 0]`,
		);
		expect(error?.description).toContain("Set 'Full Name' under 'Update Fields'.");
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
		expect(sandbox.nexudus.contacts.get(legacy.Id)).toEqual(legacy);
	});

	it('writes it once the field is given', async () => {
		const legacy = legacyContact();
		const { error } = await sandbox.run(
			updateOf(legacy.Id, { notes: 'Collects weekly', fullName: 'Niamh Byrne' }),
		);
		expect(error).toBeUndefined();
		expect(sandbox.nexudus.contacts.get(legacy.Id)).toMatchObject({
			FullName: 'Niamh Byrne',
			Notes: 'Collects weekly',
			Email: null,
		});
	});

	it('fails that item only when the workflow goes on after errors', async () => {
		const legacy = legacyContact();
		const other = sandbox.nexudus.contacts.add({ FullName: 'Pádraig Walsh' });
		const { json, error } = await sandbox.run(
			updateOf('={{ $json.id }}', { notes: 'Collects weekly' }),
			{ items: [{ id: legacy.Id }, { id: other.Id }], onError: 'continueRegularOutput' },
		);
		expect(error).toBeUndefined();
		expect(json[0].error).toContain(`Contract contact ${legacy.Id} has no 'Full Name'`);
		expect(json[1]).toMatchObject({ Id: other.Id, Notes: 'Collects weekly' });
	});

	it('names every field that is missing', async () => {
		const { Id } = sandbox.nexudus.contacts.add({ FullName: '', CoworkerContractId: 0 });
		const { error } = await sandbox.run(updateOf(Id, { notes: 'Collects weekly' }));
		expect(error?.message).toContain("has no 'Coworker Contract' and no 'Full Name'");
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});
});
