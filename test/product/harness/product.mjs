import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from '../../../sandbox/processes/command.mjs';
import { lastLines } from '../../../sandbox/processes/excerpt.mjs';
import { launchN8n, untilUp } from '../../../sandbox/stand/n8n.mjs';
import { workplaceIn } from '../../../sandbox/processes/paths.mjs';
import { choosePorts } from '../../../sandbox/processes/ports.mjs';
import { startPractice } from '../../../sandbox/stand/practice.mjs';
import { startSandbox } from '../../../sandbox/stand/stand.mjs';
import { readState } from '../../../sandbox/stand/state.mjs';
import { Practice } from './practice.mjs';

/** A real n8n with the packed package in it, and the practice Nexudus that belongs to it alone. */
export class Product {
	#install;
	#place;
	#context;
	#n8n;

	constructor({ prepared, place, context, sandbox }) {
		this.#install = prepared.n8n;
		this.#place = place;
		this.#context = context;
		this.#n8n = sandbox.n8n;
		this.version = prepared.n8n.version;
		this.signal = context.signal;
		this.progress = context.progress;
		this.url = sandbox.n8n.url;
		this.client = sandbox.client;
		this.practice = new Practice(sandbox.practice.url);
		this.mailPort = sandbox.practice.mailPort;
	}

	/** How nodes refer to the access token of the practice Nexudus's administrator. */
	get accessToken() {
		const { nexudusApi } = readState(this.#place.workplace).credentials;
		return { nexudusApi: { id: nexudusApi.id, name: 'Practice Nexudus' } };
	}

	/** Ends n8n at once, as a crash does, and waits until the process is gone. */
	async killN8n() {
		const { service } = this.#n8n;
		service.kill();
		await service.exit;
	}

	/**
	 * Starts n8n again on what the one before it left, and waits until it answers.
	 * @param {Record<string, string>} [settings] environment variables of n8n
	 */
	async startN8nAgain(settings) {
		this.launchN8nAgain(settings);
		await untilUp(this.#n8n, this.#context);
	}

	/**
	 * The same, without waiting for it.
	 * @param {Record<string, string>} [settings] environment variables of n8n
	 */
	launchN8nAgain(settings) {
		this.#n8n = launchN8n(this.#install, { ...this.#place, settings }, this.#context);
	}

	/**
	 * Puts credentials or workflows into n8n with its own import command, beside the running server.
	 * They keep their ids, and workflows the states of their triggers; n8n's REST keeps neither.
	 * @param {'credentials' | 'workflow'} kind
	 * @param {object[]} entries
	 */
	async importIntoN8n(kind, entries) {
		const { n8nFolder } = this.#place.workplace;
		const file = join(n8nFolder, `${kind}.json`);
		writeFileSync(file, JSON.stringify(entries));
		const { node, script } = this.#install;
		const PATH = [dirname(node), process.env.PATH].join(delimiter);
		const { code, output } = await runCommand(node, [script, `import:${kind}`, `--input=${file}`], {
			cwd: n8nFolder,
			env: { PATH, HOME: n8nFolder, N8N_USER_FOLDER: n8nFolder, N8N_DIAGNOSTICS_ENABLED: 'false' },
			signal: this.signal,
		});
		if (code !== 0) throw new Error(`n8n import:${kind} ended with ${code}: ${output}`);
	}

	/**
	 * Starts one more practice Nexudus, which holds these records and lives until the end.
	 * @param {object} [records] as its data file has them; default its sample
	 * @returns {Promise<Practice>}
	 */
	async startPractice(records) {
		const workplace = temporaryWorkplace(this.#context);
		if (records) writeFileSync(workplace.nexudusFile, JSON.stringify(records));
		const { url } = await startPractice(workplace, await choosePorts({}), this.#context);
		return new Practice(url, workplace.nexudusFile);
	}

	/**
	 * @param {number} count
	 * @returns {string} the end of n8n's log
	 */
	logEnd(count) {
		return lastLines(readFileSync(this.#place.workplace.n8nLog, 'utf8'), count);
	}
}

/**
 * Starts a pinned n8n in a temporary folder. Everything ends and goes with the context's cleanup.
 * @param {import('../../../sandbox/processes/context.mjs').Context} context
 * @param {import('../../../sandbox/stand/prepare.mjs').Prepared} prepared
 * @returns {Promise<Product>}
 */
export async function startProduct(context, prepared) {
	const place = { workplace: temporaryWorkplace(context), ports: await choosePorts({}) };
	const sandbox = await startSandbox(context, { ...place, prepared });
	return new Product({ prepared, place, context, sandbox });
}

function temporaryWorkplace({ cleanup }) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-product-'));
	cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return workplaceIn(folder);
}
