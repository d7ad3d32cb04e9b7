import { LIST_ONLY_TOKEN } from '../../../sandbox/nexudus/accounts';
import type { Assumptions } from '../../../sandbox/nexudus/assumptions';
import { accessToken } from '../sandbox';
import type { ActiveTrigger } from './polling';
import type { Watched } from './watched';
import { startWatched } from './watched';

const DELETED = { event: 'deleted' };

describe('The event Deleted', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	/** Deletes so many contacts from all over the table, and gives their Ids. */
	function removeSome(count: number): number[] {
		const ids = watched.nexudus.contacts.all().map(({ Id }) => Id);
		const step = Math.floor(ids.length / count);
		const chosen = Array.from({ length: count }, (_, place) => ids[place * step]);
		for (const Id of chosen) watched.nexudus.contacts.remove(Id);
		return chosen;
	}

	function itemsOf(ids: readonly number[]) {
		return ids.map((Id) => ({ deleted: true, Id }));
	}

	it('gives the Id of each contact that is gone, once, and nothing of the others', async () => {
		const [earlier] = removeSome(1);
		const trigger = await watched.activated(DELETED);
		watched.nexudus.contacts.add();
		expect(await trigger.poll()).toBeNull();
		const ids = removeSome(2);
		expect(ids).not.toContain(earlier);
		expect(await trigger.poll()).toEqual(itemsOf(ids));
		expect(await trigger.poll()).toBeNull();
	});

	it('tells of a contact that came after the activation, also where another one came instead', async () => {
		const trigger = await watched.activated(DELETED);
		const { Id } = watched.nexudus.contacts.add();
		expect(await trigger.poll()).toBeNull();
		watched.nexudus.contacts.remove(Id);
		watched.nexudus.contacts.add();
		expect(await trigger.poll()).toEqual(itemsOf([Id]));
	});

	it('tells of the last contact as well', async () => {
		const ids = watched.nexudus.contacts.all().map(({ Id }) => Id);
		const trigger = await watched.activated(DELETED);
		for (const Id of ids) watched.nexudus.contacts.remove(Id);
		expect(await trigger.poll()).toEqual(itemsOf(ids));
		watched.nexudus.contacts.add();
		expect(await trigger.poll()).toBeNull();
	});

	it('takes no notice of filters and output that were chosen for another event', async () => {
		const trigger = await watched.activated({
			...DELETED,
			filters: { contractContactType: [] },
			output: 'raw',
			options: { fullRecords: true },
		});
		const ids = removeSome(1);
		expect(await trigger.poll()).toEqual(itemsOf(ids));
	});

	it('tells after a restart of n8n of what went in between', async () => {
		const { staticData } = await watched.activated(DELETED);
		const ids = removeSome(3);
		const again = watched.trigger(DELETED, { staticData, activation: 'init' });
		expect(await again.poll()).toEqual(itemsOf(ids));
	});

	it('starts from now where the trigger watched for something else before', async () => {
		const { staticData } = await watched.activated({ event: 'created' });
		removeSome(2);
		const trigger = watched.trigger(DELETED, { staticData });
		expect(await trigger.poll()).toBeNull();
		const ids = removeSome(1);
		expect(await trigger.poll()).toEqual(itemsOf(ids));
	});

	const switches: Array<Partial<Assumptions>> = [
		{ unknownId: 500 },
		{ unknownIdInBatch: 500 },
		{ unknownId: 500, unknownIdInBatch: 500 },
		{ batchRoute: 'absent' },
		{ batchRoute: 'failing', unknownId: 500 },
		{ batchMost: 3 },
		{ encodedBrackets: 'refused' },
		{ maximumPageSize: 10 },
		{ sortDirection: 'oneMinusOne', maximumPageSize: 10 },
		{ sortDirection: 'words' },
		{ sortDirection: 'words', maximumPageSize: 10, unknownId: 500 },
	];

	it.each(switches)('works where Nexudus has %j', async (assumed) => {
		watched.nexudus.assume(assumed);
		const trigger = await watched.activated(DELETED);
		for (const count of [1, 3, 7]) {
			const ids = removeSome(count);
			expect(await trigger.poll()).toEqual(itemsOf(ids));
			expect(await trigger.poll()).toBeNull();
		}
	});

	it('names the role that it will need at the activation already', async () => {
		const values = { nexudusApi: accessToken(watched.nexudus.url, LIST_ONLY_TOKEN) };
		const trigger = watched.trigger(DELETED, { credentials: { values } });
		await expect(trigger.poll()).rejects.toThrow(/ContractContact-Read/);
	});

	it('shows an example in a test, which is nobody’s Id, and moves nothing', async () => {
		const { staticData } = await watched.activated(DELETED);
		const test = watched.trigger(DELETED, { mode: 'manual', activation: 'manual', staticData });
		expect(await test.poll()).toEqual([
			{
				deleted: true,
				Id: 0,
				example: expect.stringContaining('No contact was deleted') as string,
			},
		]);
		expect(test.staticData).toEqual(staticData);
	});

	it('says in a test, too, what Nexudus refused', async () => {
		watched.nexudus.fail({ when: {}, how: { status: 401 } });
		const test = watched.trigger(DELETED, { mode: 'manual', activation: 'manual' });
		await expect(test.poll()).rejects.toThrow('Nexudus refused to list contract contacts');
	});
});

