import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples } from '../stand/examples.mjs';
import { Failure } from '../processes/failure.mjs';
import { Lock } from '../processes/lock.mjs';
import { OWNER } from '../stand/owner.mjs';
import { DATA_FOLDER, workplaceIn } from '../processes/paths.mjs';
import { choosePorts } from '../processes/ports.mjs';
import { ACCESS_TOKEN, PRACTICE_LOGIN } from '../stand/practice.mjs';
import { prepare } from '../stand/prepare.mjs';
import { endLeftover } from '../processes/runningProcess.mjs';
import { startSandbox } from '../stand/stand.mjs';
import { readState, writeState } from '../stand/state.mjs';

/** Later the same as last time, so that open windows go on working. */
const FIRST_WISHES = { n8n: 5678, nexudus: 5680, mail: 5681 };

const LOGIN = `  Email        ${OWNER.email}
  Password     ${OWNER.password}`;
const OWN_LOGIN = `  Log in with the email address and password that you have set yourself. This program cannot, so
  it added no new examples.`;

/**
 * Runs n8n and the practice Nexudus until the person stops them.
 * @param {import('../processes/context.mjs').Context} context
 * @param {import('./options.mjs').Options} options
 * @returns {Promise<number>}
 */
export async function runSession(context, options) {
	const workplace = workplaceIn(join(DATA_FOLDER, `n8n-${options.version}`));
	const lock = await takeOver(context);
	if (options.fresh) rmSync(workplace.folder, { recursive: true, force: true });
	const prepared = await prepare(context, options.version);
	const ports = await choosePorts({ ...FIRST_WISHES, ...readState(workplace).ports }, options.port);
	writeState(workplace, { ports });
	const sandbox = await startSandbox(context, { workplace, prepared, ports });
	lock.add({ url: sandbox.n8n.url });
	context.progress.say(welcome(sandbox));
	await untilStopped(context, [sandbox.n8n.service, sandbox.practice.service]);
	context.progress.say('\nStopping n8n and the practice Nexudus …');
	return 0;
}

/** Only one session at a time; what a crashed one left running ends first. */
async function takeOver({ cleanup }) {
	const lock = new Lock(join(DATA_FOLDER, 'start.lock'));
	const { holder, leftover } = lock.take();
	if (holder) throw alreadyRunning(holder);
	cleanup.add(() => lock.release());
	for (const { pid, script } of leftover?.services ?? []) await endLeftover(pid, script);
	const services = [];
	cleanup.watchServices(({ pid, script }) => {
		services.push({ pid, script });
		lock.add({ services });
	});
	return lock;
}

function alreadyRunning({ pid, url }) {
	if (!url) {
		return new Failure(
			`Another npm start is getting ready here (process ${pid}).`,
			'Wait for it, or stop it with Ctrl-C in its window.',
		);
	}
	return new Failure(
		`It is running already: ${url} (process ${pid}).`,
		`Open that address, or stop it with Ctrl-C in its window (or: kill ${pid}).`,
	);
}

async function untilStopped({ signal }, services) {
	const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
	const endings = services.map(async (service) => {
		await service.exit;
		if (!signal.aborted) throw service.failure('ended by itself');
	});
	await Promise.race([stopped, ...endings]);
}

function welcome({ n8n, practice, client }) {
	const examples = readExamples().map(({ workflow }) => `               ${workflow.name}`);
	return `
n8n is ready.

  Open         ${n8n.url}/home/workflows
${client ? LOGIN : OWN_LOGIN}

  Try first    Open 'List contacts with an AML match' and click 'Execute workflow'. Then publish
               'AML result to Slack' and click 'Give a match' on the page of the practice Nexudus:
               within about a minute the Slack message is there.

  Page         ${practice.url}
               What happens in the practice Nexudus, with the Slack messages and emails. Its people
               are made up, and nothing you do here reaches a real Nexudus.

  Workflows    ${examples.join('\n').trim()}

  Your own     Two Nexudus credentials can be added. For both the Base URL is ${practice.url}
               Access Token API         access token ${ACCESS_TOKEN}
               Email and Password API   ${PRACTICE_LOGIN.email}, password ${PRACTICE_LOGIN.password}
               A company to look for: Northlight Ltd. It has a virtual office and no contact yet.

Ctrl-C stops it. Your changes are kept; npm start -- --fresh begins anew.
`;
}
