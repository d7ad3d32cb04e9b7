import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

const HOUR = 3_600_000;

describe('For a change of the AML status, the trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => {
		jest.restoreAllMocks();
		await watched.close();
	});

	/** Gives a contact with this status that was there before the activation. */
	function existing(AmlCheckStatus: number): number {
		const { Id } = watched.nexudus.contacts.add({ AmlCheckStatus });
		watched.pass(1200);
		watched.nexudus.contacts.add();
		return Id;
	}

	it('tells the status before by its name in the short output', async () => {
		const Id = existing(2);
		const trigger = await watched.activated({ event: 'amlStatusChanged' });
		watched.pass(30);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 3 });
		const output = await trigger.poll();
		expect(output).toEqual([
			expect.objectContaining({
				Id,
				AmlCheckStatus: 'PotentialMatch',
				PreviousAmlCheckStatus: 'Clear',
			}),
		]);
		expect(Object.keys(output?.[0] ?? {})).toHaveLength(11);
		expect(await trigger.poll()).toBeNull();
	});

	it.each([
		['number', 'raw', 4, 1],
		['name', 'selected', 'ConfirmedMatch', 'Pending'],
	])(
		'tells the status before by its %s in the %s output',
		async (_how, output, AmlCheckStatus, PreviousAmlCheckStatus) => {
			const Id = existing(1);
			const outputFields = ['AmlCheckStatus'];
			const event = 'amlStatusChanged';
			const trigger = await watched.activated({ event, output, outputFields });
			watched.nexudus.contacts.change(Id, { AmlCheckStatus: 4 });
			expect(await trigger.poll()).toEqual([
				expect.objectContaining({ Id, AmlCheckStatus, PreviousAmlCheckStatus }),
			]);
		},
	);

	it('puts out nothing where something else about a contact changes', async () => {
		const Id = existing(3);
		const trigger = await watched.activated({ event: 'amlStatusChanged' });
		watched.pass(30);
		watched.nexudus.contacts.change(Id, {
			PhoneNumber: '+353 1 555 0142',
			AmlCheckDate: '2026-11-24T09:20:00Z',
		});
		expect(await trigger.poll()).toBeNull();
	});

	it('counts a new contact unless its check has not started', async () => {
		const trigger = await watched.activated({ event: 'amlStatusChanged' });
		watched.pass(30);
		const quiet = watched.nexudus.contacts.add({ AmlCheckStatus: 0 });
		const matched = watched.nexudus.contacts.add({ AmlCheckStatus: 4 });
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({ Id: matched.Id, PreviousAmlCheckStatus: null }),
		]);
		watched.pass(30);
		watched.nexudus.contacts.change(quiet.Id, { AmlCheckStatus: 1 });
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({ Id: quiet.Id, PreviousAmlCheckStatus: 'NotStarted' }),
		]);
	});

	it('finds a change that no date tells of within the hour', async () => {
		const Id = existing(0);
		const trigger = await watched.activated({ event: 'amlStatusChanged' });
		watched.pass(7200);
		watched.nexudus.contacts.add();
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 1 }, { keepUpdatedOn: true });
		expect(await trigger.poll()).toBeNull();
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + HOUR);
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({
				Id,
				AmlCheckStatus: 'Pending',
				PreviousAmlCheckStatus: 'NotStarted',
			}),
		]);
	});

	it('lets through only the statuses arrived at that were asked for', async () => {
		const Id = existing(1);
		const trigger = await watched.activated({
			event: 'amlStatusChanged',
			filters: { amlCheckStatus: [3, 4] },
		});
		watched.pass(30);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 2 });
		expect(await trigger.poll()).toBeNull();
		watched.pass(30);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 4 });
		const output = await trigger.poll();
		expect(idsOf(output)).toEqual([Id]);
		expect(output?.[0].PreviousAmlCheckStatus).toBe('Clear');
	});
});
