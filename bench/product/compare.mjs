import { measure } from './measure.mjs';

/**
 * @typedef {object} Comparison
 * @property {import('./works.mjs').Work} work
 * @property {Array<{ way: import('./works.mjs').Way, runs: import('./measure.mjs').Measurement[],
 *   peak: number }>} results
 */

/**
 * Does a work in each of its ways: once in an n8n that was just started, which tells the memory,
 * then several times in turns in the same n8n, which tells the time.
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
		const { peak } = await measure(stand, work, way);
		results.push({ way, peak, runs: [] });
	}
	for (let round = 1; round <= rounds; round++) {
		for (const { way, runs } of results) {
			note(`round ${round} of ${rounds}: ${way.name}`);
			runs.push(await measure(stand, work, way));
		}
	}
	return { work, results };
}
