import { createRequire } from 'node:module';
import { PACKAGE } from '../harness/nodes.mjs';
import { PARAMETERS } from './nodeValues.mjs';

// Its module for `import` does not load in Node.js itself.
const { NodeHelpers } = createRequire(import.meta.url)('n8n-workflow');

/** What n8n keeps beside what a person made, new for each copy of a workflow. */
const KEPT = ['id', 'name', 'nodes', 'connections', 'settings', 'staticData'];

/**
 * A workflow as the editor sends it to n8n: of our nodes' parameters only those that are shown and are
 * not as they are at first.
 * @template {{ nodes: object[] }} Workflow
 * @param {import('../harness/product.mjs').Product} product
 * @param {Workflow} workflow
 * @returns {Promise<Workflow>}
 */
export async function asEditorSaves({ client }, workflow) {
	const types = await client.get('/types/nodes.json');
	const nodes = workflow.nodes.map((node) => {
		const type = types.find(({ name }) => name === node.type);
		return isOurs(node) ? { ...node, parameters: keptParameters(type, node) } : node;
	});
	return { ...workflow, nodes };
}

/**
 * Saves a workflow as the editor does.
 * @param {import('../harness/product.mjs').Product} product
 * @param {{ nodes: object[] }} workflow
 * @returns {Promise<{ id: string }>} what n8n has stored
 */
export async function saveAsEditor(product, workflow) {
	const body = await asEditorSaves(product, workflow);
	const { id } = await product.client.post('/rest/workflows', body);
	return await stored(product, id);
}

/**
 * A workflow as n8n has stored it.
 * @param {Pick<import('../harness/product.mjs').Product, 'client'>} product
 * @param {string} id
 */
export async function stored({ client }, id) {
	const workflow = await client.get(`/rest/workflows/${id}`);
	return Object.fromEntries(KEPT.map((name) => [name, workflow[name]]));
}

function keptParameters(type, node) {
	return NodeHelpers.getNodeParameters(type.properties, node.parameters, false, false, node, type);
}

/**
 * Throws where workflows leave out a parameter or value that saved ones may hold.
 * @param {'contractContact' | 'contractContactTrigger'} type
 * @param {Array<{ nodes: object[] }>} workflows as they are wished for, with what is as at first
 */
export function requireEverything(type, workflows) {
	const nodes = workflows
		.flatMap((workflow) => workflow.nodes)
		.filter((node) => node.type === `${PACKAGE}.${type}`);
	const missing = Object.entries(PARAMETERS[type]).flatMap(([operation, paths]) =>
		paths
			.filter((path) => !nodes.some((node) => holds(node, operation, path)))
			.map((path) => `${operation}: ${path}`),
	);
	if (missing.length > 0) throw new Error(`No workflow holds\n${missing.join('\n')}`);
}

function holds({ parameters }, operation, path) {
	if (operation !== 'always' && parameters.operation !== operation) return false;
	const [place, value] = path.split(' = ');
	const held = place.split('.').reduce((part, name) => part?.[name], withSignIn(parameters));
	if (value === undefined) return held !== undefined;
	return [held].flat().map(String).includes(value);
}

function withSignIn(parameters) {
	return { authentication: 'accessToken', ...parameters };
}

function isOurs({ type }) {
	return type.startsWith(`${PACKAGE}.`);
}
