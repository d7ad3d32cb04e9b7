import fc from 'fast-check';
import type { Kind } from '../../nodes/api/pace';
import { Pace } from '../../nodes/api/pace';
import type { Throttle } from '../../sandbox/nexudus/throttle';
import { ThrottleGate } from '../../sandbox/nexudus/throttle';
import { VirtualClock } from './virtualClock';

const ONE_PER_100_MS: Throttle = { limits: [{ requests: 1, perMs: 100 }] };

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

/**
 * Sends so many requests of one kind, each until it gets through, past a sandbox's throttle. The
 * first one goes so many milliseconds before the others, if any.
 */
async function course(
	kind: Kind,
	count: number,
	throttle: Throttle,
	latency: () => number,
	firstAhead = 0,
): Promise<Course> {
	const clock = new VirtualClock();
	const pace = new Pace().join(clock);
	const gate = new ThrottleGate(throttle);
	let throttled = 0;
	const getThrough = async (place: number): Promise<void> => {
		for (;;) {
			const turn = await pace.enter({ kind, place, bears: () => true });
			if (turn.kind === 'tooLong') throw new Error('sent away');
			await clock.passes(latency());
			const refusal = gate.refusal(kind === 'read' ? 'GET' : 'PUT', clock.now());
			if (!refusal) return pace.leave(kind, turn.at, { kind: 'success', body: {} });
			throttled++;
			const wait = Number(refusal.headers?.['retry-after']) * 1_000;
			pace.leave(kind, turn.at, { kind: 'throttled', wait });
		}
	};
	if (firstAhead > 0) await clock.until(getThrough(0));
	await clock.until(clock.passes(firstAhead));
	const startedAt = clock.now();
	const all = Array.from({ length: count }, async (_, place) => await getThrough(place));
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
				const { duration, throttled } = await course('read', 10, ONE_PER_100_MS, latencies(seed));
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
		'300 writes take hardly longer than 60 a minute do where Retry-After is %s',
		async (_name, retryAfter) => {
			await fc.assert(
				fc.asyncProperty(seeds, async (seed) => {
					const throttle = { ...MINUTE_LIMITS, retryAfter };
					const { duration, throttled } = await course('write', 300, throttle, latencies(seed));
					expect(duration).toBeLessThanOrEqual(1.1 * MINUTE_LIMITS_TAKE);
					expect(throttled).toBeLessThanOrEqual(25);
				}),
				FEW,
			);
		},
	);

	it('300 writes go no slower where one went long before them', async () => {
		await fc.assert(
			fc.asyncProperty(seeds, fc.integer({ min: 4_000, max: 60_000 }), async (seed, ahead) => {
				const latency = latencies(seed);
				const { duration, throttled } = await course('write', 300, MINUTE_LIMITS, latency, ahead);
				expect(duration).toBeLessThanOrEqual(1.1 * MINUTE_LIMITS_TAKE);
				expect(throttled).toBeLessThanOrEqual(25);
			}),
			FEW,
		);
	});
});
