import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines } from '../../../sandbox/processes/excerpt.mjs';
import { workplaceIn } from '../../../sandbox/processes/paths.mjs';
import { choosePorts } from '../../../sandbox/processes/ports.mjs';
import { startQueueMode } from '../../../sandbox/queue/queueMode.mjs';
import { ACCESS_TOKEN, startPractice } from '../../../sandbox/stand/practice.mjs';
import { Practice } from '../harness/practice.mjs';

/** Enough for the largest of the checks. */
const CONTACTS = 3_600;
/** As far away as Nexudus is for most. */
const LATENCY_MS = 50;

/** n8n in queue mode with the packed package in each process, and the one practice Nexudus of all. */
export class QueueProduct {
	#queueMode;

	constructor({ context, version, queueMode, practice, accessToken }) {
		this.#queueMode = queueMode;
		this.version = `${version} with ${queueMode.workers.length} workers`;
		this.signal = context.signal;
		this.progress = context.progress;
		this.url = queueMode.url;
		this.client = queueMode.client;
		this.workers = queueMode.workers;
		this.bareWorker = queueMode.bareWorker;
		this.practice = practice;
		/** How nodes refer to the access token of the practice Nexudus's administrator. */
		this.accessToken = accessToken;
	}

	/**
	 * @param {string} executionId
	 * @returns {import('../../../sandbox/queue/worker.mjs').Worker | undefined} the one that took it up
	 */
	workerOf(executionId) {
		return this.workers.find(({ executions }) => executions.includes(String(executionId)));
	}

	async killWorkers() {
		await Promise.all(this.workers.map((worker) => worker.kill()));
	}

	async startWorkers() {
		await Promise.all(this.workers.map((worker) => worker.start()));
	}

	/**
	 * @param {number} count of lines for each process
	 * @returns {string} the ends of the logs
	 */
	logEnd(count) {
		const logs = [readFileSync(this.#queueMode.log, 'utf8'), ...this.workers.map(({ log }) => log)];
		return logs.map((log) => lastLines(log, count)).join('\n--\n');
	}
}

/**
 * Starts all of it in a temporary folder. Everything ends and goes with the context's cleanup.
 * @param {import('../../../sandbox/processes/context.mjs').Context} context
 * @param {import('../../../sandbox/stand/prepare.mjs').Prepared} prepared
 * @returns {Promise<QueueProduct>}
 */
export async function startQueueProduct(context, prepared) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-queue-'));
	context.cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	const title = 'Starting the practice Nexudus, PostgreSQL, Redis, n8n and its workers';
	return await context.progress.step(title, async () => {
		const ports = await choosePorts({});
		const { url } = await startPractice(workplaceIn(folder), ports, context, CONTACTS);
		const practice = new Practice(url);
		await practice.setLatency(LATENCY_MS);
		const queueMode = await startQueueMode(context, prepared, folder);
		const accessToken = await addCredential(queueMode.client, url);
		const { version } = prepared.n8n;
		return new QueueProduct({ context, version, queueMode, practice, accessToken });
	});
}

async function addCredential(client, baseUrl) {
	const data = { accessToken: ACCESS_TOKEN, baseUrl };
	const content = { name: 'Practice Nexudus', type: 'nexudusApi', data };
	const { id, name } = await client.post('/rest/credentials', content);
	return { nexudusApi: { id, name } };
}
