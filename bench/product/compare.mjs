import { measure } from './measure.mjs';

/** From here on what n8n has to load at its start no longer counts, so that once is enough. */
export const LONG_MS = 30_000;

/** Below this n8n's collecting of garbage decides, so that a turn is several runs. */
export const SHORT_MS = 2_000;
export const RUNS_A_SHORT_TURN = 4;

/**
 * @typedef {object} Comparison
 * @property {import('./works.mjs').Work} work
 * @property {Array<{ way: import('./works.mjs').Way, first: import('./measure.mjs').Measurement,
 *   runs: import('./measure.mjs').Measurement[] }>} results
 */

/**
 * Does a work in each of its ways: once in an n8n that was just started, which tells the memory,
 * then several times in turns in the same n8n, which tells the time. A long one is done once.
 * @param {import('./stand.mjs').Stand} stand
 * @param {import('./works.mjs').Work} work
 * @param {number} rounds
 * @param {(text: string) => void} note
 * @returns {Promise<Comparison>}
 */
export async function compare(stand, work, rounds, note) {
	const results = [];
	for (const way of work.ways) {
		note(`memory: ${way.name}`);
		await stand.restart();
		const first = await measure(stand, work, way);
		results.push({ way, first, runs: first.milliseconds < LONG_MS ? [] : [first] });
	}
	const repeated = results.filter(({ runs }) => runs.length === 0);
	for (let round = 1; round <= rounds; round++) {
		for (const { way, first, runs } of repeated) {
			note(`round ${round} of ${rounds}: ${way.name}`);
			const turn = first.milliseconds < SHORT_MS ? RUNS_A_SHORT_TURN : 1;
			for (let run = 0; run < turn; run++) runs.push(await measure(stand, work, way));
		}
	}
	return { work, results };
}
