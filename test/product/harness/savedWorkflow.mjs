import { runWorkflow } from '../../../sandbox/stand/execution.mjs';
import { PACKAGE } from './nodes.mjs';

const EMAIL = 'operations@northlight-workspaces.example';
const PASSWORD = 'sandbox';
const ACCESS_TOKEN = 'sandbox-token';
const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** What Nexudus gives a record when it is written. */
const GIVEN_BY_NEXUDUS = ['UpdatedOn', 'CreatedOn', 'UniqueId'];
const OF_THIS_RUN = '(of this run)';

/**
 * The credentials that workflows refer to, by the ids and names that they have there.
 * @param {object[]} workflows
 * @param {{ nexudusUrl: string, modelUrl: string }} addresses
 * @returns {Array<{ id: string, name: string, type: string, data: Record<string, unknown> }>} as
 *   n8n imports them
 */
export function credentialsOf(workflows, addresses) {
	const references = workflows
		.flatMap(({ nodes }) => nodes)
		.flatMap(({ credentials = {} }) => Object.entries(credentials));
	const byId = new Map(
		references.map(([type, { id, name }]) => [
			id,
			{ id, name, type, data: credentialData(type, addresses) },
		]),
	);
	return [...byId.values()];
}

/**
 * What a credential of a type holds to reach the practice Nexudus, or the model that stands for OpenAI.
 * @param {string} type
 * @param {{ nexudusUrl: string, modelUrl: string }} addresses
 */
export function credentialData(type, { nexudusUrl: baseUrl, modelUrl: url }) {
	if (type === 'openAiApi') return { apiKey: 'key', url };
	if (type === 'nexudusLoginApi') return { email: EMAIL, password: PASSWORD, baseUrl };
	return { accessToken: ACCESS_TOKEN, baseUrl };
}

/**
 * Runs a workflow that is in n8n as 'Execute workflow' does, and sees what came of it.
 * @param {import('./product.mjs').Product} product
 * @param {object} run
 * @param {{ id: string, nodes: object[] }} run.workflow
 * @param {import('./practice.mjs').Practice} run.practice which it works on
 * @param {object} run.records what the practice Nexudus held at first
 * @returns {Promise<{ status: string, outputs: Record<string, any>, writes: object[] }>} the rows by
 *   node and output, and the requests that change something
 */
export async function outcomeOf(product, { workflow, practice, records }) {
	await practice.forgetRequests();
	const execution = await runWorkflow(product.client, workflow.id, product.signal);
	const { runData } = execution.result;
	const names = workflow.nodes.filter(({ type }) => isOurs(type)).map(({ name }) => name);
	const outputs = Object.fromEntries(names.map((name) => [name, outputsOf(runData[name])]));
	const writes = (await practice.requests()).filter(isWrite).map(({ method, path, body }) => ({
		method,
		path,
		...(body === undefined ? {} : { body }),
	}));
	// Up to four writes are under way at a time: only the order of those to one address is certain.
	writes.sort((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path)));
	return settled({ status: execution.status, outputs, writes }, records);
}

/**
 * The same with what is new each time replaced: the stamps and unique ids that the practice Nexudus
 * has given since it started with its records.
 * @template T
 * @param {T} outcome
 * @param {object} records
 * @returns {T}
 */
export function settled(outcome, records) {
	const before = JSON.stringify(records);
	const text = JSON.stringify(outcome, (key, value) => {
		if (!GIVEN_BY_NEXUDUS.includes(key) || typeof value !== 'string') return value;
		return before.includes(value) ? value : OF_THIS_RUN;
	});
	return JSON.parse(text);
}

function isOurs(type) {
	return type.startsWith(`${PACKAGE}.`);
}

function isWrite({ method, path }) {
	return CHANGING.includes(method) && !/^\/api\/token/i.test(path);
}

/** @returns {Array<object[]>} the rows by output; an agent's tool has one */
function outputsOf(runs = []) {
	const { main, ai_tool: toAgent } = runs.at(-1)?.data ?? {};
	return (main ?? toAgent ?? []).map((items) => (items ?? []).map(({ json }) => json));
}
