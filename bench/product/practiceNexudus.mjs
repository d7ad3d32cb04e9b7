import { join } from 'node:path';
import { Practice } from '../../sandbox/practice/practice.mjs';
import { ROOT, TSX } from '../../sandbox/processes/paths.mjs';
import { choosePorts } from '../../sandbox/processes/ports.mjs';
import { Service } from '../../sandbox/processes/service.mjs';

const UP_WITHIN_MS = 60_000;
const PROGRAM = { node: process.execPath, script: join(ROOT, 'sandbox', 'nexudus', 'main.ts') };

/** A practice Nexudus in a process of its own. */
export class PracticeNexudus extends Practice {
	/** The made-up administrator's. */
	token = 'sandbox-token';

	#service;

	constructor(url, service) {
		super(url);
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

	/** Forgets the requests, and starts new throttle windows. */
	async reset({ latency, throttle }) {
		await this.setLatency(latency);
		await this.throttle(throttle);
		await this.forgetRequests();
	}
}
