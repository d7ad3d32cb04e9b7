import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { statusOf } from './httpStatus.mjs';
import { ROOT } from './paths.mjs';
import { Service } from './service.mjs';

const UP_WITHIN_MS = 60_000;
const TSX = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
const PROGRAM = { node: process.execPath, script: join(ROOT, 'sandbox', 'nexudus', 'main.ts') };

/** The token of the made-up administrator. */
export const ACCESS_TOKEN = 'sandbox-token';

/**
 * Starts the made-up Nexudus, and waits until it answers.
 * @param {import('./paths.mjs').Workplace} workplace
 * @param {number} port
 * @param {import('./context.mjs').Context} context
 * @returns {Promise<{ url: string, service: Service }>}
 */
export async function startNexudus(workplace, port, { cleanup, signal }) {
	const records = ['--records', 'sample', '--data-file', workplace.nexudusFile];
	const service = new Service(
		'The sandbox Nexudus',
		PROGRAM,
		['--port', String(port), ...records],
		{ cwd: ROOT, env: environment(), log: workplace.nexudusLog },
	);
	cleanup.addService(service);
	const url = `http://127.0.0.1:${port}`;
	const answers = async () => (await statusOf(`${url}/sandbox/state`)) === 200;
	await service.waitUntilUp(answers, { signal, limit: UP_WITHIN_MS });
	return { url, service };
}

/** Through NODE_OPTIONS tsx is part of the one process that gets the signals. */
function environment() {
	return { ...process.env, NODE_OPTIONS: `--import ${TSX}`, TSX_DISABLE_CACHE: '1' };
}

/**
 * The contact records as the sandbox holds them.
 * @param {string} url
 * @returns {Promise<Array<Record<string, unknown>>>}
 */
export async function readContacts(url) {
	return (await fetch(`${url}/sandbox/contacts`)).json();
}
