import { startPracticeNexudus } from '../../sandbox/nexudus/server';
import type { PracticeNexudus } from '../../sandbox/nexudus/server';
import { expectHarmless, findingsOf, keepOnly } from './probing';

const LIST = '/api/billing/contractcontacts';

describe('The requests of the probe', () => {
	let nexudus: PracticeNexudus;
	beforeEach(async () => {
		nexudus = await startPracticeNexudus();
	});
	afterEach(async () => {
		await nexudus.close();
	});

	it('stop before the 61st, and what was not asked by then is unknown', async () => {
		const most = Array.from({ length: 400 }, (_one, index) => index + 1).filter((n) => n % 4 > 0);
		nexudus.fail({
			when: { nth: most },
			how: { status: 409, headers: { 'retry-after': '1' } },
		});
		const { answers, seen } = await findingsOf(nexudus.url);

		expectHarmless(nexudus, answers);
		expect(answers).toMatchObject({ requests: 60, direction: 'current', bareTimes: 'unknown' });
		expect(seen.bareTimes).toContain('Not asked');
	});

	it('are repeated where the server had trouble for a moment', async () => {
		nexudus.fail({ when: { nth: [1, 4, 8, 9] }, how: 'ooops' });
		nexudus.fail({ when: { nth: [12] }, how: 'truncated body' });
		nexudus.fail({ when: { nth: [15] }, how: 'cut before' });
		const { answers } = await findingsOf(nexudus.url);

		expectHarmless(nexudus, answers);
		expect(answers).toMatchObject({
			direction: 'current',
			unknownId: 404,
			batch: { route: true, most: 200 },
			textMatch: { Email: 'contains', FullName: 'contains', Notes: 'contains' },
		});
	});

	it('end with the time to wait where the throttle asks for hours', async () => {
		nexudus.fail({ when: { after: 5 }, how: { status: 429, headers: { 'retry-after': '7200' } } });

		await expect(findingsOf(nexudus.url)).rejects.toThrow(/takes new ones from 20\d\d-/);
		expect(nexudus.requests).toHaveLength(6);
	});

	it('end where the token stops working in the middle', async () => {
		nexudus.fail({ when: { after: 7 }, how: { status: 401 } });

		await expect(findingsOf(nexudus.url)).rejects.toThrow('in the middle of the run (401)');
		expect(nexudus.requests).toHaveLength(8);
	});

	it('fill a small account’s batch up with unknown ids between known ones, so that a cut shows', async () => {
		keepOnly(30)(nexudus);
		const known = nexudus.contacts.all().map(({ Id }) => Id);
		await findingsOf(nexudus.url);
		const batches = nexudus.requests.filter(({ path }) => path === `${LIST}/`);
		const ids = batches.at(-1)?.query[0][1].match(/\d+/g)?.map(Number) ?? [];

		expect(new Set(ids).size).toBe(200);
		expect(known).toEqual(expect.arrayContaining([...ids.slice(0, 15), ...ids.slice(-15)]));
		expect(ids.slice(15, -15).filter((id) => known.includes(id))).toEqual([]);
	});
});
