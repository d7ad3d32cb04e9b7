import { join } from 'node:path';
import { areInstalled } from '../../sandbox/stand/dependencies.mjs';
import { ROOT } from '../../sandbox/processes/paths.mjs';
import { npm } from './npm.mjs';
import { counted, forgetResults } from './results.mjs';

const RESULTS = join(ROOT, 'build', 'jest.json');

/**
 * Takes one step after the other and stops at the first that fails.
 * @param {string[]} jestArguments
 * @returns {Promise<number>} the exit code
 */
export async function main(jestArguments) {
	forgetResults(RESULTS);
	const failed = await firstFailed(stepsWith(jestArguments));
	const counts = counted(RESULTS);
	if (counts) console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
	return failed ? 1 : 0;
}

function stepsWith(jestArguments) {
	const install = { title: 'Install (npm ci)', command: ['ci', '--include=dev'] };
	return [
		...(areInstalled() ? [] : [install]),
		script('Clean', 'clean'),
		script('Build', 'build'),
		script('Check types', 'types'),
		script('Lint', 'lint'),
		script('Check format', 'format:check'),
		script('Test', 'jest', ['--', '--json', `--outputFile=${RESULTS}`, ...jestArguments]),
	];
}

function script(title, name, more = []) {
	return { title: `${title} (npm run ${name})`, command: ['run', '--silent', name, ...more] };
}

async function firstFailed(steps) {
	const startedAt = performance.now();
	for (const step of steps) {
		if (await succeeds(step)) continue;
		console.log(`\n✗ npm test failed at the step: ${step.title}`);
		return step;
	}
	console.log(`\n✓ All ${steps.length} steps in ${secondsSince(startedAt)}`);
	return undefined;
}

async function succeeds({ title, command }) {
	console.log(`\n… ${title}`);
	const startedAt = performance.now();
	const isDone = await npm(command, ROOT);
	console.log(`${isDone ? '✓' : '✗'} ${title}, ${secondsSince(startedAt)}`);
	return isDone;
}

function secondsSince(startedAt) {
	return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
