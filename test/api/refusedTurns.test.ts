import fc from 'fast-check';
import { Pace } from '../../nodes/api/pace';
import { inParallel } from '../../nodes/run/inParallel';
import { ThrottleGate } from '../../sandbox/nexudus/throttle';
import { dice } from '../writing/history/play';
import type { Way } from './getThrough';
import { getThrough } from './getThrough';
import { VirtualClock } from './virtualClock';

const MINUTE = 60_000;
const ROWS = Array.from({ length: 40 }, (_, place) => place);

describe('A request that the throttle refused', () => {
	it('was no turn: of two executions none gets all the refusals, the other all the room', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
				const clock = new VirtualClock();
				const chance = dice(seed);
				const gate = new ThrottleGate({ limits: [{ requests: 1, perMs: MINUTE }], retryAfter: 1 });
				const there = (): number => 50 + 150 * chance();
				const way: Way = { kind: 'write', clock, gate: () => gate, there };
				const pace = new Pace();
				const long = pace.join(clock);
				const all = inParallel(ROWS, async (place) => void (await getThrough(way, long, place)));
				await clock.until(clock.passes(MINUTE / 2));
				const since = clock.now();
				await clock.until(getThrough(way, pace.join(clock), 0));
				expect(clock.now() - since).toBeLessThanOrEqual(3 * MINUTE);
				await clock.until(all);
			}),
			{ numRuns: 5 },
		);
	});
});
