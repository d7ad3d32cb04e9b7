import { randomUUID } from 'node:crypto';
import { activate } from '../harness/activation.mjs';
import { eventually } from '../harness/eventually.mjs';
import { chain, node } from '../harness/nodes.mjs';

/** n8n now and then loses the answer of an execution that ends well. */
const ANSWER_WITHIN_MS = 60_000;
const END_WITHIN_MS = 200_000;
const UNFINISHED = ['new', 'running', 'waiting'];

/** A workflow that a webhook starts, one execution a call; what was called can be looked at later. */
export class WebhookWorkflow {
	#product;
	#address;

	constructor(product, id, address) {
		this.#product = product;
		this.#address = address;
		this.id = id;
	}

	/**
	 * Saves and publishes one.
	 * @param {import('./queueProduct.mjs').QueueProduct} product
	 * @param {string} name
	 * @param {Array<{ name: string }>} nodes what the webhook starts; `$json.body` is what was posted
	 * @param {'lastNode' | 'onReceived'} [responseMode] when a call is answered; default at the end
	 * @returns {Promise<WebhookWorkflow>}
	 */
	static async publish(product, name, nodes, responseMode = 'lastNode') {
		const path = randomUUID();
		const parameters = { httpMethod: 'POST', path, responseMode, options: {} };
		const webhook = node('Webhook', 'n8n-nodes-base.webhook', 2, parameters, { webhookId: path });
		const id = await activate(product, chain(name, [webhook, ...nodes]));
		return new WebhookWorkflow(product, id, `${product.url}/webhook/${path}`);
	}

	/**
	 * @param {unknown} body
	 * @param {number} [limit] milliseconds to wait for the answer
	 * @returns {Promise<{ status: number | undefined, text: string }>} n8n's answer; without a status
	 *   where none came in time
	 */
	async call(body, limit = ANSWER_WITHIN_MS) {
		try {
			const response = await fetch(this.#address, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(limit),
			});
			return { status: response.status, text: await response.text() };
		} catch (error) {
			if (error.name === 'TimeoutError') return { status: undefined, text: '' };
			throw error;
		}
	}

	/** @returns {Promise<Array<{ id: string, status: string }>>} the newest first, 100 at most */
	async executions() {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id }));
		const path = `/rest/executions?limit=100&filter=${filter}`;
		return (await this.#product.client.get(path)).results;
	}

	/** @returns {Promise<Array<{ id: string, status: string }>>} those of the newest that ended otherwise than well */
	async unsuccessful() {
		return (await this.executions()).filter(({ status }) => status !== 'success');
	}

	/**
	 * Waits until so many executions have ended.
	 * @param {number} count
	 */
	async untilEnded(count) {
		const what = `the end of ${count} executions`;
		const areEnded = async () => {
			const executions = await this.executions();
			const ended = executions.filter(({ status }) => !UNFINISHED.includes(status));
			return ended.length >= count || undefined;
		};
		await eventually(areEnded, { limit: END_WITHIN_MS, what });
	}
}
