import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from './command.mjs';
import { commandFailure } from './explanation.mjs';
import { statusOf } from './httpStatus.mjs';
import { Service } from './service.mjs';

const UP_WITHIN_MS = 180_000;
const HOST = '127.0.0.1';

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
 * @typedef {object} N8n one n8n with a user folder of its own
 * @property {import('../n8n/locateN8n.mjs').N8nInstall} install
 * @property {import('./paths.mjs').Workplace} workplace
 */

/**
 * Runs a command of n8n's command line program, beside no running server.
 * @param {N8n} n8n
 * @param {string[]} args
 * @param {import('./context.mjs').Context} context
 */
export async function runN8nCommand({ install, workplace }, args, { signal }) {
	const { code, output } = await runCommand(install.node, [install.script, ...args], {
		cwd: workplace.folder,
		env: environment(install, workplace),
		signal,
	});
	if (code === 0) return;
	throw commandFailure(
		`Setting up n8n (n8n ${args[0]})`,
		output,
		'Run npm start -- --fresh to begin anew.',
	);
}

/**
 * Starts the server, and waits until it answers.
 * @param {N8n} n8n
 * @param {{ port: number, brokerPort: number }} ports
 * @param {import('./context.mjs').Context} context
 * @returns {Promise<{ url: string, service: Service }>}
 */
export async function startN8n({ install, workplace }, { port, brokerPort }, context) {
	const env = {
		...environment(install, workplace),
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	};
	const options = { cwd: workplace.folder, env, log: workplace.n8nLog };
	const service = new Service('n8n', install, ['start'], options);
	context.cleanup.addService(service);
	const url = `http://${HOST}:${port}`;
	const { signal } = context;
	await service.waitUntilUp(() => answers(url), { signal, limit: UP_WITHIN_MS });
	return { url, service };
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
