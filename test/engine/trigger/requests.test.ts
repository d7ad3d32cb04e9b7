import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { Watched } from './watched';
import { startWatched } from './watched';

const PATH = '/api/billing/contractcontacts';

/** Gives which columns were asked for, in alphabetical order. */
function columnsOf(requests: readonly RecordedRequest[]): string[] {
	return requests
		.map(({ rawUrl }) => /from_ContractContact_(\w+)=/.exec(rawUrl)?.[1] ?? rawUrl)
		.sort();
}

describe('With 10,000 contacts', () => {
	let watched: Watched;

	beforeAll(async () => {
		watched = await startWatched({ records: { contacts: 10_000 } });
	});

	afterAll(async () => await watched.close());

	const watchedColumns = {
		created: ['CreatedOn'],
		createdOrUpdated: ['AmlCheckDate', 'AmlClearedOn', 'UpdatedOn'],
		amlStatusChanged: ['AmlCheckDate', 'AmlClearedOn', 'UpdatedOn'],
	};

	it.each(Object.entries(watchedColumns))(
		'a quiet poll for %s costs one request for each column that is watched',
		async (event, columns) => {
			const trigger = await watched.activated({ event });
			expect(await trigger.poll()).toBeNull();
			expect(columnsOf(watched.nexudus.requests)).toEqual(columns);
		},
	);

	it.each(['created', 'createdOrUpdated'])(
		'the activation for %s asks for the newest contact and the minutes before it only',
		async (event) => {
			watched.nexudus.clearRequests();
			const trigger = watched.trigger({ event });
			expect(await trigger.poll()).toBeNull();
			const asked = watched.nexudus.requests.map(({ rawUrl }) => rawUrl);
			expect(asked.length).toBeLessThanOrEqual(6);
			for (const url of asked) expect(url).toMatch(/size=[12]&|from_ContractContact_/);
		},
	);

	it('the activation for amlStatusChanged reads every status, a thousand a request', async () => {
		watched.nexudus.clearRequests();
		const trigger = watched.trigger({ event: 'amlStatusChanged' });
		expect(await trigger.poll()).toBeNull();
		expect(watched.nexudus.requests.length).toBeLessThanOrEqual(20);
		expect(trigger.stored.length).toBeLessThan(100_000);
	});

	it('asks the list route only, so the List role is enough', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		await trigger.poll();
		expect(new Set(watched.nexudus.requests.map(({ path }) => path))).toEqual(new Set([PATH]));
	});

	it('the state stays small with 50 changes a minute', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		const ids = watched.nexudus.contacts.all().map(({ Id }) => Id);
		for (let minute = 0; minute < 15; minute++) {
			watched.pass(60);
			const changing = ids.slice(minute * 50, minute * 50 + 50);
			for (const Id of changing) watched.nexudus.contacts.change(Id, { Notes: `Call ${minute}` });
			expect(await trigger.poll()).toHaveLength(50);
		}
		expect(trigger.stored.length).toBeLessThan(20_000);
	});

	it('the state stays under a megabyte when all of them change within a minute', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		watched.pass(60);
		for (const { Id } of watched.nexudus.contacts.all()) {
			watched.nexudus.contacts.change(Id, { PhoneNumber: `+44 20 7946 ${Id}` });
		}
		const seen = new Set<unknown>();
		for (let output = await trigger.poll(); output; output = await trigger.poll()) {
			for (const { Id } of output) expect(seen.has(Id)).toBe(false);
			for (const { Id } of output) seen.add(Id);
		}
		expect(seen.size).toBe(10_000);
		expect(trigger.stored.length).toBeLessThan(1_000_000);
	}, 120_000);
});
