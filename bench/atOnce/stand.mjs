import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workplaceIn } from '../../sandbox/processes/paths.mjs';
import { choosePorts } from '../../sandbox/processes/ports.mjs';
import { startQueueMode } from '../../sandbox/queue/queueMode.mjs';
import { installCommunityPackage } from '../../sandbox/stand/communityPackage.mjs';
import { startN8n } from '../../sandbox/stand/n8n.mjs';
import { logInAsOwner } from '../../sandbox/stand/owner.mjs';
import { untilIdle } from '../product/idle.mjs';
import { PracticeNexudus } from '../product/practiceNexudus.mjs';
import { addCredentials } from '../product/stand.mjs';
import { rowOf } from '../product/workflow.mjs';

const PUBLISHED_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 200;
const CONTACTS = 3_600;
/** n8n's queue mode now and then loses the answer of an execution that has ended well. */
const ANSWER_WITHIN_MS = 300_000;
const UNANSWERED = 0;

/**
 * @typedef {object} StartedN8n
 * @property {string} url
 * @property {import('../../sandbox/stand/n8nClient.mjs').N8nClient} client logged in
 * @property {() => number[]} executors the ids of the processes that execute workflows
 */

/** An n8n whose workflows are started by webhooks, beside a practice Nexudus. */
export class WebhookStand {
	#n8n;
	#credentials;

	constructor(n8n, nexudus, credentials) {
		this.#n8n = n8n;
		this.#credentials = credentials;
		this.nexudus = nexudus;
	}

	/**
	 * @param {import('../../sandbox/processes/context.mjs').Context} context
	 * @param {(folder: string) => Promise<StartedN8n>} start gets a temporary folder
	 * @returns {Promise<WebhookStand>}
	 */
	static async start(context, start) {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-bench-'));
		context.cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
		const nexudus = await PracticeNexudus.start(context, folder, CONTACTS);
		const n8n = await start(folder);
		return new WebhookStand(n8n, nexudus, await addCredentials(n8n.client, nexudus));
	}

	/**
	 * Publishes a workflow that is started by a webhook, with rows as its items.
	 * @param {import('../product/workflow.mjs').BenchNode[]} nodes
	 * @returns {Promise<(rows: object[]) => Promise<number>>} starts an execution, and gives the status
	 *   of n8n's answer at its end; 0 where none came
	 */
	async publish(nodes) {
		const path = randomUUID();
		const workflow = rowOf([webhook(path), rowsAsItems(), ...nodes], this.#credentials);
		const { client, url } = this.#n8n;
		const { id, versionId } = await client.post('/rest/workflows', workflow);
		await client.post(`/rest/workflows/${id}/activate`, { versionId });
		await this.#untilPublished(id);
		return async (rows) => {
			const headers = { 'content-type': 'application/json' };
			const body = JSON.stringify({ rows });
			const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
			const request = { method: 'POST', headers, body, signal };
			try {
				const answer = await fetch(`${url}/webhook/${path}`, request);
				await answer.text();
				return answer.status;
			} catch (error) {
				if (!signal.aborted) throw error;
				return UNANSWERED;
			}
		};
	}

	/** Waits until those that execute do next to nothing. */
	async rest() {
		for (const pid of this.#n8n.executors()) await untilIdle(pid);
	}

	async #untilPublished(id) {
		const deadline = Date.now() + PUBLISHED_WITHIN_MS;
		const path = `/rest/workflows/${id}/publication-status`;
		while ((await this.#n8n.client.get(path)).status !== 'published') {
			if (Date.now() > deadline) throw new Error('The workflow was not published');
			await pause(ASK_EVERY_MS);
		}
	}
}

/**
 * A main process and three workers.
 * @returns {Promise<StartedN8n>}
 */
export async function inQueueMode(context, prepared, folder) {
	const { url, client, workers } = await startQueueMode(context, prepared, folder);
	return { url, client, executors: () => workers.map(({ pid }) => pid) };
}

/**
 * One process.
 * @returns {Promise<StartedN8n>}
 */
export async function inOneProcess(context, { n8n, packed }, folder) {
	const workplace = workplaceIn(folder);
	mkdirSync(workplace.n8nFolder, { recursive: true });
	await installCommunityPackage(workplace, packed, context);
	const { url, service } = await startN8n(
		n8n,
		{ workplace, ports: await choosePorts({}) },
		context,
	);
	return { url, client: await logInAsOwner(url), executors: () => [service.pid] };
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
