import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTogether } from '../processes/context.mjs';
import { workplaceIn } from '../processes/paths.mjs';
import { freePorts } from '../processes/ports.mjs';
import { installCommunityPackage } from '../stand/communityPackage.mjs';
import { startN8n } from '../stand/n8n.mjs';
import { logInAsOwner } from '../stand/owner.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { Worker } from './worker.mjs';

const WORKERS = 3;

/**
 * What all processes of one n8n share. A killed worker's execution counts as ended after 15 s here;
 * n8n itself takes a minute and a half.
 */
const SHARED = {
	EXECUTIONS_MODE: 'queue',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	N8N_ENCRYPTION_KEY: 'shared-by-main-and-workers',
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * @typedef {object} QueueMode n8n as several processes: a main one, and workers that execute
 * @property {string} url of the main one
 * @property {import('../stand/n8nClient.mjs').N8nClient} client logged in
 * @property {string} log the path of the main one's log
 * @property {Worker[]} workers with the package, started
 * @property {Worker} bareWorker one that was never given the package, not started
 */

/**
 * Starts PostgreSQL, Redis, n8n's main process and three workers. All end with the context's cleanup.
 * @param {import('../processes/context.mjs').Context} context
 * @param {import('../stand/prepare.mjs').Prepared} prepared
 * @param {string} folder a temporary one
 * @returns {Promise<QueueMode>}
 */
export async function startQueueMode(context, { n8n, packed }, folder) {
	const ports = await freePorts(2 + 2 * (WORKERS + 2));
	const [postgres, redis] = ports.splice(0, 2);
	const place = (name, settings) => {
		const [own, broker] = ports.splice(0, 2);
		const workplace = workplaceIn(join(folder, name));
		return { workplace, ports: { n8n: own, broker }, settings };
	};
	mkdirSync(folder, { recursive: true });
	const settings = {
		...SHARED,
		...(await startPostgres(context, { port: postgres, log: join(folder, 'postgres.log') })),
		...(await startRedis(context, { port: redis, log: join(folder, 'redis.log') })),
	};
	const main = place('main', settings);
	mkdirSync(main.workplace.n8nFolder, { recursive: true });
	await installCommunityPackage(main.workplace, packed, context);
	const { url } = await startN8n(n8n, main, context);
	const worker = (name) => new Worker(context, n8n, place(name, settings));
	const workers = Array.from({ length: WORKERS }, (_, index) => worker(`worker-${index + 1}`));
	for (const one of workers) await one.install(packed);
	await runTogether(
		context,
		workers.map((one) => () => one.start()),
	);
	const client = await logInAsOwner(url);
	const log = main.workplace.n8nLog;
	return { url, client, log, workers, bareWorker: worker('worker-without-package') };
}
