import { startInRound } from '../../nodes/api/roundCourse';

/** 60 a minute, known for sure, and nobody else uses it. */
const LIMIT = {
	size: 60,
	most: 60,
	window: 60_000,
	trial: 'none' as const,
	isConfirmed: true,
	isShared: false,
	isEven: false,
};

const endless = (): number => Number.POSITIVE_INFINITY;

/** When each request of a round would start, were they all sent as soon as they may. */
function startsOf(limit: Parameters<typeof startInRound>[1], countLeft = endless): number[] {
	const starts: number[] = [];
	while (starts.length < limit.most) {
		const round = { start: 0, starts: starts.length, lastStart: starts.at(-1) ?? 0 };
		starts.push(startInRound(round, limit, countLeft));
	}
	return starts;
}

describe('The requests of a round', () => {
	it('go in its first fifth, but for a tenth that comes one by one until past its middle', () => {
		const starts = startsOf(LIMIT);
		expect(starts[53]).toBeLessThanOrEqual(12_000);
		expect(starts[54]).toBe(16_000);
		expect(starts[55]).toBe(20_000);
		expect(starts[59]).toBe(36_000);
	});

	it('all go in its first fifth where all that are left fit in', () => {
		expect(startsOf(LIMIT, () => 1)[59]).toBeLessThanOrEqual(12_000);
	});

	it.each([
		['where others use the limit, too', { isShared: true }],
		['in a round of a second', { window: 1_000 }],
		['where a limit that is hardly known is tried', { trial: 'more' as const, isConfirmed: false }],
	])('are not kept back %s', (_case, known) => {
		const limit = { ...LIMIT, ...known };
		expect(Math.max(...startsOf(limit))).toBeLessThanOrEqual(Math.max(250, limit.window / 5));
	});

	it('make up for what came late where others use the limit, too', () => {
		const limit = { ...LIMIT, size: 15, most: 15, window: 1_000, isShared: true };
		const round = { start: 0, starts: 5, lastStart: 120 };
		expect(startInRound(round, limit, endless)).toBe(50);
	});

	it('come evenly where the window seems to consist of shorter ones, those of a trial as well', () => {
		const even = { ...LIMIT, window: 1_000, isShared: true, isEven: true, size: 10 };
		const starts = startsOf({ ...even, trial: 'more', most: 16 });
		expect(starts).toEqual(Array.from({ length: 16 }, (_, place) => 62.5 * (place + 1)));
	});
});
