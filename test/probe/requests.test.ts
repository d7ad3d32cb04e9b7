import { startPracticeNexudus } from '../../sandbox/nexudus/server';
import type { PracticeNexudus } from '../../sandbox/nexudus/server';
import { expectHarmless, findingsOf } from './probing';

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

	it('of the batch read leave unknown ids out of the middle, so that a cut shows', async () => {
		await findingsOf(nexudus.url);
		const batches = nexudus.requests.filter(({ path }) => path === `${LIST}/`);

		expect(batches.map(({ rawUrl }) => rawUrl.slice(0, `${LIST}/?id=`.length + 3))).toEqual([
			expect.stringContaining('?id=['),
			expect.stringContaining('?id=%5B'),
			expect.stringContaining('?id=['),
			expect.stringContaining('?id=['),
		]);
	});
});
