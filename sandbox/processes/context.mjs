/**
 * @typedef {object} Context what every step is handed
 * @property {import('./progress.mjs').Progress} progress
 * @property {AbortSignal} signal aborted when the program is asked to stop
 * @property {import('./cleanup.mjs').Cleanup} cleanup what to end and remove at the end
 */

/**
 * Runs steps side by side; when one fails the others end too, and its failure is the one that counts.
 * @param {Context} context
 * @param {Array<(context: Context) => Promise<any>>} steps
 * @returns {Promise<any[]>} what each gave
 */
export async function runTogether(context, steps) {
	const failing = new AbortController();
	const signal = AbortSignal.any([context.signal, failing.signal]);
	const runs = steps.map(async (step) => {
		try {
			return await step({ ...context, signal });
		} catch (error) {
			failing.abort(error);
		}
	});
	const results = await Promise.all(runs);
	signal.throwIfAborted();
	return results;
}
