/**
 * Lints a folder with the repository's own ESLint configuration and prints every finding as JSON.
 * The configuration's file patterns then start at that folder.
 *
 * node lint.mjs <folder>
 */
import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf, findingsOf } from './findings.mjs';

const folder = resolve(process.argv[2]);
const eslint = new ESLint({
	cwd: folder,
	overrideConfigFile: fileURLToPath(new URL('../../eslint.config.mjs', import.meta.url)),
	// What is written down in full is long, and nobody has to read it.
	overrideConfig: { rules: { 'max-lines': 'off' } },
});
const results = await eslint.lintFiles(['.', 'package.json']);
process.stdout.write(
	JSON.stringify({
		files: filesOf(results, folder),
		findings: findingsOf(results, folder),
	}),
);
