import { LimitEstimate } from '../../nodes/api/limitEstimate';
import type { Refusal } from '../../nodes/api/limitRefusal';

const NOW = 1_000_000;

/** A refusal after so many requests got through within most of a second, as others share it. */
function refusal(changes: Partial<Refusal>): Refusal {
	return {
		place: 'later',
		got: changes.gotSincePause ?? 20,
		fullFor: 700,
		openAfter: 1_700,
		gotSincePause: 20,
		wait: 1_000,
		loss: 700,
		count: 1,
		lasted: 1_000,
		...changes,
	};
}

/** What an estimate holds for a limit after these refusals, each long after the one before. */
function learned(...refusals: ReadonlyArray<Partial<Refusal>>): LimitEstimate {
	const estimate = new LimitEstimate();
	refusals.forEach((changes, index) => estimate.learn(refusal(changes), NOW + index * 60_000));
	return estimate;
}

/** A limit of 20 a second that is known to be shared: it measured something else each time. */
function shared(): LimitEstimate {
	return learned({ gotSincePause: 31 }, { gotSincePause: 12 }, { gotSincePause: 20 });
}

/** Requests in this round and the next ones, where each of them gets all of them through. */
function roundsOf(estimate: LimitEstimate, count: number): number[] {
	return Array.from({ length: count }, () => {
		estimate.noteFullRound();
		estimate.noteNextRound(NOW);
		const { most } = estimate;
		estimate.noteEndOfRound(most);
		return most;
	});
}

describe('What refusals teach about a limit', () => {
	it('is nothing where none got through before: others may have used up everything', () => {
		expect(learned({ gotSincePause: 0, got: 0 }).isKnown).toBe(false);
	});

	it('is that others use it, too, where it measures something else each time', () => {
		expect(shared().isShared).toBe(true);
	});

	it.each([
		['as much each time', [60, 60, 60]],
		['nearly as much', [60, 58, 61]],
		['a part of it at first', [41, 60, 60]],
	])('is a limit of its own where it measures %s', (_case, counts) => {
		const estimate = learned(...counts.map((gotSincePause) => ({ gotSincePause })));
		expect(estimate.isShared).toBe(false);
	});

	it('is no longer a long window as soon as the least wait lets requests through again', () => {
		const long = { fullFor: 2_900, openAfter: 3_300, count: 2, lasted: 2_000 };
		const estimate = learned(
			{ ...long, gotSincePause: 30 },
			{ ...long, gotSincePause: 14 },
			{ ...long, gotSincePause: 9 },
		);
		expect([estimate.isShared, estimate.window]).toEqual([true, 3_000]);
		estimate.learn(refusal({ got: 9, gotSincePause: 9 }), NOW + 200_000);
		expect([estimate.size, estimate.window]).toEqual([3, 1_000]);
	});

	it('stays a long window where Nexudus has named longer waits', () => {
		const long = { fullFor: 2_900, openAfter: 3_300, count: 2, lasted: 2_000, wait: 2_000 };
		const estimate = learned(
			{ ...long, gotSincePause: 30 },
			{ ...long, gotSincePause: 14 },
			{ ...long, gotSincePause: 9 },
			{ got: 9, gotSincePause: 9 },
		);
		expect([estimate.isShared, estimate.window]).toEqual([true, 3_000]);
	});
});

describe('A limit whose window is a mere guess', () => {
	it('is tried for more before it is tried for a shorter window', () => {
		const estimate = learned({ fullFor: 1_500, gotSincePause: 30 });
		const trials = Array.from({ length: 3 }, () => {
			estimate.noteFullRound();
			const { trial } = estimate;
			estimate.noteNextRound(NOW);
			return trial;
		});
		expect(trials).toEqual(['none', 'none', 'more']);
	});
});

describe('A trial where others use the limit, too', () => {
	it('begins with one more, and takes many more as soon as that got through', () => {
		const sizes = [...new Set(roundsOf(shared(), 14))];
		expect(sizes.slice(0, 4)).toEqual([20, 21, 31, 62]);
	});

	it('begins after nine rounds, since it disturbs the others, too', () => {
		const rounds = roundsOf(shared(), 9);
		expect(rounds.at(-2)).toBe(20);
		expect(rounds.at(-1)).toBe(21);
	});

	it('takes as much as it gets after others left nothing for long', () => {
		const estimate = shared();
		estimate.learn(refusal({ got: 0, count: 4, lasted: 6_000 }), NOW + 200_000);
		expect(estimate.most).toBeGreaterThanOrEqual(4 * 20);
	});

	it('does not where it was refused only twice', () => {
		const estimate = shared();
		estimate.learn(refusal({ got: 20, count: 2, lasted: 2_500 }), NOW + 200_000);
		expect(estimate.most).toBeLessThanOrEqual(21);
	});
});
