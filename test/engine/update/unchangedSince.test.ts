import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from './updating';

describe('Only If Unchanged Since', () => {
	let sandbox: Sandbox;
	let before: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		before = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
	});

	afterEach(async () => await sandbox.close());

	const noteSince = (onlyIfUnchangedSince: string, notes = 'Checked by phone') =>
		updateOf(COMPLETE_CONTACT_ID, { notes }, { options: { onlyIfUnchangedSince } });

	const stored = () => sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID);

	it('lets a contact be written that has the stamp last seen', async () => {
		const { error } = await sandbox.run(noteSince(before.UpdatedOn));
		expect(error).toBeUndefined();
		expect(stored()?.Notes).toBe('Checked by phone');
	});

	it('refuses a contact changed since, and leaves it untouched', async () => {
		const changed = sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, { CityName: 'Galway' });
		const { error } = await sandbox.run(noteSince(before.UpdatedOn));
		expect(error?.message).toBe(
			`Contract contact ${COMPLETE_CONTACT_ID} was changed after the time in 'Only If Unchanged Since' [item 0]`,
		);
		expect(error?.description).toContain(changed.UpdatedOn);
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
		expect(stored()).toEqual(changed);
	});

	it('refuses a contact changed one second later', async () => {
		sandbox.nexudus.contacts.change(
			COMPLETE_CONTACT_ID,
			{ CityName: 'Galway' },
			{ UpdatedOn: '2025-02-07T15:02:11Z' },
		);
		const { error } = await sandbox.run(noteSince('2025-02-07T15:02:10Z'));
		expect(error?.message).toContain('was changed after the time');
	});

	it.each([
		['2025-02-07T15:02:10.480Z', '2025-02-07T15:02:10Z'],
		['2025-02-07T15:02:00.480Z', '2025-02-07T15:02:00Z'],
	])('takes the stamp %s for unchanged since %s, the same second', async (UpdatedOn, since) => {
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, {}, { UpdatedOn });
		const { error } = await sandbox.run(noteSince(since));
		expect(error).toBeUndefined();
		expect(stored()?.Notes).toBe('Checked by phone');
	});

	it('refuses a contact changed later in the same second, where both are told to the millisecond', async () => {
		const UpdatedOn = '2025-02-07T15:02:10.920Z';
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, {}, { UpdatedOn });
		const { error } = await sandbox.run(noteSince('2025-02-07T15:02:10.480Z'));
		expect(error?.message).toContain('was changed after the time');
	});

	it('refuses a contact changed later in the same minute', async () => {
		const { error } = await sandbox.run(noteSince('2025-02-07T15:02:00Z'));
		expect(error?.message).toContain('was changed after the time');
	});

	it("reads a time without an offset in the workflow's time zone", async () => {
		const [early, late] = ['2025-02-07T16:02:09', '2025-02-07T16:02:10'];
		const timezone = 'Europe/Berlin';
		const refused = await sandbox.run(noteSince(early), { timezone });
		expect(refused.error?.message).toContain('was changed after the time');
		const { error } = await sandbox.run(noteSince(late), { timezone });
		expect(error).toBeUndefined();
	});

	it("does not take this execution's own writes for changes", async () => {
		const { json, error } = await sandbox.run(noteSince(before.UpdatedOn, '={{ $json.notes }}'), {
			items: [{ notes: 'First call' }, { notes: 'Second call' }],
		});
		expect(error).toBeUndefined();
		expect(json.map(({ Notes }) => Notes)).toEqual(['First call', 'Second call']);
		expect(stored()?.Notes).toBe('Second call');
	});

	it('does not take its own write for a change when the answer to it was lost', async () => {
		sandbox.nexudus.fail({ when: { method: 'PUT', nth: 1 }, how: 'cut after' });
		const { error } = await sandbox.run(noteSince(before.UpdatedOn, '={{ $json.notes }}'), {
			items: [{ notes: 'First call' }, { notes: 'Second call' }],
		});
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toHaveLength(2);
		expect(stored()?.Notes).toBe('Second call');
	});

	it('takes a contact for done that has the values already, as when n8n tries the node again', async () => {
		const first = await sandbox.run(noteSince(before.UpdatedOn));
		const again = await sandbox.run(noteSince(before.UpdatedOn));
		expect([first.error, again.error]).toEqual([undefined, undefined]);
		expect(again.json).toEqual([stored()]);
		expect(writtenBodies(sandbox.nexudus)).toHaveLength(1);
	});

	it('takes it for done with Write Unchanged as well, and does not write it', async () => {
		const options = { onlyIfUnchangedSince: before.UpdatedOn, writeUnchanged: true };
		const note = updateOf(COMPLETE_CONTACT_ID, { notes: 'Checked by phone' }, { options });
		await sandbox.run(note);
		const written = stored();
		const { error } = await sandbox.run(note);
		expect(error).toBeUndefined();
		expect(stored()).toEqual(written);
	});

	it('refuses a contact that has some of the values only', async () => {
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, { Notes: 'Checked by phone' });
		const { error } = await sandbox.run(
			updateOf(
				COMPLETE_CONTACT_ID,
				{ notes: 'Checked by phone', cityName: 'Sligo' },
				{ options: { onlyIfUnchangedSince: before.UpdatedOn } },
			),
		);
		expect(error?.message).toContain('was changed after the time');
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});

	it('refuses one changed contact and writes the others when the workflow goes on', async () => {
		const other = sandbox.nexudus.contacts.add({ UpdatedOn: before.UpdatedOn });
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, { CityName: 'Galway' });
		const { json } = await sandbox.run(
			updateOf(
				'={{ $json.id }}',
				{ notes: 'Checked' },
				{ options: { onlyIfUnchangedSince: before.UpdatedOn } },
			),
			{
				items: [{ id: COMPLETE_CONTACT_ID }, { id: other.Id }],
				onError: 'continueRegularOutput',
			},
		);
		expect(json[0].error).toContain('was changed after the time');
		expect(json[1]).toMatchObject({ Id: other.Id, Notes: 'Checked' });
	});

	it('refuses a value that is no time before anything is sent', async () => {
		const { error } = await sandbox.run(noteSince('last Friday'));
		expect(error?.message).toContain("'Only If Unchanged Since' must be a date and time");
		expect(sandbox.nexudus.requests).toEqual([]);
	});
});
