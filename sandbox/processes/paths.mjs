import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What stays between starts; git ignores it. */
export const DATA_FOLDER = join(ROOT, '.data');

/** What Node.js imports first to run TypeScript. */
export const TSX = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

export const EXAMPLES_FOLDER = join(ROOT, 'examples');

/**
 * @typedef {object} Workplace where one n8n and its practice Nexudus keep everything
 * @property {string} folder
 * @property {string} n8nFolder n8n's user folder, the parent of .n8n
 * @property {string} nexudusFile the records of the practice Nexudus
 * @property {string} stateFile what was set up before
 * @property {string} n8nLog
 * @property {string} practiceLog
 */

/**
 * @param {string} folder
 * @returns {Workplace}
 */
export function workplaceIn(folder) {
	return {
		folder,
		n8nFolder: join(folder, 'n8n'),
		nexudusFile: join(folder, 'nexudus.json'),
		stateFile: join(folder, 'state.json'),
		n8nLog: join(folder, 'n8n.log'),
		practiceLog: join(folder, 'practice.log'),
	};
}
