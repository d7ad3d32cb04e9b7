import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Removes the results of an earlier run, so that they can't pass for those of this one.
 * @param {string} file
 */
export function forgetResults(file) {
	rmSync(file, { force: true });
	mkdirSync(dirname(file), { recursive: true });
}

/**
 * Gives how many tests passed and failed. A test file that could not be run counts as one failure.
 * @param {string} file what jest wrote with --json
 * @returns {{ passed: number, failed: number } | undefined} nothing where jest did not run
 */
export function counted(file) {
	if (!existsSync(file)) return undefined;
	const results = JSON.parse(readFileSync(file, 'utf8'));
	return {
		passed: results.numPassedTests,
		failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
	};
}
