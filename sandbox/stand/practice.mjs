import { join } from 'node:path';
import { Practice } from '../practice/practice.mjs';
import { statusOf } from '../processes/httpStatus.mjs';
import { ROOT, TSX } from '../processes/paths.mjs';
import { Service } from '../processes/service.mjs';

const UP_WITHIN_MS = 60_000;
const HOST = '127.0.0.1';
const PROGRAM = { node: process.execPath, script: join(ROOT, 'sandbox', 'main.ts') };

/** The token of the practice Nexudus's administrator. */
export const ACCESS_TOKEN = 'sandbox-token';

/** That administrator's log-in, for the second credential. */
export const PRACTICE_LOGIN = {
	email: 'operations@northlight-workspaces.example',
	password: 'sandbox',
};

/**
 * @typedef {object} Addresses
 * @property {string} url of the practice Nexudus, of its page and of its Slack
 * @property {number} mailPort
 */

/**
 * Starts the practice Nexudus with its Slack and mail server, and waits until it answers.
 * @param {import('../processes/paths.mjs').Workplace} workplace
 * @param {import('../processes/ports.mjs').Ports} ports
 * @param {import('../processes/context.mjs').Context} context
 * @param {'sample' | number} [records] how many contacts there are when it is new
 * @returns {Promise<Addresses & { service: Service }>}
 */
export async function startPractice(workplace, ports, { cleanup, signal }, records = 'sample') {
	const addresses = ['--port', String(ports.nexudus), '--mail-port', String(ports.mail)];
	const content = ['--records', String(records), '--data-file', workplace.nexudusFile];
	const options = { cwd: ROOT, env: environment(), log: workplace.practiceLog };
	const args = [...addresses, ...content];
	const service = new Service('The practice Nexudus', PROGRAM, args, options);
	cleanup.addService(service);
	const url = `http://${HOST}:${ports.nexudus}`;
	const answers = async () => (await statusOf(`${url}/sandbox/state`)) === 200;
	await service.waitUntilUp(answers, { signal, limit: UP_WITHIN_MS });
	return { url, mailPort: ports.mail, service };
}

/** Through NODE_OPTIONS tsx is part of the one process that gets the signals. */
function environment() {
	return { ...process.env, NODE_OPTIONS: `--import ${TSX}`, TSX_DISABLE_CACHE: '1' };
}

/**
 * @typedef {object} Holdings what the practice Nexudus holds
 * @property {Array<Record<string, any>>} contacts the records
 * @property {Array<Record<string, any>>} contracts likewise
 * @property {Array<{ text: string }>} slackMessages the newest first
 * @property {Array<{ from: string, to: string[], subject: string, text: string }>} emails likewise
 */

/**
 * @param {string} url
 * @returns {Promise<Holdings>}
 */
export async function readHoldings(url) {
	const practice = new Practice(url);
	const contacts = await practice.contacts();
	const contracts = await practice.records('contracts');
	const { slackMessages, emails } = await practice.messages();
	return { contacts, contracts, slackMessages, emails };
}
