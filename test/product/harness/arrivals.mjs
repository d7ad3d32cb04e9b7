import { readExecution } from '../../../sandbox/stand/execution.mjs';

const MANY = 100;

/** Reads the executions of one active workflow, each once. */
export class Arrivals {
	#product;
	#trigger;
	#rows = new Map();

	/**
	 * @param {import('./product.mjs').Product} product
	 * @param {string} workflowId
	 * @param {string} trigger the name of its trigger node
	 */
	constructor(product, workflowId, trigger) {
		this.#product = product;
		this.workflowId = workflowId;
		this.#trigger = trigger;
	}

	/** @returns {Promise<Array<Record<string, any>>>} all rows that the trigger has given so far */
	async rows() {
		for (const { id } of await this.executions()) {
			if (!this.#rows.has(id)) this.#rows.set(id, await this.#rowsOf(id));
		}
		return [...this.#rows.values()].flat();
	}

	/** @returns {Promise<Array<{ id: string, status: string, mode: string }>>} */
	async executions() {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.workflowId }));
		const path = `/rest/executions?limit=${MANY}&filter=${filter}`;
		return (await this.#product.client.get(path)).results;
	}

	/** The rows of an execution that a crash ended are still in what it had to do. */
	async #rowsOf(id) {
		const execution = await readExecution(this.#product.client, id, this.#product.signal);
		const rows = execution.rowsOf(this.#trigger);
		if (rows.length > 0) return rows;
		return execution.pending.flatMap(({ data }) => (data.main?.[0] ?? []).map(({ json }) => json));
	}
}
