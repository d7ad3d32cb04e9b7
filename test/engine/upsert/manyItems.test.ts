import type { IDataObject } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { newNames, timesStored } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { lists, requestsWith, upsertOf } from './upserting';

const EMAIL = 'orla.quinlan@harbour-finch.example';

describe('Create or Update for many items', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const fromItems = {
		fullName: '={{ $json.name }}',
		email: '={{ $json.email }}',
		coworkerId: byId('={{ $json.coworker }}'),
		matchOn: '={{ $json.matchOn ?? "email" }}',
		additionalFields: { notes: '={{ $json.notes }}', phoneNumber: '={{ $json.phone }}' },
	};

	const upsert = async (items: IDataObject[], onError?: 'continueRegularOutput') =>
		await sandbox.run(upsertOf('={{ $json.contract }}', fromItems), { items, onError });

	const contract = () => nexudus.contracts[0].Id;
	const signUp = (more: IDataObject): IDataObject => ({
		contract: contract(),
		name: 'Orla Quinlan',
		email: EMAIL,
		...more,
	});
	const created = () => timesStored(nexudus, ['Orla Quinlan'])[0];
	const bodies = (method: string) => requestsWith(nexudus, method).map(({ body }) => body);

	it('lists each contract once before creating and once after, and keeps the order of the items', async () => {
		const names = newNames(30);
		const items = names.map((name, index) => ({
			contract: nexudus.contracts[index % 5].Id,
			name,
			email: `person${index}@post.example`,
		}));
		const { json, items: out, error } = await upsert(items);
		expect(error).toBeUndefined();
		expect(lists(nexudus)).toHaveLength(10);
		expect(requestsWith(nexudus, 'POST')).toHaveLength(30);
		expect(nexudus.requests).toHaveLength(5 + 30 + 5 + 1);
		expect(json.map(({ FullName }) => FullName)).toEqual(names);
		expect(json.map(({ CoworkerContractId }) => CoworkerContractId)).toEqual(
			items.map((item) => item.contract),
		);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(names.map((_name, item) => ({ item })));
	});

	it('creates and updates in one run, with one read of those that are there', async () => {
		const there = nexudus.contacts.all().filter(({ Email, FullName }) => Email && FullName);
		const known = there.filter(
			({ Email }, index) => there.findIndex((one) => one.Email === Email) === index,
		);
		const some = known.slice(0, 20);
		const items = some.flatMap(({ CoworkerContractId, FullName, Email }, index) => [
			{ contract: CoworkerContractId, name: FullName, email: Email, notes: `Note ${index}` },
			{ contract: CoworkerContractId, name: `New ${index}`, email: `new${index}@post.example` },
		]);
		const { json, error } = await upsert(items);
		expect(error).toBeUndefined();
		expect(requestsWith(nexudus, 'POST')).toHaveLength(20);
		expect(requestsWith(nexudus, 'PUT')).toHaveLength(20);
		some.forEach(({ Id }, index) => {
			expect(json[2 * index]).toEqual({ ...nexudus.contacts.get(Id), Notes: `Note ${index}` });
			expect(json[2 * index + 1].FullName).toBe(`New ${index}`);
		});
		expect(requestsWith(nexudus, 'GET').length - lists(nexudus).length).toBe(2);
	});

	it('creates a new contact once and updates it for the other items', async () => {
		const { json, error } = await upsert([
			signUp({ notes: 'First' }),
			signUp({ email: ` ${EMAIL.toUpperCase()}`, phone: '+353 1 555 0142' }),
			signUp({ notes: 'Third' }),
		]);
		expect(error).toBeUndefined();
		expect(created()).toBe(1);
		expect(bodies('POST')).toHaveLength(1);
		expect(bodies('PUT')).toMatchObject([
			{ Notes: 'First', PhoneNumber: '+353 1 555 0142', Email: EMAIL },
			{ Notes: 'Third', PhoneNumber: '+353 1 555 0142', Email: EMAIL },
		]);
		expect(new Set(json.map(({ Id }) => Id)).size).toBe(1);
		expect(nexudus.contacts.get(Number(json[0].Id))).toMatchObject({
			Notes: 'Third',
			PhoneNumber: '+353 1 555 0142',
		});
	});

	it('recognizes it also by another field to match on', async () => {
		const { json, error } = await upsert([
			signUp({ notes: 'By email' }),
			signUp({ matchOn: 'fullName', name: 'ORLA QUINLAN', notes: 'By name' }),
		]);
		expect(error).toBeUndefined();
		expect(created()).toBe(1);
		expect(json[0].Id).toBe(json[1].Id);
		expect(nexudus.contacts.get(Number(json[0].Id))?.Notes).toBe('By name');
	});

	it('refuses an item that two new contacts match, instead of taking one of them', async () => {
		const { json } = await upsert(
			[
				signUp({}),
				signUp({ email: 'orla@post.example' }),
				signUp({ matchOn: 'fullName', notes: 'Which one?' }),
			],
			'continueRegularOutput',
		);
		expect(json[2].error).toContain(
			'Several contract contacts match: 2 that other items of this run create [item 2]',
		);
		expect(created()).toBe(2);
		expect(requestsWith(nexudus, 'PUT')).toEqual([]);
	});

	it.each([
		[{ email: '  ' }, "'Email' is empty"],
		[{ email: '\u200B\n' }, "'Email' is empty"],
		[{ matchOn: 'fullName', name: '\u00A0' }, "'Full Name' is empty"],
	])('refuses a match by blanks alone, before anything is sent: %j', async (blank, words) => {
		const before = nexudus.contacts.all().length;
		const { error } = await upsert([signUp({}), signUp(blank)]);
		expect(error?.message).toContain(words);
		expect(error?.message).toContain('[item 1]');
		expect(nexudus.contacts.all()).toHaveLength(before);
	});

	it('refuses an item that a contact and a new one match', async () => {
		const known = nexudus.contacts.add({
			CoworkerContractId: contract(),
			FullName: 'Orla Quinlan',
			Email: 'o.q@post.example',
		});
		const { json } = await upsert(
			[signUp({}), signUp({ matchOn: 'fullName', notes: 'Which one?' })],
			'continueRegularOutput',
		);
		expect(json[1].error).toContain(
			`Several contract contacts match: ${known.Id}, 1 that other items of this run create [item 1]`,
		);
		expect(nexudus.contacts.get(known.Id)).toEqual(known);
		expect(created()).toBe(2);
	});

	it('creates it by the second item when the first is refused', async () => {
		const refused = { Message: 'Notes: is too long', Errors: [], WasSuccessful: false };
		nexudus.fail({ when: { method: 'POST', nth: 1 }, how: { status: 400, body: refused } });
		const { json } = await upsert(
			[signUp({ notes: 'Too long' }), signUp({ notes: 'Good' }), signUp({ phone: '+353 1' })],
			'continueRegularOutput',
		);
		expect(json[0].error).toContain('Notes: is too long');
		expect(created()).toBe(1);
		expect(json[1].Id).toBe(json[2].Id);
		expect(nexudus.contacts.get(Number(json[1].Id))).toMatchObject({
			Notes: 'Good',
			PhoneNumber: '+353 1',
		});
	});

	it('does not create it again when the first answer was lost', async () => {
		nexudus.fail({ when: { method: 'POST', nth: 1 }, how: 'cut after' });
		const { json } = await upsert(
			[signUp({}), signUp({ notes: 'Second' })],
			'continueRegularOutput',
		);
		expect(requestsWith(nexudus, 'POST')).toHaveLength(1);
		expect(created()).toBe(1);
		expect(json.map(({ error }) => error)).toEqual(
			[0, 1].map((item) => expect.stringContaining(`may have been created [item ${item}]`)),
		);
	});

	it('does nothing further after a failure, unless the workflow goes on', async () => {
		for (const FullName of ['Orla Q.', 'Orla Quinn']) {
			nexudus.contacts.add({ CoworkerContractId: contract(), FullName, Email: EMAIL });
		}
		const others = newNames(4).map((name) => signUp({ name, email: `${name}@post.example` }));
		const items = [others[0], signUp({}), ...others.slice(1)];
		const stopped = await upsert(items);
		expect(stopped.error?.message).toMatch(/^Several contract contacts match: .*\[item 1\]$/);
		expect(requestsWith(nexudus, 'POST')).toEqual([]);

		const { json } = await upsert(items, 'continueRegularOutput');
		expect(json[1].error).toContain('Several contract contacts match');
		expect(timesStored(nexudus, newNames(4))).toEqual([1, 1, 1, 1]);
		expect(requestsWith(nexudus, 'PUT')).toEqual([]);
	});

	it('fails the items of a contract that can’t be listed, and no others', async () => {
		const [one, other] = nexudus.contracts;
		nexudus.fail({
			when: { path: new RegExp(`CoworkerContract=${one.Id}`) },
			how: { status: 400, body: { Message: 'The request is invalid.' } },
		});
		const items = newNames(4).map((name, index) => ({
			contract: index % 2 ? one.Id : other.Id,
			name,
			email: `${index}@post.example`,
		}));
		const { json } = await upsert(items, 'continueRegularOutput');
		expect(json.map(({ error }) => Boolean(error))).toEqual([false, true, false, true]);
		expect(timesStored(nexudus, newNames(4))).toEqual([1, 0, 1, 0]);
	});
});
