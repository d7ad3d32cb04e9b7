import { createInterface } from 'node:readline';
import { killGroup, spawnApart } from './childProcess.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} signal ends the command, and what it started
 * @property {(line: string) => void} [onLine] is handed each line of the standard output
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<{ code: number | null, output: string }>} rejects only when interrupted
 */
export async function runCommand(command, args, { cwd, env, signal, onLine }) {
	signal.throwIfAborted();
	const child = spawnApart(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const output = collectOutput(child, onLine);
	const stop = () => killGroup(child.pid);
	signal.addEventListener('abort', stop);
	const code = await exitCode(child, output);
	signal.removeEventListener('abort', stop);
	signal.throwIfAborted();
	return { code, output: output.join('\n') };
}

function collectOutput(child, onLine) {
	const output = [];
	createInterface({ input: child.stdout }).on('line', (line) => {
		output.push(line);
		onLine?.(line);
	});
	createInterface({ input: child.stderr }).on('line', (line) => output.push(line));
	return output;
}

function exitCode(child, output) {
	return new Promise((resolve) => {
		child.once('close', resolve);
		child.once('error', (error) => {
			output.push(error.message);
			resolve(null);
		});
	});
}
