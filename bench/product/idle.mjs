import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 300;
const CALM_LOOKS = 3;
const CALM_TICKS = 1;
const WAIT_AT_MOST_MS = 20_000;

/**
 * Waits until a process does next to nothing: n8n goes on saving an execution after it has ended,
 * which would slow down the next one.
 * @param {number} pid
 */
export async function untilIdle(pid) {
	const deadline = Date.now() + WAIT_AT_MOST_MS;
	let before = ticksOf(pid);
	for (let calm = 0; calm < CALM_LOOKS && Date.now() < deadline; ) {
		await pause(LOOK_EVERY_MS);
		const now = ticksOf(pid);
		calm = now - before <= CALM_TICKS ? calm + 1 : 0;
		before = now;
	}
}

/** CPU time that a process has taken, in hundredths of a second, as Linux counts it. */
function ticksOf(pid) {
	const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	const [user, system] = fields.slice(11, 13).map(Number);
	return user + system;
}
