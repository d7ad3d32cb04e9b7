import type { INodeParameters } from 'n8n-workflow';
import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

const CLEARED = { event: 'amlStatusChanged', filters: { amlCheckStatus: [3] } };

describe('When a trigger starts', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	it.each(['created', 'createdOrUpdated', 'amlStatusChanged'])(
		'it fails in words where times read in another zone would keep it silent (%s)',
		async (event) => {
			watched.nexudus.assume({ bareTimes: 'America/Bogota' });
			await expect(watched.trigger({ event }).poll()).rejects.toThrow(
				/does not show its newest contract contact.*another zone than UTC/,
			);
		},
	);

	it('it works where the zone only shows it more than it asked for', async () => {
		watched.nexudus.assume({ bareTimes: 'Asia/Tokyo' });
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add();
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('it notices later, too, that nothing can come back any more', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(60);
		const { Id } = watched.nexudus.contacts.add();
		expect(idsOf(await trigger.poll())).toEqual([Id]);
		watched.nexudus.assume({ bareTimes: 'America/Bogota' });
		await expect(trigger.poll()).rejects.toThrow('does not show its newest contract contact');
	});

	it('it takes it calmly that the newest contacts were deleted', async () => {
		const { Id } = watched.nexudus.contacts.add();
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		watched.nexudus.contacts.remove(Id);
		watched.pass(3600);
		expect(await trigger.poll()).toBeNull();
	});

	it('after it was switched off it knows the status that its filter hid', async () => {
		const { Id } = watched.nexudus.contacts.add({ AmlCheckStatus: 3 });
		const first = watched.trigger(CLEARED);
		expect(await first.poll()).toBeNull();
		const { staticData } = first;
		watched.pass(60);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 6 });
		expect(await first.poll()).toBeNull();
		expect(await first.poll()).toBeNull();
		watched.pass(60);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 3 });
		const again = watched.trigger(CLEARED, { staticData });
		expect(await again.poll()).toEqual([
			expect.objectContaining({ Id, PreviousAmlCheckStatus: 'ManuallyCleared' }),
		]);
		expect(await again.poll()).toBeNull();
	});

	it('after it was switched off it goes on from what n8n stored where events came in between', async () => {
		const { Id } = watched.nexudus.contacts.add({ AmlCheckStatus: 1 });
		const first = watched.trigger(CLEARED);
		await first.poll();
		const { staticData } = first;
		watched.pass(60);
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 3 });
		expect(idsOf(await first.poll())).toEqual([Id]);
		const died = watched.trigger(CLEARED, { staticData });
		expect(idsOf(await died.poll())).toEqual([Id]);
		const again = watched.trigger(CLEARED, { staticData: first.staticData });
		expect(await again.poll()).toBeNull();
	});

	it.each<[string, INodeParameters]>([
		['Filters', { event: 'created', filters: { contractContactType: '={{ $("Nowhere").item }}' } }],
		['Options', { event: 'created', options: { fullRecords: '={{ "x".toDateTime().toISO() }}' } }],
		['Fields to Output', { event: 'created', output: 'selected', outputFields: '={{ [ }}' }],
		['Output', { event: 'created', output: '={{ "n/a".toDateTime().toISODate() }}' }],
		['Authentication', { event: 'created', authentication: '={{ $("Nowhere").item.json.way }}' }],
	])('it names the parameter whose expression can’t be worked out: %s', async (label, given) => {
		await expect(watched.trigger(given).poll()).rejects.toThrow(`'${label}' can't be worked out: `);
		expect(watched.nexudus.requests).toEqual([]);
	});

	it('it names what is missing where no credential is chosen', async () => {
		const trigger = watched.trigger({ event: 'created' }, { nodeCredentials: {} });
		await expect(trigger.poll()).rejects.toThrow(/^No Nexudus credential is chosen/);
	});

	it('it says what to do about a blank filter in words that a trigger has', async () => {
		const filters = { contractContactType: ' ' };
		const error = await watched
			.trigger({ event: 'created', filters })
			.poll()
			.catch((thrown: unknown) => thrown);
		expect(JSON.stringify(error)).not.toContain('Ignore Empty Filters');
		expect(String(error)).toContain("'Contact Type' in 'Filters' is empty");
	});
});

describe('Under n8n’s durable scheduler, a poll', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	it.each([45_000, undefined])('that fails says each thing once (budget %p)', async (budget) => {
		const { staticData } = await watched.activated({ event: 'created' });
		const tick = watched.trigger(
			{ event: 'created' },
			{ staticData, activation: 'update', budget },
		);
		watched.nexudus.fail({ when: {}, how: { status: 401 } });
		const error = (await tick.poll().catch((thrown: unknown) => thrown)) as Error & {
			description: string;
		};
		const said = `${error.message} ${error.description}`;
		expect(said.split('The sign-in was refused')).toHaveLength(2);
	});

	it('that is throttled for long says that the next one tries again', async () => {
		const { staticData } = await watched.activated({ event: 'created' });
		const tick = watched.trigger(
			{ event: 'created' },
			{ staticData, activation: 'update', budget: 45_000 },
		);
		watched.nexudus.fail({ when: {}, how: { status: 409, headers: { 'retry-after': '300' } } });
		await expect(tick.poll()).rejects.toMatchObject({
			description: expect.stringContaining('The next poll tries again.') as string,
		});
	});
});
