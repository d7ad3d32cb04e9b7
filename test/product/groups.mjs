import { readdirSync } from 'node:fs';

const CHECKS = new URL('./checks/', import.meta.url);

/**
 * The groups of checks in the order of their file names.
 * @param {string[]} only parts of file names; none for all
 * @param {URL} [folder] where they are
 * @returns {Promise<Array<import('./harness/checks.mjs').Group>>}
 */
export async function readGroups(only, folder = CHECKS) {
	const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
	const chosen = files.filter(
		(name) => only.length === 0 || only.some((part) => name.includes(part)),
	);
	if (chosen.length === 0) throw new Error(`No checks are named ${only.join(', ')}`);
	const modules = await Promise.all(
		chosen.sort().map((name) => import(new URL(name, folder).href)),
	);
	return modules.map(({ group }) => group);
}
