import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * What a JSON file holds; an unreadable one counts as missing.
 * @template T
 * @param {string} path
 * @param {T} fallback
 * @returns {T}
 */
export function readJsonFile(path, fallback) {
	if (!existsSync(path)) return fallback;
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return fallback;
	}
}

/**
 * Replaces a JSON file in one step.
 * @param {string} path
 * @param {unknown} value
 */
export function writeJsonFile(path, value) {
	const temporary = `${path}.${process.pid}.tmp`;
	writeFileSync(temporary, `${JSON.stringify(value, null, '\t')}\n`);
	renameSync(temporary, path);
}
