import fc from 'fast-check';
import type { Kind } from '../../nodes/api/member';
import type { Turns } from '../../nodes/api/pace';
import { Pace } from '../../nodes/api/pace';
import type { Throttle } from '../../sandbox/nexudus/throttle';
import { ThrottleGate } from '../../sandbox/nexudus/throttle';
import type { Way } from './getThrough';
import { getThrough } from './getThrough';
import { VirtualClock } from './virtualClock';

const ONE_PER_100_MS: Throttle = { limits: [{ requests: 1, perMs: 100 }] };

const TEN_PER_100_MS: Throttle = { limits: [{ requests: 10, perMs: 100 }] };

/** 60 writes and 120 requests a minute, time passing twenty times as fast. */
const MINUTE_LIMITS: Throttle = {
	limits: [
		{ requests: 60, perMs: 3_000, only: 'writes' },
		{ requests: 120, perMs: 3_000 },
	],
};
const MINUTE_LIMITS_TAKE = 15_000;

interface Course {
	duration: number;
	throttled: number;
}

interface Work {
	kind: Kind;
	/** How many requests each process sends, each until it gets through. */
	counts: readonly number[];
	throttle: Throttle;
	/** What holds instead after so many milliseconds, if anything. */
	later?: { after: number; throttle: Throttle };
	latency: () => number;
	/** The first request goes so many milliseconds before the others, if any. */
	firstAhead?: number;
	/** How many requests of others came right before. */
	ofOthers?: number;
}

/** Sends the requests of one or more processes past one sandbox's throttle. */
async function course(work: Work): Promise<Course> {
	const { kind, counts, throttle, later, latency, firstAhead = 0, ofOthers = 0 } = work;
	const clock = new VirtualClock();
	let gate = new ThrottleGate(throttle);
	if (later) {
		void clock.passes(later.after).then(() => {
			gate = new ThrottleGate(later.throttle);
		});
	}
	for (let sent = 0; sent < ofOthers; sent++) gate.refusal('PUT', clock.now());
	let throttled = 0;
	const way: Way = { kind, clock, gate: () => gate, there: latency };
	const send = async (pace: Turns, place: number): Promise<void> => {
		const refused = await getThrough(way, pace, place);
		throttled += refused;
	};
	const processes = counts.map((count) => ({ count, pace: new Pace().join(clock) }));
	if (firstAhead > 0) await clock.until(send(processes[0].pace, 0));
	await clock.until(clock.passes(firstAhead));
	const startedAt = clock.now();
	const all = processes.flatMap(({ count, pace }) =>
		Array.from({ length: count }, async (_, place) => await send(pace, place)),
	);
	await clock.until(Promise.all(all));
	return { duration: clock.now() - startedAt, throttled };
}

/** Latencies of 50 ms and a little more, the same ones again for the same seed. */
function latencies(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return 50 + (state % 16);
	};
}

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const FEW = { numRuns: 10 };

