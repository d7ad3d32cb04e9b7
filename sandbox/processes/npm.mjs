import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.mjs';

/** So that a missing network is noticed within seconds, not minutes. */
export const RETRY_SOON = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];

/**
 * Runs npm, the very one that started this program where that is known.
 * @param {string[]} args
 * @param {import('./command.mjs').CommandOptions} options
 * @returns {ReturnType<typeof runCommand>}
 */
export function runNpm(args, options) {
	const script = npmScript();
	if (script) return runCommand(process.execPath, [script, ...args], options);
	return runCommand('npm', args, options);
}

function npmScript() {
	const besideNode = dirname(process.execPath);
	const places = [
		process.env.npm_execpath ?? '',
		join(besideNode, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
	];
	return places.find((place) => place.endsWith('npm-cli.js') && existsSync(place));
}
