import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

describe('After an import of 5,000 contacts, the trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	/** Adds contacts, so many within each minute. Gives their ids in the order of their stamps. */
	function imported(count: number, aMinute: number): number[] {
		return Array.from({ length: count }, (_, index) => {
			if (index % aMinute === 0) watched.pass(60);
			return watched.nexudus.contacts.add({ FullName: `Imported ${index}` }).Id;
		});
	}

	it.each([
		['in one minute', 5000],
		['over hours', 30],
	])('puts out everything, %s, oldest first and each once', async (_when, aMinute) => {
		const trigger = await watched.activated({ event: 'created' });
		const ids = imported(5000, aMinute);
		const found: unknown[] = [];
		for (let output = await trigger.poll(); output; output = await trigger.poll()) {
			expect(output.length).toBeLessThanOrEqual(2000);
			found.push(...idsOf(output));
		}
		expect(found).toEqual(ids);
	});

	it('loads full records in batches for as long as the poll may take', async () => {
		const trigger = await watched.activated(
			{ event: 'created', options: { fullRecords: true }, output: 'raw' },
			{ budget: 1 },
		);
		const ids = imported(1000, 30);
		const first = await trigger.poll();
		expect(idsOf(first)).toEqual(ids.slice(0, 400));
		const batches = watched.nexudus.requests.filter(({ rawUrl }) => rawUrl.includes('?id='));
		expect(batches).toHaveLength(4);
		expect(idsOf(await trigger.poll())).toEqual(ids.slice(400, 800));
		expect(idsOf(await trigger.poll())).toEqual(ids.slice(800));
		expect(await trigger.poll()).toBeNull();
	});

	it('stops listing at the end of its time and goes on there in the next poll', async () => {
		watched.nexudus.assume({ maximumPageSize: 50 });
		const trigger = await watched.activated({ event: 'created' }, { budget: 1 });
		const ids = imported(600, 4);
		const found: unknown[] = [];
		let polls = 0;
		for (let output = await trigger.poll(); output; output = await trigger.poll()) {
			found.push(...idsOf(output));
			polls += 1;
		}
		expect(found).toEqual(ids);
		expect(polls).toBeGreaterThan(5);
	});

	it('does with n8n versions that name no time for a poll', async () => {
		const trigger = await watched.activated({ event: 'created' }, { budget: undefined });
		const ids = imported(3, 1);
		expect(idsOf(await trigger.poll())).toEqual(ids);
	});
});
