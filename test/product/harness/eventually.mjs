import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;

/**
 * Looks again and again until something is there.
 * @template T
 * @param {() => Promise<T | undefined> | T | undefined} look gives undefined as long as it is not there
 * @param {{ limit: number, what: string | (() => string), signal?: AbortSignal }} options limit in milliseconds
 * @returns {Promise<T>}
 */
export async function eventually(look, { limit, what, signal }) {
	const deadline = Date.now() + limit;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		signal?.throwIfAborted();
		if (Date.now() > deadline) {
			const missing = typeof what === 'function' ? what() : what;
			throw new Error(`Not within ${limit / 1000} s: ${missing}`);
		}
		await pause(LOOK_EVERY_MS);
	}
}
