import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installCommunityPackage } from '../../sandbox/stand/communityPackage.mjs';
import { startN8n } from '../../sandbox/stand/n8n.mjs';
import { logInAsOwner } from '../../sandbox/stand/owner.mjs';
import { ROOT, workplaceIn } from '../../sandbox/processes/paths.mjs';
import { choosePorts } from '../../sandbox/processes/ports.mjs';

const FLOOR_FOLDER = join(ROOT, 'bench', 'product', 'floor');

/** One n8n with the package in it, beside a practice Nexudus. */
export class Stand {
	#context;
	#install;
	#workplace;
	#service;

	constructor(context, install, workplace, nexudus) {
		this.#context = context;
		this.#install = install;
		this.#workplace = workplace;
		this.nexudus = nexudus;
	}

	/**
	 * @param {import('../../sandbox/processes/context.mjs').Context} context
	 * @param {import('../../sandbox/stand/prepare.mjs').Prepared} prepared
	 * @param {import('./practiceNexudus.mjs').PracticeNexudus} nexudus
	 * @returns {Promise<Stand>}
	 */
	static async start(context, prepared, nexudus) {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-bench-'));
		context.cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
		const workplace = workplaceIn(folder);
		mkdirSync(workplace.n8nFolder, { recursive: true });
		await installCommunityPackage(workplace, prepared.packed, context);
		cpSync(FLOOR_FOLDER, join(workplace.n8nFolder, '.n8n', 'custom'), { recursive: true });
		const stand = new Stand(context, prepared.n8n, workplace, nexudus);
		await stand.restart();
		stand.credentials = await addCredentials(stand.client, nexudus);
		return stand;
	}

	/** Of n8n. */
	get pid() {
		return this.#service.pid;
	}

	get signal() {
		return this.#context.signal;
	}

	/** A new n8n process on the same data. */
	async restart() {
		await this.#service?.stop();
		const place = { workplace: this.#workplace, ports: await choosePorts({}) };
		const { url, service } = await startN8n(this.#install, place, this.#context);
		this.#service = service;
		this.client = await logInAsOwner(url);
	}
}

/** @returns {Promise<Record<string, { id: string, name: string }>>} what nodes sign in with, by type */
export async function addCredentials(client, { url, token }) {
	const contents = {
		nexudusApi: { accessToken: token, baseUrl: url },
		httpHeaderAuth: { name: 'Authorization', value: `Bearer ${token}` },
	};
	const credentials = {};
	for (const [type, data] of Object.entries(contents)) {
		const { id } = await client.post('/rest/credentials', { name: type, type, data });
		credentials[type] = { id, name: type };
	}
	return credentials;
}
