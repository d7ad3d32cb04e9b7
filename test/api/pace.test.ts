import fc from 'fast-check';
import { Pace } from '../../nodes/api/pace';
import type { Kind } from '../../nodes/api/member';
import type { Verdict } from '../../nodes/api/verdict';
import { Failure } from '../../nodes/record/failure';
import { VirtualClock } from './virtualClock';

const SUCCESS: Verdict = { kind: 'success', body: {} };

interface Attempt {
	kind: Kind;
	latency: number;
	verdict: Verdict;
}

interface Run {
	kind: Kind;
	from: number;
	to: number;
	verdict: Verdict;
}

/** Runs all attempts through a pace, applied for at once, and gives when each was under way. */
async function runs(attempts: readonly Attempt[], clock = new VirtualClock()): Promise<Run[]> {
	const pace = new Pace().join(clock);
	const run = async ({ kind, latency, verdict }: Attempt, place: number): Promise<Run> => {
		const turn = await pace.enter({ kind, place, bears: () => true, isWanted: () => true });
		if (turn.kind !== 'start') throw new Error('sent away');
		const from = clock.now() - clock.startedAt;
		await clock.passes(latency);
		pace.leave(kind, turn.at, verdict);
		return { kind, from, to: clock.now() - clock.startedAt, verdict };
	};
	return await clock.until(Promise.all(attempts.map(run)));
}

function attempt(kind: Kind, latency = 50, verdict = SUCCESS): Attempt {
	return { kind, latency, verdict };
}

function underWayAt(time: number, all: readonly Run[]): number {
	return all.filter(({ from, to }) => from <= time && time < to).length;
}

const attempts = fc.array(
	fc.record<Attempt>({
		kind: fc.constantFrom('read', 'write'),
		latency: fc.integer({ min: 1, max: 400 }),
		verdict: fc.oneof(
			{ weight: 4, arbitrary: fc.constant(SUCCESS) },
			fc.integer({ min: 0, max: 5_000 }).map((wait): Verdict => ({ kind: 'throttled', wait })),
			fc.constant<Verdict>({ kind: 'throttled', wait: undefined }),
		),
	}),
	{ maxLength: 40 },
);

describe('The requests of one execution', () => {
	it('are never more than four under way', async () => {
		await fc.assert(
			fc.asyncProperty(attempts, async (given) => {
				const all = await runs(given);
				for (const { from } of all) expect(underWayAt(from, all)).toBeLessThanOrEqual(4);
			}),
		);
	});

	it('never start while Nexudus asks to wait', async () => {
		await fc.assert(
			fc.asyncProperty(attempts, async (given) => {
				const all = await runs(given);
				for (const { to, verdict } of all) {
					if (verdict.kind !== 'throttled') continue;
					const until = to + (verdict.wait ?? 1_000);
					const early = all.filter(({ from }) => from > to && from < until);
					expect(early).toEqual([]);
				}
			}),
		);
	});

	it.each<Kind>(['read', 'write'])('start slowly: one %s, then two, then four', async (kind) => {
		const all = await runs(Array.from({ length: 12 }, () => attempt(kind)));
		expect(all.map(({ from }) => from)).toEqual([
			0, 50, 50, 100, 100, 100, 100, 150, 150, 150, 150, 200,
		]);
	});

	it('stay at one as long as none succeeds', async () => {
		const failed: Verdict = {
			kind: 'refused',
			failure: new Failure('It does not exist', { description: 'Check the ID.' }),
		};
		const all = await runs(Array.from({ length: 4 }, () => attempt('write', 50, failed)));
		expect(all.map(({ from }) => from)).toEqual([0, 50, 100, 150]);
	});

	it('keep a space between them after the first throttle answer', async () => {
		const throttled: Verdict = { kind: 'throttled', wait: 1_000 };
		const all = await runs([
			attempt('read'),
			attempt('read', 60, throttled),
			...Array.from({ length: 20 }, () => attempt('read')),
		]);
		const starts = all.map(({ from }) => from).filter((from) => from > 110);
		starts.slice(1).forEach((start, index) => {
			expect(start - starts[index]).toBeGreaterThanOrEqual(10);
		});
		expect(starts[0]).toBeGreaterThanOrEqual(1_110);
	});

	it('keep none after one before anything got through, which others may have caused', async () => {
		const all = await runs([
			attempt('read', 50, { kind: 'throttled', wait: 1_000 }),
			...Array.from({ length: 8 }, () => attempt('read')),
		]);
		const [first, ...others] = all.slice(1).map(({ from }) => from);
		expect(first).toBeGreaterThanOrEqual(1_050);
		expect(Math.max(...others) - first).toBeLessThanOrEqual(4 * 50);
	});

	it('that were under way together learn one lesson from a throttle, not four', async () => {
		const throttled: Verdict = { kind: 'throttled', wait: 1_000 };
		const all = await runs([
			...Array.from({ length: 3 }, () => attempt('read')),
			...Array.from({ length: 4 }, () => attempt('read', 50, throttled)),
			attempt('read'),
		]);
		const last = all[all.length - 1];
		expect(last.from).toBeGreaterThanOrEqual(1_150);
		expect(last.from).toBeLessThan(1_300);
	});
});

