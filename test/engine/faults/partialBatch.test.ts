import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { upsertOf } from '../upsert/upserting';
import { noted, notesFor, readsOf, sent, someIds } from './observing';

const BATCH = /\?id=/;

function shownOf(contact: ContractContact, leftOut: readonly string[]): Partial<ContractContact> {
	const shown = Object.entries(contact).filter(([name]) => !leftOut.includes(name));
	return Object.fromEntries(shown) as Partial<ContractContact>;
}

describe('Where the batch read gives partial contacts', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let ids: number[];

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		ids = someIds(nexudus, 6);
		for (const id of ids) {
			nexudus.contacts.change(id, {
				Address: '4 Quay Street',
				State: 'Galway',
				AmlNotes: 'Seen',
				Email: `contact.${id}@harbour-finch.example`,
			});
		}
	});

	afterEach(async () => await sandbox.close());

	const stored = (id: number) => nexudus.contacts.get(id) as ContractContact;

	function leaveOut(...properties: Array<keyof ContractContact>): void {
		const partial = ids.map((id) => shownOf(stored(id), properties));
		nexudus.fail({ when: { path: BATCH }, how: { status: 200, body: partial } });
	}

	it.each(['Address', 'State', 'AmlPappersResponse', 'AmlNotes'] as const)(
		'without %s, an update keeps what was left out',
		async (property) => {
			const before = ids.map(stored);
			leaveOut(property);
			const [parameters, items] = notesFor(ids);
			const { error } = await sandbox.run(parameters, { items });
			expect(error).toBeUndefined();
			expect(noted(nexudus, ids)).toEqual(ids);
			ids.forEach((id, item) => expect(stored(id)[property]).toEqual(before[item][property]));
		},
	);

	it('Create or Update keeps what was left out', async () => {
		leaveOut('Address', 'State');
		const { error } = await sandbox.run(
			upsertOf('={{ $json.contract }}', {
				email: '={{ $json.email }}',
				fullName: '={{ $json.name }}',
				additionalFields: { phoneNumber: '+353 91 555 010' },
			}),
			{
				items: ids.map(stored).map(({ Id, CoworkerContractId, FullName }) => ({
					contract: CoworkerContractId,
					name: FullName,
					email: `contact.${Id}@harbour-finch.example`,
				})),
			},
		);
		expect(error).toBeUndefined();
		for (const id of ids) {
			expect(stored(id)).toMatchObject({
				Address: '4 Quay Street',
				State: 'Galway',
				PhoneNumber: '+353 91 555 010',
			});
		}
	});

	it('Get shows the whole contact', async () => {
		leaveOut('Address', 'AmlNotes');
		const [parameters, items] = readsOf(ids);
		const { json } = await sandbox.run(parameters, { items });
		expect(json).toEqual(ids.map(stored));
		expect(sent(nexudus, 'GET')).toBe(1 + ids.length);
	});

	it('as the single read does, one such read shows that there is no more', async () => {
		const whole = ids.map((id) => shownOf(stored(id), ['AmlPappersResponse']));
		nexudus.fail({ when: { path: BATCH }, how: { status: 200, body: whole } });
		nexudus.fail({
			when: { method: 'GET', path: `/api/billing/contractcontacts/${ids[0]}` },
			how: { status: 200, body: whole[0] },
		});
		const [parameters, items] = notesFor(ids);
		const { error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(sent(nexudus, 'GET')).toBe(2);
	});

	it.each(['present', 'absent', 'failing'] as const)(
		'a batch route that is %s keeps everything too',
		async (batchRoute) => {
			nexudus.assume({ batchRoute });
			const [parameters, items] = notesFor(ids);
			await sandbox.run(parameters, { items });
			for (const id of ids) {
				expect(stored(id)).toMatchObject({ Address: '4 Quay Street', AmlNotes: 'Seen' });
			}
		},
	);
});
