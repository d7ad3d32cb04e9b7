import { mkdirSync } from 'node:fs';
import { installCommunityPackage } from './communityPackage.mjs';
import { addContents } from './contents.mjs';
import { runTogether } from '../processes/context.mjs';
import { startN8n } from './n8n.mjs';
import { logInAsOwner } from './owner.mjs';
import { startPractice } from './practice.mjs';

/**
 * @typedef {object} Sandbox
 * @property {import('./practice.mjs').Addresses & { service: import('../processes/service.mjs').Service }} practice
 * @property {{ url: string, service: import('../processes/service.mjs').Service }} n8n
 * @property {import('./n8nClient.mjs').N8nClient | undefined} client undefined if the person's own
 *   password keeps this program out
 */

/**
 * Starts the practice Nexudus, and an n8n that has everything to work with it.
 * @param {import('../processes/context.mjs').Context} context
 * @param {object} parts
 * @param {import('../processes/paths.mjs').Workplace} parts.workplace
 * @param {import('./prepare.mjs').Prepared} parts.prepared
 * @param {import('../processes/ports.mjs').Ports} parts.ports
 * @returns {Promise<Sandbox>}
 */
export async function startSandbox(context, { workplace, prepared, ports }) {
	mkdirSync(workplace.n8nFolder, { recursive: true });
	await installCommunityPackage(workplace, prepared.packed, context);
	const [practice, n8n] = await context.progress.step('Starting n8n and the practice Nexudus', () =>
		runTogether(context, [
			(own) => startPractice(workplace, ports, own),
			(own) => startN8n(prepared.n8n, { workplace, ports }, own),
		]),
	);
	const client = await logInAsOwner(n8n.url);
	if (client) await addContents(client, workplace, practice);
	return { practice, n8n, client };
}
