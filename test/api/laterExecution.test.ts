import fc from 'fast-check';
import { Pace } from '../../nodes/api/pace';
import { ThrottleGate } from '../../sandbox/nexudus/throttle';
import { dice } from '../writing/history/play';
import type { Way } from './getThrough';
import { getThrough } from './getThrough';
import { VirtualClock } from './virtualClock';

const WRITES_A_WINDOW = 60;
const WINDOW = 3_000;
/** No multiple of the window, so that single writes come at any time of one. */
const SINGLE_EVERY = 3_700;

interface Course {
	duration: number;
	refused: number;
	longestSingle: number;
}

/** Executions of one process with so many rows each, and single writes beside them until they are done. */
async function course(rowsOfEach: readonly number[], seed: number): Promise<Course> {
	const clock = new VirtualClock();
	const chance = dice(seed);
	const gate = new ThrottleGate({ limits: [{ requests: WRITES_A_WINDOW, perMs: WINDOW }] });
	const way: Way = { kind: 'write', clock, gate: () => gate, there: () => 20 + 10 * chance() };
	const pace = new Pace();
	let [refused, longestSingle, duration] = [0, 0, 0];
	const execution = async (rows: number): Promise<void> => {
		const turns = pace.join(clock);
		const all = Array.from(
			{ length: rows },
			async (_, place) => await getThrough(way, turns, place),
		);
		for (const count of await Promise.all(all)) refused += count;
	};
	const singles = async (): Promise<void> => {
		for (;;) {
			await clock.passes(SINGLE_EVERY);
			if (duration > 0) return;
			const since = clock.now();
			await execution(1);
			longestSingle = Math.max(longestSingle, clock.now() - since);
		}
	};
	const executions = async (): Promise<void> => {
		await Promise.all(rowsOfEach.map(execution));
		duration = clock.now() - clock.startedAt;
	};
	await clock.until(Promise.all([executions(), singles()]));
	return { duration, refused, longestSingle };
}

describe('A single write beside long executions under a throttle', () => {
	it.each<[string, number[]]>([
		['one of 300 rows', [300]],
		['ten of 100 rows', Array.from({ length: 10 }, () => 100)],
	])('does not wait for the next window, and costs the others nothing: %s', async (_name, rows) => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
				const { duration, refused, longestSingle } = await course(rows, seed);
				const windows = rows.reduce((sum, count) => sum + count, 0) / WRITES_A_WINDOW;
				expect(longestSingle).toBeLessThanOrEqual(WINDOW / 2);
				expect(duration).toBeLessThanOrEqual(1.15 * windows * WINDOW);
				expect(refused).toBeLessThanOrEqual(15);
			}),
			{ numRuns: 4 },
		);
	});
});
