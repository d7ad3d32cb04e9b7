import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../processes/failure.mjs';
import { EXAMPLES_FOLDER } from '../processes/paths.mjs';

const SLACK = 'https://hooks.slack.com/';

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
 * A workflow that runs at once. The examples themselves name no credential and the real Slack, so
 * that they can be imported anywhere.
 * @param {Record<string, any>} workflow
 * @param {Array<import('./credentials.mjs').Credential & { id: string }>} credentials
 * @param {import('./practice.mjs').Addresses} addresses
 * @returns {Record<string, any>}
 */
export function boundToPractice(workflow, credentials, { url }) {
	const nodes = workflow.nodes.map((node) => {
		const parameters = JSON.stringify(node.parameters).replaceAll(SLACK, `${url}/`);
		return { ...node, ...credentialFor(node, credentials), parameters: JSON.parse(parameters) };
	});
	return { ...workflow, nodes };
}

function credentialFor({ type }, credentials) {
	const credential = credentials.find(({ serves }) => serves(type));
	if (!credential) return {};
	const { id, name } = credential;
	return { credentials: { [credential.type]: { id, name } } };
}