describe('Past a throttle', () => {
	it('ten pages go in 3 seconds where one request per 100 ms is allowed, two of them refused', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const { duration, throttled } = await course({
					kind: 'read',
					counts: [10],
					throttle: ONE_PER_100_MS,
					latency: latencies(seed),
				});
				expect(duration).toBeLessThanOrEqual(3_000);
				expect(throttled).toBeLessThanOrEqual(2);
			}),
			FEW,
		);
	});

	it.each<[string, Throttle['retryAfter']]>([
		['the end of the window', 'exact-seconds'],
		['always a second', 1],
	])(
		'300 writes take hardly longer than 60 a minute allow where Retry-After is %s',
		async (_name, retryAfter) => {
			await fc.assert(
				fc.asyncProperty(seeds, async (seed) => {
					const { duration, throttled } = await course({
						kind: 'write',
						counts: [300],
						throttle: { ...MINUTE_LIMITS, retryAfter },
						latency: latencies(seed),
					});
					expect(duration).toBeLessThanOrEqual(1.05 * MINUTE_LIMITS_TAKE);
					expect(throttled).toBeLessThanOrEqual(10);
				}),
				FEW,
			);
		},
	);

	it('300 writes go no slower where one went long before them', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, fc.integer({ min: 4_000, max: 60_000 }), async (seed, ahead) => {
				const { duration, throttled } = await course({
					kind: 'write',
					counts: [300],
					throttle: MINUTE_LIMITS,
					latency: latencies(seed),
					firstAhead: ahead,
				});
				expect(duration).toBeLessThanOrEqual(1.05 * MINUTE_LIMITS_TAKE);
				expect(throttled).toBeLessThanOrEqual(10);
			}),
			FEW,
		);
	});

	it('a window that fills slowly at first is not taken for shorter ones for long', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const latency = latencies(seed);
				let sent = 0;
				const { duration, throttled } = await course({
					kind: 'write',
					counts: [600],
					throttle: { limits: [{ requests: 60, perMs: 3_000 }] },
					latency: () => (sent++ < 60 ? 130 : 0) + latency(),
				});
				expect(duration).toBeLessThanOrEqual(1.1 * 30_000);
				expect(throttled).toBeLessThanOrEqual(15);
			}),
			FEW,
		);
	});

	it('900 writes at 10 per 100 ms take no more than twice as long as these allow', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const latency = latencies(seed);
				const { duration, throttled } = await course({
					kind: 'write',
					counts: [900],
					throttle: TEN_PER_100_MS,
					latency: () => 0.3 * latency(),
				});
				expect(duration).toBeLessThanOrEqual(2 * 9_000);
				expect(throttled).toBeLessThanOrEqual(10);
			}),
			FEW,
		);
	});

	it('three processes with 600 writes each, which know nothing of each other, share 60 a second', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const { duration, throttled } = await course({
					kind: 'write',
					counts: [600, 600, 600],
					throttle: { limits: [{ requests: 60, perMs: 1_000 }] },
					latency: latencies(seed),
				});
				expect(duration).toBeLessThanOrEqual(1.4 * 30_000);
				expect(throttled).toBeLessThanOrEqual(120);
			}),
			FEW,
		);
	});

	it('what others left is found within seconds, although nobody told of them', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const { duration } = await course({
					kind: 'write',
					counts: [900],
					throttle: { limits: [{ requests: 10, perMs: 1_000 }] },
					later: { after: 30_000, throttle: { limits: [{ requests: 60, perMs: 1_000 }] } },
					latency: latencies(seed),
				});
				expect(duration).toBeLessThanOrEqual(60_000);
			}),
			FEW,
		);
	});

	it('a limit in a short window is not taken for a longer one where pages arrive unevenly', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const latency = latencies(seed);
				const { duration } = await course({
					kind: 'read',
					counts: [30],
					throttle: ONE_PER_100_MS,
					latency: () => latency() + 40 * (latency() % 2),
				});
				// A second taken for the window would make it 28 s.
				expect(duration).toBeLessThanOrEqual(12_000);
			}),
			FEW,
		);
	});

	it('a process that starts beside one that uses the limit up gets through, too', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const { duration } = await course({
					kind: 'write',
					counts: [600, 60],
					throttle: { limits: [{ requests: 60, perMs: 1_000 }] },
					latency: latencies(seed),
				});
				expect(duration).toBeLessThanOrEqual(1.6 * 11_000);
			}),
			FEW,
		);
	});

	it('a process takes what another one leaves as soon as that is done', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const { duration } = await course({
					kind: 'write',
					counts: [1_200, 200],
					throttle: { limits: [{ requests: 60, perMs: 1_000 }] },
					latency: latencies(seed),
				});
				expect(duration).toBeLessThanOrEqual(1.45 * 23_333);
			}),
			FEW,
		);
	});

	it('others that used up most of the first window slow nothing down after it', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, async (seed) => {
				const { duration } = await course({
					kind: 'write',
					counts: [120],
					throttle: MINUTE_LIMITS,
					latency: latencies(seed),
					ofOthers: 50,
				});
				expect(duration).toBeLessThanOrEqual(12_000);
			}),
			FEW,
		);
	});
});
