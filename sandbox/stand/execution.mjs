import { setTimeout as pause } from 'node:timers/promises';

const FINISH_WITHIN_MS = 60_000;
const UNDER_WAY = ['new', 'running'];
const UNFINISHED = [...UNDER_WAY, 'waiting'];

/**
 * Runs a workflow as 'Execute workflow' does, and waits for its end.
 * @param {import('./n8nClient.mjs').N8nClient} client logged in
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Execution>}
 */
export async function runWorkflow(client, id, signal) {
	return await readExecution(client, await startWorkflow(client, id), signal);
}

/**
 * Runs a workflow as 'Execute workflow' does, and doesn't wait.
 * @param {import('./n8nClient.mjs').N8nClient} client logged in
 * @param {string} id
 * @returns {Promise<string>} the id of the execution
 */
export async function startWorkflow(client, id) {
	const workflowData = await client.get(`/rest/workflows/${id}`);
	const trigger = startOf(workflowData);
	const run = { workflowData, triggerToStartFrom: { name: trigger.name } };
	const { executionId } = await client.post(`/rest/workflows/${id}/run`, run);
	return executionId;
}

/** 'Execute workflow' begins at the manual trigger, where there is one. */
function startOf({ nodes }) {
	const triggers = nodes.filter(({ type }) => /trigger$/i.test(type));
	return triggers.find(({ type }) => type.endsWith('.manualTrigger')) ?? triggers[0];
}

/**
 * Waits for the end of an execution.
 * @param {import('./n8nClient.mjs').N8nClient} client logged in
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Execution>}
 */
export async function readExecution(client, id, signal) {
	return new Execution(await settled(client, id, { signal, unsettled: UNFINISHED }));
}

/**
 * Waits until an execution waits for somebody, or has ended.
 * @param {import('./n8nClient.mjs').N8nClient} client logged in
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it waits
 */
export async function comesToWait(client, id, signal) {
	const { status } = await settled(client, id, { signal, unsettled: UNDER_WAY });
	return status === 'waiting';
}

async function settled(client, id, { signal, unsettled }) {
	const deadline = Date.now() + FINISH_WITHIN_MS;
	for (;;) {
		const execution = await client.get(`/rest/executions/${id}`);
		if (!unsettled.includes(execution.status)) return execution;
		if (Date.now() > deadline)
			throw new Error(`the workflow still ran after ${FINISH_WITHIN_MS} ms`);
		await pause(100);
		signal.throwIfAborted();
	}
}

/** What came of a run. */
export class Execution {
	#data;

	/** @param {{ id: string, status: string, data: string }} answer of n8n */
	constructor({ id, status, data }) {
		this.id = id;
		this.status = status;
		this.#data = unpack(data);
	}

	/** What n8n keeps of the run: `runData` by node, and `error`. */
	get result() {
		return this.#data.resultData;
	}

	/** What was still to be done when the run ended. */
	get pending() {
		return this.#data.executionData?.nodeExecutionStack ?? [];
	}

	/** Undefined where nothing went wrong. */
	get problem() {
		if (this.status === 'success') return undefined;
		const { error } = this.result;
		return [this.status, error?.message, error?.description].filter(Boolean).join(': ');
	}

	/**
	 * The rows that came out of a node.
	 * @param {string} node its name
	 * @returns {Array<Record<string, unknown>>}
	 */
	rowsOf(node) {
		const runs = this.result.runData[node] ?? [];
		return (runs.at(-1)?.data?.main?.[0] ?? []).map(({ json }) => json);
	}
}

/** n8n packs executions flat: a string inside a container is the place of the value in the list. */
function unpack(text) {
	const values = JSON.parse(text);
	const known = new Map();
	const valueAt = (place) => {
		if (known.has(place)) return known.get(place);
		const value = values[place];
		if (value === null || typeof value !== 'object') return value;
		const copy = Array.isArray(value) ? [] : {};
		known.set(place, copy);
		for (const [key, item] of Object.entries(value)) {
			copy[key] = typeof item === 'string' ? valueAt(Number(item)) : item;
		}
		return copy;
	};
	return valueAt(0);
}
