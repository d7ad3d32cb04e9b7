import { LIST_ONLY_TOKEN } from '../../../sandbox/nexudus/accounts';
import { accessToken } from '../sandbox';
import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

describe('When Nexudus has trouble, the trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	it('changes nothing in a poll that fails, and puts out everything in the next', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add();
		const before = trigger.stored;
		watched.nexudus.fail({ when: { path: /AmlCheckDate/ }, how: { status: 401 } });
		await expect(trigger.poll()).rejects.toThrow('Nexudus refused to list contract contacts');
		expect(trigger.stored).toBe(before);
		watched.nexudus.clearFaults();
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('gets over a single failure within the poll', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add();
		watched.nexudus.fail({ when: { times: 1 }, how: 'cut before' });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('waits out a throttle within the poll', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add();
		watched.nexudus.fail({
			when: { times: 1 },
			how: { status: 409, headers: { 'retry-after': '1' } },
		});
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('tells n8n how long a throttle lasts that is longer than a poll', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.nexudus.fail({ when: {}, how: { status: 409, headers: { 'retry-after': '300' } } });
		const error = await trigger.poll().catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ failure: { cause: 'rate-limited' } });
		const { description } = error as { description: string };
		expect(description).toMatch(/from \d{4}-\S+Z\. The next poll tries again\./);
		const { retryAfterMs } = (error as { failure: { retryAfterMs: number } }).failure;
		expect(Math.round(retryAfterMs / 1000)).toBe(300);
	});

	it('lets the activation fail in words while the user looks on', async () => {
		watched.nexudus.fail({ when: {}, how: { status: 401 } });
		const trigger = watched.trigger({ event: 'created' });
		await expect(trigger.poll()).rejects.toThrow(
			/refused to list contract contacts\..*ContractContact-List/,
		);
	});

	it.each(['init', 'leadershipChange'] as const)(
		'survives the poll at %s, so that n8n sets its timer, and fails in the next',
		async (activation) => {
			const { staticData } = await watched.activated({ event: 'created' });
			const { Id } = watched.nexudus.contacts.add();
			const trigger = watched.trigger({ event: 'created' }, { staticData, activation });
			watched.nexudus.fail({ when: {}, how: { status: 401 } });
			expect(await trigger.poll()).toBeNull();
			expect(trigger.staticData).toEqual(staticData);
			await expect(trigger.poll()).rejects.toThrow('Nexudus refused to list contract contacts');
			watched.nexudus.clearFaults();
			expect(idsOf(await trigger.poll())).toEqual([Id]);
		},
	);

	it('puts out a change once when the timer starts a second poll before the first has ended', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add();
		watched.nexudus.setLatency(100);
		const outputs = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(outputs.map(idsOf)).toEqual([[Id], []]);
		expect(await trigger.poll()).toBeNull();
	});

	it('names the missing role where full records may not be read', async () => {
		const values = { nexudusApi: accessToken(watched.nexudus.url, LIST_ONLY_TOKEN) };
		const trigger = await watched.activated(
			{ event: 'created', options: { fullRecords: true } },
			{ credentials: { values } },
		);
		watched.pass(30);
		watched.nexudus.contacts.add();
		const before = trigger.stored;
		await expect(trigger.poll()).rejects.toMatchObject({
			description: expect.stringContaining('ContractContact-Read') as string,
		});
		expect(trigger.stored).toBe(before);
	});
});
