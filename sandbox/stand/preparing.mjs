import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Lock } from '../processes/lock.mjs';
import { DATA_FOLDER } from '../processes/paths.mjs';

/**
 * Does what changes the shared folders (node_modules, dist), one process at a time.
 * @template T
 * @param {import('../processes/context.mjs').Context} context
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function preparing(context, work) {
	const lock = new Lock(join(DATA_FOLDER, 'preparing.lock'));
	if (lock.take().holder) {
		await context.progress.step('Another process is installing or building here', () =>
			untilTaken(lock, context.signal),
		);
	}
	try {
		return await work();
	} finally {
		lock.release();
	}
}

async function untilTaken(lock, signal) {
	while (lock.take().holder)
		await pause(500, undefined, { signal }).catch(() => signal.throwIfAborted());
}
