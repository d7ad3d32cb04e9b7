/**
 * Runs n8n's community scan over a folder and prints its verdict and every finding as JSON. The
 * scan itself passes over warnings, so the same rules are run once more with warnings counted.
 *
 * node scan.mjs <folder> sources|built
 */
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import { filesOf, findingsOf } from './findings.mjs';

/** What the scan looks at: in the repository, and in the package that was published from it. */
const PATTERNS = { sources: SOURCE_FILE_PATTERNS, built: ['**/*.js', 'package.json'] };

const folder = resolve(process.argv[2]);
const patterns = PATTERNS[process.argv[3]];

const { passed, details } = await analyzePackage(folder, patterns);
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
	ignorePatterns: ['node_modules/**'],
});
const results = await eslint.lintFiles(patterns);
process.stdout.write(
	JSON.stringify({
		passed,
		details,
		files: filesOf(results, folder),
		findings: findingsOf(results, folder),
	}),
);
