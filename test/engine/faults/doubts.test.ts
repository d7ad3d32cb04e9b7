import type { FaultKind } from '../../../sandbox/nexudus/faults';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { upsertOf } from '../upsert/upserting';
import { newDirectors, newNames, sent, timesStored } from './observing';

const NOTHING_SENT = 'Nothing was sent for this item.';
const MAY_BE = 'may have been created';
const goOn = { onError: 'continueRegularOutput' } as const;

const losses: Array<[string, FaultKind]> = [
	['carries creations out and cuts the connection', 'cut after'],
	['carries them out and answers with half a body', 'truncated body'],
	['answers with 503', { status: 503, body: 'Service Unavailable' }],
	['answers 200 without an Id', { status: 200, body: { WasSuccessful: true, Value: null } }],
];

describe('A server that leaves all creations in doubt', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	it.each(losses)('since it %s gets four of a hundred', async (_what, how) => {
		sandbox.nexudus.fail({ when: { method: 'POST' }, how });
		const [parameters, items] = newDirectors(sandbox.nexudus, 100);
		const { json } = await sandbox.run(parameters, { items, ...goOn });
		expect(json.filter(({ error }) => String(error).includes(MAY_BE))).toHaveLength(4);
		expect(json.filter(({ error }) => String(error).includes(NOTHING_SENT))).toHaveLength(96);
		expect(sent(sandbox.nexudus, 'POST')).toBe(4);
		const times = timesStored(sandbox.nexudus, newNames(100));
		json.forEach(({ error }, item) => {
			if (String(error).includes(NOTHING_SENT)) expect(times[item]).toBe(0);
		});
	});

	it('gets four from Create or Update as well', async () => {
		sandbox.nexudus.fail({ when: { method: 'POST' }, how: 'cut after' });
		const [{ Id }] = sandbox.nexudus.contracts;
		const { json } = await sandbox.run(
			upsertOf(Id, { fullName: '={{ $json.name }}', email: '={{ $json.email }}' }),
			{
				items: newNames(30).map((name, item) => ({
					name,
					email: `quinlan.${item}@harbour-finch.example`,
				})),
				...goOn,
			},
		);
		expect(json.filter(({ error }) => String(error).includes(MAY_BE))).toHaveLength(4);
		expect(json.filter(({ error }) => String(error).includes(NOTHING_SENT))).toHaveLength(26);
		expect(sent(sandbox.nexudus, 'POST')).toBe(4);
	});

	it('but only now and then gets them all', async () => {
		sandbox.nexudus.fail({ when: { method: 'POST', nth: [1, 2, 3, 5, 6, 7] }, how: 'cut after' });
		const [parameters, items] = newDirectors(sandbox.nexudus, 12);
		const { json } = await sandbox.run(parameters, { items, ...goOn });
		expect(json.filter(({ error }) => error)).toHaveLength(6);
		expect(sent(sandbox.nexudus, 'POST')).toBe(12);
	});
});

describe('A server that leaves updates in doubt, even after looking', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	it('gets few of many', async () => {
		const { nexudus } = sandbox;
		const ids = nexudus.contacts.all().filter(({ FullName }) => FullName);
		nexudus.fail({ when: { method: 'PUT' }, how: 'cut after' });
		nexudus.fail({ when: { method: 'GET', path: /contractcontacts\/\d+$/ }, how: 'html 403' });
		const { json } = await sandbox.run(
			{
				operation: 'update',
				contractContactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				updateFields: { notes: 'Moved' },
			},
			{ items: ids.slice(0, 60).map(({ Id }) => ({ id: Id })), ...goOn },
		);
		const inDoubt = json.filter(({ error }) => String(error).includes('may have been updated'));
		expect(inDoubt.length).toBeGreaterThanOrEqual(4);
		expect(inDoubt.length).toBeLessThanOrEqual(8);
		expect(json.filter(({ error }) => String(error).includes(NOTHING_SENT))).toHaveLength(
			60 - inDoubt.length,
		);
	});
});
