const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Waits are named in whole seconds, rounded up (document "API limitations": "Retry-After: 1"). */
export const LEAST_NAMED_WAIT = SECOND;

/**
 * What limits are counted in, in milliseconds: round durations, like the 100 ms, the minute and the
 * hour of the document "API limitations".
 */
const WINDOWS: readonly number[] = [
	...[10, 20, 50, 100, 200, 500],
	...[1, 2, 3, 5, 10, 15, 20, 30].map((seconds) => seconds * SECOND),
	...[1, 2, 5, 10, 30, 60].map((minutes) => minutes * MINUTE),
];

/**
 * Gives the window that is likeliest, in milliseconds: the longest round one from `shortest` to
 * `likely`, else the next one up to `longest`, else `likely` itself.
 */
export function windowBetween(shortest: number, likely: number, longest: number): number {
	const possible = WINDOWS.filter((window) => window >= shortest && window <= longest);
	const upToLikely = possible.filter((window) => window <= likely);
	return upToLikely.pop() ?? possible[0] ?? likely;
}

/** Gives the next shorter round window; 0 where there is none. */
export function shorterWindow(window: number): number {
	return WINDOWS.filter((one) => one < window).pop() ?? 0;
}
