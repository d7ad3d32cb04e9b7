import { setTimeout as pause } from 'node:timers/promises';
import { untilIdle } from './idle.mjs';
import { peakOf, resetPeak } from './memory.mjs';
import { rowsOut } from './rowsOut.mjs';
import { workflowOf } from './workflow.mjs';

const LATENCY_MS = 50;
const ASK_EVERY_MS = 100;
const FINISH_WITHIN_MS = 300_000;
const UNFINISHED = ['new', 'running', 'waiting'];

/**
 * @typedef {object} Measurement one run of one way to do a work
 * @property {number} milliseconds from the start of the workflow to its end, by n8n's own clock
 * @property {number} requests
 * @property {number} throttled how many of them Nexudus refused by its throttle
 * @property {number} missing rows that should have come out, or been written, and were not
 * @property {number} peak bytes
 */

/**
 * Runs one way to do a work, once.
 * @param {import('./stand.mjs').Stand} stand
 * @param {import('./works.mjs').Work} work
 * @param {import('./works.mjs').Way} way
 * @returns {Promise<Measurement>}
 */
export async function measure(stand, work, way) {
	const { client, nexudus, pid } = stand;
	const job = await work.job(nexudus);
	const workflow = workflowOf(way.nodes(job), job.items, stand.credentials);
	const { id } = await client.post('/rest/workflows', workflow);
	const workflowData = {
		...(await client.get(`/rest/workflows/${id}`)),
		pinData: workflow.pinData,
	};
	await untilIdle(pid);
	await nexudus.reset({ latency: LATENCY_MS, throttle: way.throttle ?? work.throttle });
	resetPeak(pid);
	const run = { workflowData, triggerToStartFrom: { name: 'Start' } };
	const { executionId } = await client.post(`/rest/workflows/${id}/run`, run);
	const { startedAt, stoppedAt } = await finished(stand, id);
	const peak = peakOf(pid);
	const requests = await nexudus.requests();
	return {
		milliseconds: Date.parse(stoppedAt) - Date.parse(startedAt),
		requests: requests.length,
		throttled: requests.filter(({ status }) => status === 409).length,
		missing: await work.missing(
			job,
			nexudus,
			async () => (await rowsOut(client, executionId)) * (way.rowsPerItem ?? 1),
		),
		peak,
	};
}

/** Asks for the list of executions, whose answer holds no data: reading these would take memory. */
async function finished({ client, signal }, workflowId) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const deadline = Date.now() + FINISH_WITHIN_MS;
	for (;;) {
		const results = await newest(client, filter);
		if (results[0] && !UNFINISHED.includes(results[0].status)) return results[0];
		if (Date.now() > deadline) throw new Error(`Still running after ${FINISH_WITHIN_MS} ms`);
		await pause(ASK_EVERY_MS);
		signal.throwIfAborted();
	}
}

/** An n8n that is busy with thousands of items answers that its database is not ready. */
async function newest(client, filter) {
	try {
		return (await client.get(`/rest/executions?limit=1&filter=${filter}`)).results;
	} catch (error) {
		if (/ with 503: /.test(error.message)) return [];
		throw error;
	}
}
