import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs npm, with its output on this process's own.
 * @param {string[]} args
 * @param {string} folder
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function npm(args, folder) {
	const child = spawn('npm', args, {
		cwd: folder,
		env: environment(),
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	const passOn = (signal) => child.kill(signal);
	for (const signal of SIGNALS) process.on(signal, passOn);
	const code = await new Promise((resolve) => {
		child.once('close', resolve);
		child.once('error', (error) => {
			console.error(`npm could not be started: ${error.message}`);
			resolve(1);
		});
	});
	for (const signal of SIGNALS) process.off(signal, passOn);
	return code === 0;
}

/** The lint rules judge otherwise when they believe to be tested; jest sets the variable itself. */
function environment() {
	const { NODE_ENV, ...others } = process.env;
	return NODE_ENV === 'test' ? others : process.env;
}
