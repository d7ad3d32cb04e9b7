import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One value that changes when a file below the given paths changes, comes or goes.
 * @param {string} base
 * @param {string[]} paths files and folders, relative to the base
 * @param {string[]} [more] whatever else counts
 * @returns {string}
 */
export function fingerprint(base, paths, more = []) {
	const hash = createHash('sha256');
	for (const text of more) hash.update(`${text}\0`);
	for (const path of paths.flatMap((given) => filesBelow(base, given))) {
		hash
			.update(`${path}\0`)
			.update(readFileSync(join(base, path)))
			.update('\0');
	}
	return hash.digest('hex');
}

function filesBelow(base, path) {
	const full = join(base, path);
	if (!existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [path];
	return readdirSync(full)
		.sort()
		.flatMap((name) => filesBelow(base, join(path, name)));
}
