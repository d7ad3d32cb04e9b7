import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJsonFile, writeJsonFile } from './jsonFile.mjs';
import { isRunning } from './runningProcess.mjs';

/**
 * A file that says which process is at work here.
 * One that a crashed process left behind counts for nothing.
 */
export class Lock {
	#path;
	#content;

	/** @param {string} path */
	constructor(path) {
		this.#path = path;
	}

	/**
	 * Takes the lock, unless another process that still runs has it.
	 * @param {Record<string, unknown>} [content] what the others should know
	 * @returns {{ holder: Record<string, unknown> & { pid: number } } | { leftover: Record<string, unknown> | undefined }}
	 *   who has it; or, where it was taken, what a crashed process left in it
	 */
	take(content = {}) {
		mkdirSync(dirname(this.#path), { recursive: true });
		this.#content = { ...content, pid: process.pid };
		if (this.#create()) return { leftover: undefined };
		const holder = readJsonFile(this.#path, undefined);
		if (holder && isRunning(holder.pid, 'start.mjs', 'install.mjs')) return { holder };
		rmSync(this.#path, { force: true });
		return this.#create() ? { leftover: holder } : { holder: readJsonFile(this.#path, {}) };
	}

	/** @param {Record<string, unknown>} more what became known since */
	add(more) {
		this.#content = { ...this.#content, ...more };
		writeJsonFile(this.#path, this.#content);
	}

	release() {
		rmSync(this.#path, { force: true });
	}

	#create() {
		try {
			const file = openSync(this.#path, 'wx');
			writeSync(file, JSON.stringify(this.#content));
			closeSync(file);
			return true;
		} catch (error) {
			if (error.code === 'EEXIST') return false;
			throw error;
		}
	}
}
