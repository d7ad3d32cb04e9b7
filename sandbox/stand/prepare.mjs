import { homedir } from 'node:os';
import { installN8n, isN8nInstalled } from '../n8n/installN8n.mjs';
import { runTogether } from '../processes/context.mjs';
import { areInstalled, installDependencies } from './dependencies.mjs';
import { requireDiskSpace } from '../processes/diskSpace.mjs';
import { packPackage } from './package.mjs';
import { ROOT } from '../processes/paths.mjs';
import { preparing } from './preparing.mjs';

const N8N_MEGABYTES = 2_600;
const DEPENDENCIES_MEGABYTES = 700;
const RUNNING_MEGABYTES = 200;

/**
 * @typedef {object} Prepared
 * @property {import('../n8n/locateN8n.mjs').N8nInstall} n8n
 * @property {import('./package.mjs').PackedPackage} packed
 */

/**
 * Installs and builds what is missing or out of date; nothing of it the second time.
 * @param {import('../processes/context.mjs').Context} context
 * @param {string} version of n8n
 * @returns {Promise<Prepared>}
 */
export function prepare(context, version) {
	return preparing(context, async () => {
		requireEnoughSpace(version);
		const [n8n, packed] = await runTogether(context, [
			(own) => installN8n(version, own),
			async (own) => {
				await installDependencies(own);
				return packPackage(own);
			},
		]);
		return { n8n, packed };
	});
}

function requireEnoughSpace(version) {
	const n8n = isN8nInstalled(version) ? 0 : N8N_MEGABYTES;
	const dependencies = areInstalled() ? 0 : DEPENDENCIES_MEGABYTES;
	requireDiskSpace(ROOT, n8n + dependencies + RUNNING_MEGABYTES);
	requireDiskSpace(homedir(), n8n);
}
