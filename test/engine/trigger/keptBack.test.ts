import type { INodeParameters } from 'n8n-workflow';
import type { ActiveTrigger } from './polling';
import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

const HOUR = 3_600_000;
const FULL: INodeParameters = { event: 'created', options: { fullRecords: true } };

describe('Where Nexudus can’t give one full record, the trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => {
		jest.restoreAllMocks();
		await watched.close();
	});

	/** Adds three contacts, of which the second can't be read. */
	function addThree(): { bad: number; good: number[] } {
		watched.pass(30);
		const [first, second, third] = ['Collects mail', 'Rings first', 'Has a key'].map((Notes) =>
			watched.nexudus.contacts.add({ Notes }),
		);
		spoil(second.Id);
		return { bad: second.Id, good: [first.Id, third.Id] };
	}

	function spoil(Id: number, status = 500): void {
		watched.nexudus.fail({
			when: { path: new RegExp(`contractcontacts/${Id}$`) },
			how: { status },
		});
		watched.nexudus.fail({ when: { path: new RegExp(`id=\\[.*${Id}`) }, how: { status: 500 } });
	}

	function letHoursPass(hours: number): void {
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + hours * HOUR);
		watched.pass(hours * 3600);
	}

	function restarted(trigger: ActiveTrigger, parameters: INodeParameters): ActiveTrigger {
		const { staticData } = trigger;
		return watched.trigger(parameters, { staticData, activation: 'init' });
	}

	it.each([
		['all fields', FULL],
		[
			'a chosen field that lists leave out',
			{ event: 'created', output: 'selected', outputFields: ['Notes'] },
		],
	])('puts out the others with %s, and that one once it can be read', async (_, parameters) => {
		const trigger = await watched.activated(parameters);
		const { bad, good } = addThree();
		expect(idsOf(await trigger.poll())).toEqual(good);
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings).toHaveLength(1);
		expect(trigger.warnings[0]).toMatch(new RegExp(`${bad}: .*\\(500\\)\\. .* kept back`));
		watched.nexudus.clearFaults();
		expect(idsOf(await trigger.poll())).toEqual([bad]);
		expect(await trigger.poll()).toBeNull();
		expect(trigger.stored).not.toContain('keptBack');
	});

	it('puts it out as its list row after a day, and says so in the log', async () => {
		const trigger = await watched.activated({ ...FULL, output: 'raw' });
		const { bad } = addThree();
		await trigger.poll();
		letHoursPass(23);
		expect(await trigger.poll()).toBeNull();
		letHoursPass(2);
		const output = await trigger.poll();
		expect(idsOf(output)).toEqual([bad]);
		expect(output?.[0]).not.toHaveProperty('Notes');
		expect(output?.[0]).toHaveProperty('CreatedOn');
		expect(trigger.warnings.at(-1)).toMatch(/Every poll of a day tried it/);
		expect(await trigger.poll()).toBeNull();
	});

	it('remembers it across a restart, when it lies far behind what is read again', async () => {
		const trigger = await watched.activated(FULL);
		const { bad, good } = addThree();
		expect(idsOf(await trigger.poll())).toEqual(good);
		letHoursPass(1);
		const later = watched.nexudus.contacts.add();
		expect(idsOf(await trigger.poll())).toEqual([later.Id]);
		const next = restarted(trigger, FULL);
		expect(await next.poll()).toBeNull();
		watched.nexudus.clearFaults();
		expect(idsOf(await next.poll())).toEqual([bad]);
		expect(await restarted(next, FULL).poll()).toBeNull();
	});

	it('puts it out in its latest state, with the status before as it was at first', async () => {
		const parameters = { ...FULL, event: 'amlStatusChanged' };
		const { Id } = watched.nexudus.contacts.add({ AmlCheckStatus: 1 });
		const trigger = await watched.activated(parameters);
		spoil(Id);
		watched.pass(60);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 3 });
		expect(await trigger.poll()).toBeNull();
		watched.pass(3600);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 6 });
		expect(await trigger.poll()).toBeNull();
		watched.nexudus.clearFaults();
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({
				Id,
				AmlCheckStatus: 'ManuallyCleared',
				PreviousAmlCheckStatus: 'Pending',
			}),
		]);
		expect(await trigger.poll()).toBeNull();
	});

	it('does not take it for deleted because a read of several leaves it out', async () => {
		const trigger = await watched.activated(FULL);
		watched.pass(30);
		const [left, there] = [watched.nexudus.contacts.add(), watched.nexudus.contacts.add()];
		watched.nexudus.fail({
			when: { path: /\?id=/ },
			how: { status: 200, body: [watched.nexudus.contacts.get(there.Id)] },
		});
		expect(idsOf(await trigger.poll()).sort()).toEqual([left.Id, there.Id].sort());
	});

	it('forgets it when it is deleted', async () => {
		const trigger = await watched.activated(FULL);
		const { bad } = addThree();
		await trigger.poll();
		watched.nexudus.clearFaults();
		watched.nexudus.contacts.remove(bad);
		expect(await trigger.poll()).toBeNull();
		expect(trigger.stored).not.toContain('keptBack');
	});

	it('keeps the time that it has waited while Nexudus only asks to slow down', async () => {
		const trigger = await watched.activated(FULL);
		const { bad } = addThree();
		await trigger.poll();
		watched.nexudus.clearFaults();
		const single = new RegExp(`contractcontacts/${bad}$`);
		watched.nexudus.fail({
			when: { path: single },
			how: { status: 429, headers: { 'retry-after': '900' } },
		});
		letHoursPass(30);
		expect(await trigger.poll()).toBeNull();
		watched.nexudus.clearFaults();
		letHoursPass(1);
		expect(idsOf(await trigger.poll())).toEqual([bad]);
	});

	it('fails for all where the right to read was taken away', async () => {
		const trigger = await watched.activated(FULL);
		addThree();
		watched.nexudus.clearFaults();
		watched.nexudus.assume({ batchRoute: 'absent' });
		watched.nexudus.fail({ when: { path: /\/\d+$/ }, how: { status: 403 } });
		const before = trigger.stored;
		await expect(trigger.poll()).rejects.toThrow('does not let this user');
		expect(trigger.stored).toBe(before);
	});

	it('fails where so many can’t be read that no record is to blame', async () => {
		const trigger = await watched.activated(FULL);
		watched.pass(30);
		const ids = Array.from({ length: 201 }, () => watched.nexudus.contacts.add().Id);
		watched.nexudus.assume({ batchRoute: 'absent' });
		watched.nexudus.fail({ when: { path: /\/\d+$/ }, how: { status: 409 } });
		await expect(trigger.poll()).rejects.toThrow(/get contract contact \d+/);
		watched.nexudus.clearFaults();
		expect(idsOf(await trigger.poll())).toEqual(ids);
	});
});
