import { shorterWindow, windowBetween } from '../../nodes/api/limitWindow';

describe('The window that a limit is taken to be counted in', () => {
	it.each([
		['a refusal that asks for 3 s after 0.9 s', 2_850, 3_900, 3_900, 3_000],
		['one that asks for 50 s after 10.4 s', 59_400, 60_400, 60_400, 60_000],
		['one that asks for a second at once, ten requests through', 40, 1_040, 1_040, 1_000],
		['one that asks for a second at once, a single request through', 50, 120, 1_050, 100],
	])('is a round one after %s', (_case, shortest, likely, longest, window) => {
		expect(windowBetween(shortest, likely, longest)).toBe(window);
	});

	it('is the next round one where the likely one is none', () => {
		expect(windowBetween(692, 692, 1_700)).toBe(1_000);
	});

	it('is what was seen where no round one is possible', () => {
		expect(windowBetween(1_100, 1_200, 1_300)).toBe(1_200);
	});

	it('can be tried shorter, down to nothing', () => {
		expect([60_000, 1_000, 120, 10].map(shorterWindow)).toEqual([30_000, 500, 100, 0]);
	});
});
