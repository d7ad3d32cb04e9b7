import { mkdirSync } from 'node:fs';
import { startN8n } from './n8n.mjs';
import { startNexudus } from './nexudus.mjs';
import { setUpOwner } from './owner.mjs';
import { fillUserFolder } from './userFolder.mjs';

/**
 * @typedef {object} Sandbox
 * @property {{ url: string, service: import('./service.mjs').Service }} nexudus
 * @property {{ url: string, service: import('./service.mjs').Service }} n8n
 * @property {import('./n8nClient.mjs').N8nClient} client logged in, if the owner account is new
 */

/**
 * Starts the made-up Nexudus, and an n8n that has everything to work with it.
 * @param {import('./context.mjs').Context} context
 * @param {object} parts
 * @param {import('./paths.mjs').Workplace} parts.workplace
 * @param {import('./prepare.mjs').Prepared} parts.prepared
 * @param {import('./ports.mjs').Ports} parts.ports
 * @returns {Promise<Sandbox>}
 */
export async function startSandbox(context, { workplace, prepared, ports }) {
	const { progress } = context;
	mkdirSync(workplace.n8nFolder, { recursive: true });
	const nexudus = await progress.step('Starting the sandbox Nexudus', () =>
		startNexudus(workplace, ports.nexudus, context),
	);
	const setUp = { install: prepared.n8n, workplace };
	const parts = { packed: prepared.packed, nexudusUrl: nexudus.url };
	await fillUserFolder(setUp, parts, context);
	const n8n = await progress.step('Starting n8n', () =>
		startN8n(setUp, { port: ports.n8n, brokerPort: ports.broker }, context),
	);
	return { nexudus, n8n, client: await setUpOwner(n8n.url) };
}
