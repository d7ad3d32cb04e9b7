import { spawn, spawnSync } from 'node:child_process';

const WINDOWS = process.platform === 'win32';

/**
 * Starts a program in a process group of its own: a Ctrl-C in the terminal then reaches this
 * program only, which ends the others in their order.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnApart(command, args, options) {
	return spawn(command, args, { ...options, detached: !WINDOWS, windowsHide: true });
}

/**
 * Ends a program and whatever it started, at once.
 * @param {number} pid
 */
export function killGroup(pid) {
	if (WINDOWS) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
	else sendSignal(-pid, 'SIGKILL');
}

/**
 * Asks a process to end.
 * @param {number} pid negative for a whole group
 * @param {NodeJS.Signals} name
 * @returns {boolean} false where there is no such process
 */
export function sendSignal(pid, name) {
	try {
		process.kill(pid, name);
		return true;
	} catch {
		return false;
	}
}