describe('A pause that names no end', () => {
	it('gets longer while nothing goes through, up to 15 seconds', async () => {
		const throttled: Verdict = { kind: 'throttled', wait: undefined };
		const all = await runs(Array.from({ length: 12 }, () => attempt('read', 50, throttled)));
		const gaps = all.slice(1).map(({ from }, index) => from - all[index].to);
		expect(gaps[0]).toBeGreaterThanOrEqual(1_000);
		gaps.slice(1).forEach((gap, index) => {
			expect(gap).toBeGreaterThanOrEqual(Math.min(15_000, gaps[index] * 1.35));
			expect(gap).toBeLessThanOrEqual(15_000 * 1.05);
		});
		expect(gaps[gaps.length - 1]).toBeGreaterThanOrEqual(15_000);
	});
});

describe('A request that won’t wait for the end of a pause', () => {
	it('is told at once, whether it comes then or waits already', async () => {
		const clock = new VirtualClock();
		const pace = new Pace().join(clock);
		const bears = (until: number): boolean => until - clock.now() <= 5_000;
		const isWanted = (): boolean => true;
		const first = await pace.enter({ kind: 'write', place: 1, bears, isWanted });
		const waiting = pace.enter({ kind: 'write', place: 2, bears, isWanted });
		if (first.kind !== 'start') throw new Error('sent away');
		await clock.until(clock.passes(10));
		pace.leave('write', first.at, { kind: 'throttled', wait: 60_000 });
		const tooLong = { kind: 'tooLong', until: clock.now() + 60_000 };
		expect(await waiting).toEqual(tooLong);
		expect(await pace.enter({ kind: 'write', place: 3, bears, isWanted })).toEqual(tooLong);
	});
});

describe('A request that is not wanted any more', () => {
	it('is told so when its turn comes, and takes none away from the others', async () => {
		const clock = new VirtualClock();
		const pace = new Pace().join(clock);
		const applicant = { kind: 'write' as const, bears: () => true, isWanted: () => true };
		const first = await pace.enter({ ...applicant, place: 1 });
		if (first.kind !== 'start') throw new Error('sent away');
		pace.leave('write', first.at, { kind: 'throttled', wait: 1_000 });
		const outdatedAt = clock.now() + 500;
		const isWanted = (): boolean => clock.now() < outdatedAt;
		const outdated = pace.enter({ ...applicant, place: 2, isWanted });
		const next = pace.enter({ ...applicant, place: 3 });
		expect(await clock.until(outdated)).toEqual({ kind: 'unwanted' });
		expect(await next).toMatchObject({ kind: 'start', at: clock.now() });
	});

	it('is told so even where it gets old in the very moment in which another one is told', async () => {
		const clock = new VirtualClock();
		const pace = new Pace().join(clock);
		const applicant = { kind: 'write' as const, bears: () => true };
		const first = await pace.enter({ ...applicant, place: 1, isWanted: () => true });
		if (first.kind !== 'start') throw new Error('sent away');
		let looks = 0;
		const isWantedTwice = (): boolean => ++looks <= 2;
		const aging = pace.enter({ ...applicant, place: 2, isWanted: isWantedTwice });
		const old = pace.enter({ ...applicant, place: 3, isWanted: () => false });
		expect(await old).toEqual({ kind: 'unwanted' });
		pace.leave('write', first.at, SUCCESS);
		expect(await clock.until(aging)).toEqual({ kind: 'unwanted' });
	});
});

describe('After a throttle answer', () => {
	const throttled: Verdict = { kind: 'throttled', wait: 1_000 };

	it('a request without an answer holds up other executions for a second at the most', async () => {
		const clock = new VirtualClock();
		const pace = new Pace();
		const [one, other] = [pace.join(clock), pace.join(clock)];
		const applicant = { kind: 'write' as const, bears: () => true, isWanted: () => true };
		const first = await one.enter({ ...applicant, place: 1 });
		if (first.kind !== 'start') throw new Error('sent away');
		one.leave('write', first.at, throttled);
		const hung = await clock.until(one.enter({ ...applicant, place: 2 }));
		const next = await clock.until(other.enter({ ...applicant, place: 1 }));
		if (hung.kind !== 'start' || next.kind !== 'start') throw new Error('sent away');
		expect(next.at - hung.at).toBe(1_000);
	});

	it('one that Nexudus answers, if only with a refusal of its own, ends the growing of pauses', async () => {
		const failure = new Failure('It does not exist', { description: 'Check the ID.' });
		const all = await runs([
			attempt('write', 50, throttled),
			attempt('write', 50, { kind: 'refused', failure, status: 404 }),
			attempt('write', 50, throttled),
			attempt('write'),
		]);
		expect(all[3].from - all[2].to).toBeLessThanOrEqual(1_050);
	});
});
