import { readFileSync, writeFileSync } from 'node:fs';

const RESET_PEAK = '5';

/**
 * Lets the count of a process's peak memory begin anew.
 * @param {number} pid
 */
export function resetPeak(pid) {
	writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
}

/**
 * The most memory that a process had since, in bytes (the kernel's VmHWM).
 * @param {number} pid
 * @returns {number}
 */
export function peakOf(pid) {
	const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(kilobytes) * 1024;
}
