import { FRESH_FOR } from './copies';

const MOST = 100;
const SAFETY = 0.8;

/** What the last batch showed: records it held, writes it took, milliseconds these took. */
export interface BatchSeen {
	records: number;
	writes: number;
	duration: number;
}

/**
 * Gives how many records to load at once, so that those which need a write can be written while
 * the copies are fresh, at the rate last seen.
 */
export function batchSize(last: BatchSeen | undefined): number {
	if (!last || last.writes === 0 || last.duration <= 0) return MOST;
	const writable = (last.writes / last.duration) * FRESH_FOR * SAFETY;
	const needed = last.writes / last.records;
	return Math.max(1, Math.min(MOST, Math.floor(writable / needed)));
}
