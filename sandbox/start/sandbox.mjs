import { mkdirSync } from 'node:fs';
import { installCommunityPackage } from './communityPackage.mjs';
import { addContents } from './contents.mjs';
import { runTogether } from './context.mjs';
import { startN8n } from './n8n.mjs';
import { startNexudus } from './nexudus.mjs';
import { logInAsOwner } from './owner.mjs';

/**
 * @typedef {object} Sandbox
 * @property {{ url: string, service: import('./service.mjs').Service }} nexudus
 * @property {{ url: string, service: import('./service.mjs').Service }} n8n
 * @property {import('./n8nClient.mjs').N8nClient | undefined} client undefined if the person's own
 *   password keeps this program out
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
	mkdirSync(workplace.n8nFolder, { recursive: true });
	await installCommunityPackage(workplace, prepared.packed, context);
	const [nexudus, n8n] = await context.progress.step('Starting n8n and a made-up Nexudus', () =>
		runTogether(context, [
			(own) => startNexudus(workplace, ports.nexudus, own),
			(own) => startN8n(prepared.n8n, { workplace, ports }, own),
		]),
	);
	const client = await logInAsOwner(n8n.url);
	if (client) await addContents(client, workplace, nexudus.url);
	return { nexudus, n8n, client };
}