describe('Where a list can’t be trusted, the event Deleted fails in words and gives nothing:', () => {
	const LIST = /contractcontacts\?/;
	let watched: Watched;
	let trigger: ActiveTrigger;
	let ids: number[];

	beforeEach(async () => {
		watched = await startWatched();
		ids = watched.nexudus.contacts.all().map(({ Id }) => Id);
		trigger = await watched.activated(DELETED);
	});

	afterEach(async () => await watched.close());

	/** Lets lists show these contacts only. */
	function list(shown: readonly number[], TotalItems = shown.length): void {
		const Records = shown.map((Id) => watched.nexudus.contacts.get(Id));
		const body = { Records, TotalItems, HasNextPage: false };
		watched.nexudus.fail({ when: { path: LIST }, how: { status: 200, body } });
	}

	async function expectFailure(message: RegExp): Promise<void> {
		const before = trigger.stored;
		await expect(trigger.poll()).rejects.toThrow(message);
		expect(trigger.stored).toBe(before);
		watched.nexudus.clearFaults();
		expect(await trigger.poll()).toBeNull();
	}

	it('it ends before its total', async () => {
		list(ids.slice(0, 5), ids.length);
		await expectFailure(new RegExp(`has ${ids.length} contract contacts, but listed 5`));
	});

	it('it shows more than its total', async () => {
		list(ids, ids.length - 1);
		await expectFailure(new RegExp(`has ${ids.length - 1} contract contacts, but listed`));
	});

	it('it lacks a contact that can be read', async () => {
		list(ids.slice(1));
		await expectFailure(new RegExp(`does not list contract contact ${ids[0]}, but still has it`));
	});

	it('it lacks many, and the read of several lacks them, too', async () => {
		list(ids.slice(8));
		watched.nexudus.fail({ when: { path: /\?id=\[/ }, how: { status: 200, body: [] } });
		await expectFailure(/does not list contract contact \d+, but still has it/);
	});

	it('it is empty', async () => {
		list([]);
		await expectFailure(/but still has it/);
	});

	it('the user has lost the role', async () => {
		watched.nexudus.fail({ when: { path: LIST }, how: { status: 401 } });
		await expectFailure(/refused to list contract contacts/);
	});

	it.each([401, 403])('single contacts are refused with %d', async (status) => {
		list(ids.slice(1));
		watched.nexudus.fail({
			when: { path: /contractcontacts\/\d+$/ },
			how: { status, body: { Message: 'Forbidden' } },
		});
		await expectFailure(/contract contact/);
	});

	it('its server fails on every single contact', async () => {
		list(ids.slice(1));
		watched.nexudus.fail({ when: { path: /contractcontacts\/\d+$/ }, how: { status: 500 } });
		await expectFailure(/its server had trouble/);
	});

	it('further pages are refused', async () => {
		watched.nexudus.assume({ maximumPageSize: 10, deepPages: 1 });
		watched.nexudus.contacts.remove(ids[0]);
		const before = trigger.stored;
		await expect(trigger.poll()).rejects.toThrow('Nexudus refused page 2 of its contract contacts');
		expect(trigger.stored).toBe(before);
		watched.nexudus.assume({ deepPages: undefined });
		expect(await trigger.poll()).toEqual([{ deleted: true, Id: ids[0] }]);
	});
});
