import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { EXAMPLES_FOLDER } from './paths.mjs';

const OUR_NODES = 'n8n-nodes-nexudus.';

/**
 * @typedef {object} Example
 * @property {string} name of the file, without .json
 * @property {string} id the workflow's id in n8n, always the same
 * @property {Record<string, any>} workflow
 */

/**
 * The example workflows, in the order of their file names.
 * @returns {Example[]}
 */
export function readExamples() {
	const files = readdirSync(EXAMPLES_FOLDER).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => {
		const name = file.slice(0, -'.json'.length);
		const id = createHash('sha256').update(name).digest('hex').slice(0, 16);
		return { name, id, workflow: readWorkflow(join(EXAMPLES_FOLDER, file)) };
	});
}

function readWorkflow(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new Failure(`The example ${path} cannot be read.`, 'Correct it.', error.message);
	}
}

/**
 * A workflow that runs at once: the examples themselves name no credential, so that they can be
 * imported anywhere.
 * @param {Example} example
 * @param {{ id: string, name: string, type: string }} credential
 * @returns {Record<string, unknown>}
 */
export function withCredential({ id, workflow }, { type, ...reference }) {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith(OUR_NODES) ? { ...node, credentials: { [type]: reference } } : node,
	);
	return { ...workflow, id, nodes, active: false };
}
