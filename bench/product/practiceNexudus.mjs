import { join } from 'node:path';
import { ROOT, TSX } from '../../sandbox/processes/paths.mjs';
import { choosePorts } from '../../sandbox/processes/ports.mjs';
import { Service } from '../../sandbox/processes/service.mjs';

const UP_WITHIN_MS = 60_000;
const PROGRAM = { node: process.execPath, script: join(ROOT, 'sandbox', 'nexudus', 'main.ts') };

/** A practice Nexudus in a process of its own, steered through its control routes. */
export class PracticeNexudus {
	/** The made-up administrator's. */
	token = 'sandbox-token';

	#service;

	constructor(url, service) {
		this.url = url;
		this.#service = service;
	}

	/**
	 * @param {import('../../sandbox/processes/context.mjs').Context} context
	 * @param {string} folder for its log
	 * @param {number} contacts
	 * @returns {Promise<PracticeNexudus>}
	 */
	static async start({ cleanup, signal }, folder, contacts) {
		const { nexudus: port } = await choosePorts({});
		const args = ['--port', String(port), '--records', String(contacts)];
		const service = new Service('The practice Nexudus', PROGRAM, args, {
			cwd: ROOT,
			env: { ...process.env, NODE_OPTIONS: `--import ${TSX}` },
			log: join(folder, `nexudus-${port}.log`),
		});
		cleanup.addService(service);
		const nexudus = new PracticeNexudus(`http://127.0.0.1:${port}`, service);
		const isUp = async () => (await nexudus.contacts()).length > 0;
		await service.waitUntilUp(isUp, { signal, limit: UP_WITHIN_MS });
		return nexudus;
	}

	async stop() {
		await this.#service.stop();
	}

	/** @returns {Promise<Array<Record<string, any>>>} all, in full */
	contacts() {
		return this.#control('GET', 'contacts');
	}

	/** @returns {Promise<Array<{ method: string, status: number }>>} since the last reset */
	requests() {
		return this.#control('GET', 'requests');
	}

	/** Forgets the requests, and starts new throttle windows. */
	async reset({ latency, throttle }) {
		await this.#control('POST', 'latency', { latency });
		await this.#control('POST', 'throttle', throttle ?? {});
		await this.#control('DELETE', 'requests');
	}

	async #control(method, path, body) {
		const response = await fetch(`${this.url}/sandbox/${path}`, {
			method,
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`The practice Nexudus answered ${response.status}: ${text}`);
		return text === '' ? undefined : JSON.parse(text);
	}
}
