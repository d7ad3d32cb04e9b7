import { mkdirSync, readFileSync } from 'node:fs';
import { statusOf } from '../processes/httpStatus.mjs';
import { installCommunityPackage } from '../stand/communityPackage.mjs';
import { launchN8n } from '../stand/n8n.mjs';

const UP_WITHIN_MS = 180_000;
const STARTED = /Worker started execution (\d+)/g;
const FINISHED = /Worker finished execution \d+/g;

/** One of n8n's workers, with a user folder of its own. */
export class Worker {
	#context;
	#install;
	#place;
	#running;

	/**
	 * @param {import('../processes/context.mjs').Context} context
	 * @param {import('../n8n/locateN8n.mjs').N8nInstall} install
	 * @param {Omit<import('../stand/n8n.mjs').Place, 'command'>} place
	 */
	constructor(context, install, place) {
		this.#context = context;
		this.#install = install;
		const health = {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(place.ports.n8n),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		};
		this.#place = { ...place, settings: { ...place.settings, ...health }, command: 'worker' };
		mkdirSync(place.workplace.n8nFolder, { recursive: true });
	}

	/** @param {import('../stand/package.mjs').PackedPackage} packed what it is to have, before it starts */
	async install(packed) {
		await installCommunityPackage(this.#place.workplace, packed, this.#context);
	}

	/** Starts, and waits until it takes work. */
	async start() {
		this.#running = launchN8n(this.#install, this.#place, this.#context);
		const { url, service } = this.#running;
		const isReady = async () => (await statusOf(`${url}/healthz/readiness`)) === 200;
		await service.waitUntilUp(isReady, { signal: this.#context.signal, limit: UP_WITHIN_MS });
	}

	/** Ends it at once, as a crash does, and waits until the process is gone. */
	async kill() {
		const { service } = this.#running;
		service.kill();
		await service.exit;
	}

	/** Of the process that runs now. */
	get pid() {
		return this.#running.service.pid;
	}

	/** What it wrote since it started last. */
	get log() {
		return readFileSync(this.#place.workplace.n8nLog, 'utf8');
	}

	/** @returns {string[]} the ids of the executions that it took up since it started last */
	get executions() {
		return [...this.log.matchAll(STARTED)].map(([, id]) => id);
	}

	/** Whether an execution that it took up is under way. */
	get isBusy() {
		return this.executions.length > [...this.log.matchAll(FINISHED)].length;
	}
}
