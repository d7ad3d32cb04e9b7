import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { statusOf } from '../processes/httpStatus.mjs';
import { Service } from '../processes/service.mjs';

const UP_WITHIN_MS = 180_000;
const HOST = '127.0.0.1';

/**
 * @typedef {object} Place where n8n runs
 * @property {import('../processes/paths.mjs').Workplace} workplace
 * @property {import('../processes/ports.mjs').Ports} ports
 * @property {Record<string, string>} [settings] environment variables of n8n beyond those that it needs here
 * @property {'start' | 'worker'} [command] what n8n is to be; default the server
 */

/** Nothing from outside, and nothing on the screen but the person's own work. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/**
 * Starts the server, and waits until it answers.
 * @param {import('../n8n/locateN8n.mjs').N8nInstall} install
 * @param {Place} place
 * @param {import('../processes/context.mjs').Context} context
 * @returns {Promise<{ url: string, service: Service }>}
 */
export async function startN8n(install, place, context) {
	const n8n = launchN8n(install, place, context);
	await untilUp(n8n, context);
	return n8n;
}

/**
 * Starts the server, and waits for nothing.
 * @param {import('../n8n/locateN8n.mjs').N8nInstall} install
 * @param {Place} place
 * @param {import('../processes/context.mjs').Context} context
 * @returns {{ url: string, service: Service }}
 */
export function launchN8n(install, { workplace, ports, settings, command = 'start' }, context) {
	const env = {
		...environment(install, workplace),
		...settings,
		N8N_PORT: String(ports.n8n),
		N8N_RUNNERS_BROKER_PORT: String(ports.broker),
	};
	const options = { cwd: workplace.folder, env, log: workplace.n8nLog };
	const service = new Service('n8n', install, [command], options);
	context.cleanup.addService(service);
	return { url: `http://${HOST}:${ports.n8n}`, service };
}

/**
 * Waits until a launched server answers.
 * @param {{ url: string, service: Service }} n8n
 * @param {import('../processes/context.mjs').Context} context
 */
export async function untilUp({ url, service }, { signal }) {
	await service.waitUntilUp(() => answers(url), { signal, limit: UP_WITHIN_MS });
}

/** Readiness comes before the routes are there: those without them answer 404. */
async function answers(url) {
	if ((await statusOf(`${url}/healthz/readiness`)) !== 200) return false;
	return (await statusOf(`${url}/rest/login`)) !== 404;
}

/** Made from nothing, so that no variable of the person's own n8n or proxy gets in. */
function environment(install, { n8nFolder }) {
	const home = join(n8nFolder, 'home');
	const temporary = join(n8nFolder, 'tmp');
	for (const folder of [home, temporary]) mkdirSync(folder, { recursive: true });
	return {
		...fromSystem('SystemRoot', 'LANG'),
		PATH: [dirname(install.node), process.env.PATH].join(delimiter),
		HOME: home,
		USERPROFILE: home,
		TMPDIR: temporary,
		TEMP: temporary,
		TMP: temporary,
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		N8N_HOST: HOST,
		N8N_LISTEN_ADDRESS: HOST,
		N8N_SECURE_COOKIE: 'false',
		N8N_USER_FOLDER: n8nFolder,
		...QUIET,
	};
}

function fromSystem(...names) {
	const present = names.filter((name) => process.env[name] !== undefined);
	return Object.fromEntries(present.map((name) => [name, process.env[name]]));
}
