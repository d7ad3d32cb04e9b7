import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sendSignal } from './childProcess.mjs';

/**
 * Whether a process still runs, and is the one that was meant: numbers get used again.
 * @param {number} pid
 * @param {...string} parts any of which its command line holds
 * @returns {boolean}
 */
export function isRunning(pid, ...parts) {
	if (!Number.isInteger(pid) || !exists(pid)) return false;
	const line = commandLine(pid);
	return line === undefined || parts.some((part) => line.includes(part));
}

function exists(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/** Undefined where the system does not tell. */
function commandLine(pid) {
	if (process.platform === 'win32') return undefined;
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], {
			encoding: 'utf8',
		});
		return status === 0 ? stdout : undefined;
	}
}

/**
 * Ends a process that an earlier start left running, if it still is the same one.
 * @param {number | undefined} pid
 * @param {string} part what its command line holds
 */
export async function endLeftover(pid, part) {
	if (pid === undefined || !isRunning(pid, part)) return;
	sendSignal(pid, 'SIGTERM');
	for (let waited = 0; waited < 15_000 && isRunning(pid, part); waited += 200) {
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	if (isRunning(pid, part)) sendSignal(pid, 'SIGKILL');
}
