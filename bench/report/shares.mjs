import { median } from './numbers.mjs';

const BARE_LOOP = 'bare loop';

/**
 * The medians of all turns; a ratio is against the bare loop of the same turn.
 * @param {Array<Record<string, number>>} turns microseconds for one record, by way
 * @returns {Array<{ name: string, microseconds: number, ratio: number }>}
 */
export function sharesOf(turns) {
	return Object.keys(turns[0]).map((name) => ({
		name,
		microseconds: median(turns.map((turn) => turn[name])),
		ratio: median(turns.map((turn) => turn[name] / turn[BARE_LOOP])),
	}));
}
