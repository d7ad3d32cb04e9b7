import { relative } from 'node:path';

/**
 * Gives the files that ESLint looked at, relative to the folder.
 * @param {import('eslint').ESLint.LintResult[]} results
 * @param {string} folder
 * @returns {string[]}
 */
export function filesOf(results, folder) {
	return results.map(({ filePath }) => relative(folder, filePath));
}

/**
 * Puts what ESLint found into lines that a person can act on.
 * @param {import('eslint').ESLint.LintResult[]} results
 * @param {string} folder
 * @returns {string[]}
 */
export function findingsOf(results, folder) {
	return results.flatMap(({ filePath, messages }) =>
		messages.map(
			({ line, ruleId, message }) =>
				`${relative(folder, filePath)}:${line ?? 0} ${ruleId ?? 'not parsed'}: ${message}`,
		),
	);
}
