import { Pace } from '../../nodes/api/pace';
import { ThrottleGate } from '../../sandbox/nexudus/throttle';
import { dice } from '../writing/history/play';
import type { Way } from './getThrough';
import { getThrough } from './getThrough';
import { VirtualClock } from './virtualClock';

const WRITES_A_SECOND = 60;
/** It uses up each second in its first fifth, so that the other one rarely finds room. */
const WRITES_OF_FIRST = 2_400;
const WRITES_OF_SECOND = 300;
const STARTS_LATER = 2_000;
const IDEAL_SECONDS = (WRITES_OF_FIRST + WRITES_OF_SECOND) / WRITES_A_SECOND;
/** For a last pause, and for what it takes to learn that the other one is done. */
const ALLOWED_SECONDS = 9;

afterEach(() => jest.restoreAllMocks());

/** Sends both workers' writes, and gives how many seconds that took. */
async function secondsOfBoth(seed: number): Promise<number> {
	const chance = dice(seed);
	jest.spyOn(Math, 'random').mockImplementation(dice(seed + 1));
	const clock = new VirtualClock();
	const gate = new ThrottleGate({ limits: [{ requests: WRITES_A_SECOND, perMs: 1_000 }] });
	const there = (): number => 5 + 4 * chance();
	const way: Way = { kind: 'write', clock, gate: () => gate, there, back: there };
	const work = async (count: number): Promise<void> => {
		const pace = new Pace();
		const executions = Array.from({ length: 10 }, () => pace.join(clock));
		const writes = Array.from({ length: count }, async (_, place) => {
			await getThrough(way, executions[place % executions.length], place);
		});
		await Promise.all(writes);
	};
	const second = clock.passes(STARTS_LATER).then(async () => await work(WRITES_OF_SECOND));
	await clock.until(Promise.all([work(WRITES_OF_FIRST), second]));
	return (clock.now() - clock.startedAt) / 1_000;
}

describe('A worker that gets next to nothing beside another one', () => {
	it.each([2, 3, 13, 34])(
		'takes the whole limit as soon as the other one is done (seed %i)',
		async (seed) => {
			const seconds = await secondsOfBoth(seed);
			expect(seconds).toBeLessThanOrEqual(IDEAL_SECONDS + ALLOWED_SECONDS);
		},
	);
});
