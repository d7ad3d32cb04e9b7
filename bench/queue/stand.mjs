import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startQueueMode } from '../../sandbox/queue/queueMode.mjs';
import { untilIdle } from '../product/idle.mjs';
import { PracticeNexudus } from '../product/practiceNexudus.mjs';
import { addCredentials } from '../product/stand.mjs';
import { rowOf } from '../product/workflow.mjs';

const PUBLISHED_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 200;
const CONTACTS = 3_600;

/** n8n in queue mode, beside a practice Nexudus. */
export class QueueStand {
	#queueMode;
	#credentials;

	constructor(queueMode, nexudus, credentials) {
		this.#queueMode = queueMode;
		this.#credentials = credentials;
		this.nexudus = nexudus;
	}

	/**
	 * @param {import('../../sandbox/processes/context.mjs').Context} context
	 * @param {import('../../sandbox/stand/prepare.mjs').Prepared} prepared
	 * @returns {Promise<QueueStand>}
	 */
	static async start(context, prepared) {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-bench-'));
		context.cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
		const nexudus = await PracticeNexudus.start(context, folder, CONTACTS);
		const queueMode = await startQueueMode(context, prepared, folder);
		const credentials = await addCredentials(queueMode.client, nexudus);
		return new QueueStand(queueMode, nexudus, credentials);
	}

	/**
	 * Publishes a workflow that is started by a webhook, with rows as its items.
	 * @param {import('../product/workflow.mjs').BenchNode[]} nodes
	 * @returns {Promise<(rows: object[]) => Promise<number>>} starts an execution, and gives the status
	 *   of n8n's answer at its end
	 */
	async publish(nodes) {
		const path = randomUUID();
		const workflow = rowOf([webhook(path), rowsAsItems(), ...nodes], this.#credentials);
		const { client, url } = this.#queueMode;
		const { id, versionId } = await client.post('/rest/workflows', workflow);
		await client.post(`/rest/workflows/${id}/activate`, { versionId });
		await this.#untilPublished(id);
		return async (rows) => {
			const headers = { 'content-type': 'application/json' };
			const body = JSON.stringify({ rows });
			const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST', headers, body });
			await answer.text();
			return answer.status;
		};
	}

	/** Waits until the workers do next to nothing. */
	async rest() {
		for (const { pid } of this.#queueMode.workers) await untilIdle(pid);
	}

	async #untilPublished(id) {
		const deadline = Date.now() + PUBLISHED_WITHIN_MS;
		const path = `/rest/workflows/${id}/publication-status`;
		while ((await this.#queueMode.client.get(path)).status !== 'published') {
			if (Date.now() > deadline) throw new Error('The workflow was not published');
			await pause(ASK_EVERY_MS);
		}
	}
}

function webhook(path) {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
	};
}

/** Under the name that the items of the other works start with. */
function rowsAsItems() {
	return {
		name: 'Start',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.rows', options: {} },
	};
}
