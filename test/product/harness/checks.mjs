const CHECK_WITHIN_MS = 120_000;
const LOG_LINES = 20;

/**
 * @typedef {object} Group checks that go together
 * @property {string} title
 * @property {number} [limit] milliseconds that one check may take
 * @property {Record<string, (product: import('./product.mjs').Product) => Promise<unknown>>} checks by
 *   what they prove
 */

/**
 * Runs checks one after the other, and says of each whether it holds.
 * @param {import('./product.mjs').Product} product
 * @param {Group[]} groups
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(product, groups) {
	const count = { passed: 0, failed: 0 };
	for (const { title, checks, limit = CHECK_WITHIN_MS } of groups) {
		product.progress.say(`\n${title} (n8n ${product.version})`);
		for (const [sentence, check] of Object.entries(checks)) {
			const holds = await judge(product, { sentence, check, limit });
			count[holds ? 'passed' : 'failed'] += 1;
		}
	}
	return count;
}

async function judge(product, { sentence, check, limit }) {
	const startedAt = Date.now();
	try {
		await within(limit, check(product));
		product.progress.say(`  ✓ ${sentence} (${secondsSince(startedAt)})`);
		return true;
	} catch (error) {
		product.signal.throwIfAborted();
		const told = [error.stack, `The end of n8n's log:\n${product.logEnd(LOG_LINES)}`].join('\n');
		product.progress.say(`  ✗ ${sentence} (${secondsSince(startedAt)})\n${indented(told)}`);
		return false;
	}
}

async function within(limit, work) {
	let timer;
	const tooLong = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`Not done after ${limit / 1000} s`)), limit);
	});
	try {
		await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}

function indented(text) {
	return text.replace(/^/gm, '      ');
}

function secondsSince(startedAt) {
	return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
