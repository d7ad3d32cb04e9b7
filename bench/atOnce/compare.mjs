import { setTimeout as pause } from 'node:timers/promises';
import { LONG_MS } from '../product/compare.mjs';

const LATENCY_MS = 50;
const WARM_UP_CALLS = 6;

/**
 * @typedef {object} MeasurementAtOnce one run of one way to do a work
 * @property {number} milliseconds from the first call to the last answer
 * @property {number} requests
 * @property {number} throttled how many of them Nexudus refused by its throttle
 * @property {number} failed executions
 * @property {number} lost changes that are not in Nexudus afterwards
 * @property {number} doubled people who are there more than once
 * @property {number} [longestWatched] milliseconds of the longest execution of the work's `watched`
 *
 * @typedef {object} ComparisonAtOnce
 * @property {import('./works.mjs').WorkAtOnce} work
 * @property {Array<{ way: import('./works.mjs').WayAtOnce, runs: MeasurementAtOnce[] }>} results
 */

/**
 * Does a work in each of its ways, which take turns. A long one is done once.
 * @param {import('./stand.mjs').WebhookStand} stand
 * @param {import('./works.mjs').WorkAtOnce} work
 * @param {number} rounds
 * @param {(text: string) => void} note
 * @returns {Promise<ComparisonAtOnce>}
 */
export async function compareAtOnce(stand, work, rounds, note) {
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
	const ended = await Promise.all(job.calls.map((call) => timed(call, start)));
	const milliseconds = Date.now() - startedAt;
	const watched = ended.filter(({ workflow }) => workflow === work.watched);
	const requests = await nexudus.requests();
	return {
		milliseconds,
		requests: requests.length,
		throttled: requests.filter(({ status }) => status === 409).length,
		failed: ended.filter(({ status }) => status !== 200).length,
		...(await work.outcome(job, nexudus)),
		...(watched.length > 0 ? { longestWatched: longestOf(watched) } : {}),
	};
}

async function timed({ workflow, rows, after = 0 }, start) {
	await pause(after);
	const startedAt = Date.now();
	const status = await start[workflow](rows);
	return { workflow, status, milliseconds: Date.now() - startedAt };
}

function longestOf(ended) {
	return Math.max(...ended.map(({ milliseconds }) => milliseconds));
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
