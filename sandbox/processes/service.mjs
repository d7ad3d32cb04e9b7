import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { killGroup, sendSignal, spawnApart } from './childProcess.mjs';
import { Failure } from './failure.mjs';
import { lastLines } from './excerpt.mjs';

const ASK_EVERY_MS = 200;
const GRACE_MS = 20_000;

/** A program that runs in the background, and writes a log. */
export class Service {
	#child;
	#exit;

	/**
	 * @param {string} title
	 * @param {{ node: string, script: string }} program a script, and the Node.js that runs it
	 * @param {string[]} args
	 * @param {{ cwd: string, env: NodeJS.ProcessEnv, log: string }} options
	 */
	constructor(title, { node, script }, args, { cwd, env, log }) {
		const file = openSync(log, 'w');
		this.title = title;
		this.script = script;
		this.log = log;
		this.ended = false;
		this.#child = spawnApart(node, [script, ...args], {
			cwd,
			env,
			stdio: ['ignore', file, file],
		});
		this.#exit = new Promise((resolve) => {
			this.#child.once('exit', resolve);
			this.#child.once('error', resolve);
		}).then(() => (this.ended = true));
		closeSync(file);
	}

	/** @returns {number} */
	get pid() {
		return this.#child.pid;
	}

	/** Settles once the program has ended, for whatever reason. */
	get exit() {
		return this.#exit;
	}

	/**
	 * Waits until the program is up.
	 * @param {() => Promise<boolean>} isUp
	 * @param {{ signal: AbortSignal, limit: number }} options limit in milliseconds
	 */
	async waitUntilUp(isUp, { signal, limit }) {
		const deadline = Date.now() + limit;
		while (!(await isUp().catch(() => false))) {
			signal.throwIfAborted();
			if (this.ended) throw this.failure('ended before it was up');
			if (Date.now() > deadline) throw this.failure(`was not up after ${limit / 1000} s`);
			await pause(ASK_EVERY_MS);
		}
		if (this.ended) throw this.failure('ended before it was up');
	}

	/**
	 * @param {string} what
	 * @returns {Failure}
	 */
	failure(what) {
		const log = readFileSync(this.log, 'utf8');
		const advice = /EADDRINUSE|already in use/.test(log)
			? 'Another program took its port in that moment. Run npm start again.'
			: 'The end of its log is below. Run npm start again; if that does not help, npm start -- --fresh begins anew.';
		return new Failure(`${this.title} ${what}.`, advice, lastLines(log, 20));
	}

	/** Asks the program to end, and waits; insists after a while. */
	async stop() {
		if (!this.ended) sendSignal(this.pid, 'SIGTERM');
		await Promise.race([this.#exit, pause(GRACE_MS, undefined, { ref: false })]);
		this.kill();
		await this.#exit;
	}

	/** Ends the program, and what it started, at once. */
	kill() {
		if (this.pid !== undefined) killGroup(this.pid);
	}
}
