import { setTimeout as pause } from 'node:timers/promises';
import { chain } from '../harness/nodes.mjs';

const NODE_DISTANCE = 224;

/**
 * Opens a new workflow of these nodes, one after the other.
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name
 * @param {Array<{ name: string }>} nodes
 */
export async function openWorkflowOf({ client, editor }, name, nodes) {
	const inARow = nodes.map((node, index) => ({ ...node, position: [index * NODE_DISTANCE, 0] }));
	const { id } = await client.post('/rest/workflows', chain(name, inARow));
	await editor.openWorkflow(id);
}

/**
 * Turns a switch on or off.
 * @param {import('./editor.mjs').Editor} editor
 * @param {string} name of the parameter
 */
export async function turnSwitch(editor, name) {
	await editor.parameter(name).locator('.el-switch').click();
	await pause(500);
}
