import { runWorkflow } from '../../../sandbox/stand/execution.mjs';
import { chain, contractContact, manualTrigger, rowsAsItems } from './nodes.mjs';

const NODE = 'Nexudus';

/**
 * Runs the node once in a workflow of its own, as 'Execute workflow' does.
 * @param {import('./product.mjs').Product} product
 * @param {Record<string, unknown>} parameters
 * @param {object} [more]
 * @param {Array<Record<string, unknown>>} [more.rows] the items that go in; default one, empty
 * @param {string} [more.onError] as n8n stores the setting 'On Error'
 * @param {Record<string, unknown>} [more.credentials] default the administrator's token
 * @param {Record<string, unknown>} [more.settings] others of the node's settings, as n8n stores them
 * @returns {Promise<OperationRun>}
 */
export async function runOperation(
	product,
	parameters,
	{ rows = [{}], onError, credentials, settings } = {},
) {
	const more = { ...settings, onError, credentials: credentials ?? product.accessToken };
	const nexudus = contractContact(NODE, parameters, more);
	const nodes = [manualTrigger(), ...rowsAsItems(rows), nexudus];
	const workflow = chain(`Operation ${parameters.operation}`, nodes);
	const { id } = await product.client.post('/rest/workflows', workflow);
	return new OperationRun(await runWorkflow(product.client, id, product.signal));
}

/** What came of a run of the one node. */
export class OperationRun {
	#execution;

	constructor(execution) {
		this.#execution = execution;
		this.status = execution.status;
		this.executionId = execution.id;
	}

	/** What the editor shows where the node failed. */
	get error() {
		return this.#run?.error ?? this.#execution.result.error;
	}

	/** What the editor shows beside the output. */
	get hints() {
		return this.#run?.hints ?? [];
	}

	/** @returns {Array<Record<string, any>>} the rows, for a run that must have gone well */
	get rows() {
		if (this.#execution.problem) throw new Error(this.#execution.problem);
		return this.items().map(({ json }) => json);
	}

	/** @param {number} [output] 1 is the error output */
	items(output = 0) {
		return this.#run?.data?.main?.[output] ?? [];
	}

	get #run() {
		return this.#execution.result.runData[NODE]?.at(-1);
	}
}
