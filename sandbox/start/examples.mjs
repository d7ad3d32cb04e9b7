import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { EXAMPLES_FOLDER } from './paths.mjs';

const OUR_NODES = 'n8n-nodes-nexudus.';

/**
 * @typedef {object} Example
 * @property {string} name of the file, without .json
 * @property {Record<string, any>} workflow
 */

/**
 * The example workflows, in the order of their file names.
 * @returns {Example[]}
 */
export function readExamples() {
	const files = readdirSync(EXAMPLES_FOLDER).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => ({
		name: file.slice(0, -'.json'.length),
		workflow: readWorkflow(join(EXAMPLES_FOLDER, file)),
	}));
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
 * @param {Record<string, any>} workflow
 * @param {{ id: string, name: string, type: string }} credential
 * @returns {Record<string, any>}
 */
export function withCredential(workflow, { type, ...reference }) {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith(OUR_NODES) ? { ...node, credentials: { [type]: reference } } : node,
	);
	return { ...workflow, nodes };
}
