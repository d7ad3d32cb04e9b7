import { randomUUID } from 'node:crypto';

export const PACKAGE = 'n8n-nodes-nexudus';
export const CONTRACT_CONTACT = `${PACKAGE}.contractContact`;
export const COWORKER_CONTRACT = `${PACKAGE}.coworkerContract`;
export const CONTRACT_CONTACT_TRIGGER = `${PACKAGE}.contractContactTrigger`;

const FEWEST_SECONDS = 5;

/**
 * A node as a saved workflow has it.
 * @param {string} name
 * @param {string} type
 * @param {number} typeVersion
 * @param {Record<string, unknown>} [parameters]
 * @param {Record<string, unknown>} [more] such as credentials and onError
 */
export function node(name, type, typeVersion, parameters = {}, more = {}) {
	const position = [0, 0];
	return { id: randomUUID(), name, type, typeVersion, position, parameters, ...more };
}

/** The node that 'Execute workflow' starts from. */
export function manualTrigger() {
	return node('Start', 'n8n-nodes-base.manualTrigger', 1);
}

/**
 * Two nodes that give these rows as items.
 * @param {Array<Record<string, unknown>>} rows
 */
export function rowsAsItems(rows) {
	const raw = { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} };
	return [
		node('Table', 'n8n-nodes-base.set', 3.4, raw),
		node('Rows', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'rows', options: {} }),
	];
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} parameters
 * @param {Record<string, unknown>} more at least credentials
 */
export function contractContact(name, parameters, more) {
	return node(name, CONTRACT_CONTACT, 1, parameters, more);
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} parameters
 * @param {Record<string, unknown>} more at least credentials
 */
export function contractContactTrigger(name, parameters, more) {
	const pollTimes = { item: everyFewSeconds() };
	return node(name, CONTRACT_CONTACT_TRIGGER, 1, { ...parameters, pollTimes }, more);
}

/** n8n refuses intervals below a minute, but takes any number of seconds past the minute. */
function everyFewSeconds() {
	return Array.from({ length: 60 / FEWEST_SECONDS }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * FEWEST_SECONDS} * * * * *`,
	}));
}

/**
 * A value for a locator, as the editor stores it.
 * @param {unknown} value
 */
export function byId(value) {
	return { __rl: true, mode: 'id', value };
}

/**
 * Nodes one after the other, as a workflow to save.
 * @param {string} name
 * @param {Array<{ name: string }>} nodes
 */
export function chain(name, nodes) {
	const links = nodes.slice(1).map((next, index) => [nodes[index].name, mainTo(next)]);
	return {
		name,
		nodes,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

/** @param {...{ name: string }} nodes one for each output */
export function mainTo(...nodes) {
	return { main: nodes.map(({ name }) => [{ node: name, type: 'main', index: 0 }]) };
}
