import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

const HOUR = 3_600_000;
const DELETED = { event: 'deleted' };

describe('With 10,000 contacts, the event Deleted', () => {
	let watched: Watched;

	beforeAll(async () => {
		watched = await startWatched({ records: { contacts: 10_000 } });
	});

	afterEach(() => jest.restoreAllMocks());

	afterAll(async () => await watched.close());

	function requestsMade(): number {
		return watched.nexudus.requests.length;
	}

	it('costs one request a quiet poll, also where a contact is new', async () => {
		const trigger = await watched.activated(DELETED);
		for (let poll = 1; poll <= 5; poll++) {
			if (poll === 3) watched.nexudus.contacts.add();
			expect(await trigger.poll()).toBeNull();
			expect(requestsMade()).toBe(poll);
		}
	});

	it('costs ten requests an hour besides', async () => {
		const trigger = await watched.activated(DELETED);
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + HOUR);
		expect(await trigger.poll()).toBeNull();
		expect(requestsMade()).toBeLessThanOrEqual(1 + Math.ceil(10_001 / 1000));
		watched.nexudus.clearRequests();
		expect(await trigger.poll()).toBeNull();
		expect(requestsMade()).toBe(1);
	});

	it('tells of a deletion with one reading of all Ids, and one of the contact', async () => {
		const trigger = await watched.activated(DELETED);
		const [{ Id }] = watched.nexudus.contacts.all();
		watched.nexudus.contacts.remove(Id);
		expect(await trigger.poll()).toEqual([{ deleted: true, Id }]);
		expect(requestsMade()).toBeLessThanOrEqual(13);
	});

	it('keeps a state of less than a tenth of a megabyte', async () => {
		const trigger = await watched.activated(DELETED);
		expect(trigger.stored.length).toBeLessThan(100_000);
	});

	it('tells of 3,000 deletions in two polls, each once', async () => {
		const trigger = await watched.activated(DELETED);
		const gone = watched.nexudus.contacts
			.all()
			.map(({ Id }) => Id)
			.filter((_, place) => place % 3 === 0)
			.slice(0, 3000);
		for (const Id of gone) watched.nexudus.contacts.remove(Id);
		const [first, second] = [await trigger.poll(), await trigger.poll()];
		expect(first).toHaveLength(2000);
		expect([...idsOf(first), ...idsOf(second)]).toEqual(gone);
		expect(await trigger.poll()).toBeNull();
	});

	it('learns of more new contacts than a page holds, so that their deletion counts', async () => {
		const trigger = await watched.activated(DELETED);
		const added = Array.from({ length: 250 }, () => watched.nexudus.contacts.add().Id);
		expect(await trigger.poll()).toBeNull();
		watched.nexudus.contacts.remove(added[0]);
		expect(await trigger.poll()).toEqual([{ deleted: true, Id: added[0] }]);
	});
});
