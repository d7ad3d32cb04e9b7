import { LONG_MS } from '../product/compare.mjs';

const LATENCY_MS = 50;
const WARM_UP_CALLS = 6;

/**
 * @typedef {object} QueueMeasurement one run of one way to do a work
 * @property {number} milliseconds from the first call to the last answer
 * @property {number} requests
 * @property {number} throttled how many of them Nexudus refused by its throttle
 * @property {number} failed executions
 * @property {number} lost changes that are not in Nexudus afterwards
 * @property {number} doubled people who are there more than once
 *
 * @typedef {object} QueueComparison
 * @property {import('./works.mjs').QueueWork} work
 * @property {Array<{ way: import('./works.mjs').QueueWay, runs: QueueMeasurement[] }>} results
 */

/**
 * Does a work in each of its ways, which take turns. A long one is done once.
 * @param {import('./stand.mjs').QueueStand} stand
 * @param {import('./works.mjs').QueueWork} work
 * @param {number} rounds
 * @param {(text: string) => void} note
 * @returns {Promise<QueueComparison>}
 */
export async function compareInQueueMode(stand, work, rounds, note) {
	const results = work.ways.map((way) => ({ way, runs: [] }));
	for (let round = 1; round <= rounds; round++) {
		for (const { way, runs } of results) {
			if (isLong(runs)) continue;
			note(`round ${round} of ${rounds}: ${way.name}`);
			runs.push(await measure(stand, work, way));
		}
	}
	return { work, results };
}

function isLong(runs) {
	return runs.some(({ milliseconds }) => milliseconds >= LONG_MS);
}

async function measure(stand, work, way) {
	const { nexudus } = stand;
	const job = await work.job(nexudus);
	const start = await published(stand, way.workflows(job));
	await warmUp(start);
	await stand.rest();
	await nexudus.reset({ latency: LATENCY_MS, throttle: work.throttle });
	const startedAt = Date.now();
	const statuses = await Promise.all(job.calls.map(({ workflow, rows }) => start[workflow](rows)));
	const milliseconds = Date.now() - startedAt;
	const requests = await nexudus.requests();
	return {
		milliseconds,
		requests: requests.length,
		throttled: requests.filter(({ status }) => status === 409).length,
		failed: statuses.filter((status) => status !== 200).length,
		...(await work.outcome(job, nexudus)),
	};
}

async function published(stand, workflows) {
	const start = {};
	for (const [name, nodes] of Object.entries(workflows)) start[name] = await stand.publish(nodes);
	return start;
}

/** Each worker loads a node's code when it first meets it. Nothing to split gives no item. */
async function warmUp(start) {
	for (const call of Object.values(start))
		await Promise.all(Array.from({ length: WARM_UP_CALLS }, () => call([])));
}
