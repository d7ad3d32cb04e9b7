import { mkdirSync } from 'node:fs';
import { readJsonFile, writeJsonFile } from '../processes/jsonFile.mjs';

/**
 * @typedef {object} State what was set up in a workplace before
 * @property {string} [package] the fingerprint of the package in n8n
 * @property {Record<string, { id: string, data: object }>} [credentials] n8n's, by their types
 * @property {Record<string, string>} [examples] the ids of their workflows, by their names
 * @property {import('../processes/ports.mjs').Ports} [ports] the ones used last
 */

/**
 * @param {import('../processes/paths.mjs').Workplace} workplace
 * @returns {State}
 */
export function readState({ stateFile }) {
	return readJsonFile(stateFile, {});
}

/**
 * @param {import('../processes/paths.mjs').Workplace} workplace
 * @param {Partial<State>} changes
 */
export function writeState(workplace, changes) {
	mkdirSync(workplace.folder, { recursive: true });
	writeJsonFile(workplace.stateFile, { ...readState(workplace), ...changes });
}
