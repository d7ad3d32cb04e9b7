import { statfsSync } from 'node:fs';
import { Failure } from './failure.mjs';

const MEGABYTE = 1024 * 1024;

/**
 * Refuses to begin what would fill the disk half way.
 * @param {string} folder
 * @param {number} megabytes
 */
export function requireDiskSpace(folder, megabytes) {
	const { bavail, bsize } = statfsSync(folder);
	const free = Math.floor((bavail * bsize) / MEGABYTE);
	if (free >= megabytes) return;
	throw new Failure(
		`The disk with ${folder} has ${free} MB left; ${megabytes} MB are needed.`,
		'Free some disk space, then run npm start again.',
	);
}
