import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { readExamples, withCredential } from './examples.mjs';
import { commandFailure } from './explanation.mjs';
import { readJsonFile, writeJsonFile } from './jsonFile.mjs';
import { runN8nCommand } from './n8n.mjs';
import { ACCESS_TOKEN } from './nexudus.mjs';

const CREDENTIAL = { id: 'nexudusSandbox01', name: 'Nexudus sandbox', type: 'nexudusApi' };

/**
 * @typedef {object} State what was set up in a user folder before
 * @property {string} [package] the fingerprint of the package in it
 * @property {string} [credentialUrl] where its credential points to
 * @property {string[]} [examples] the ids of the workflows put into it
 * @property {{ n8n: number, nexudus: number }} [ports]
 */

/**
 * Puts the package, the credential and the example workflows into n8n's user folder, each unless it
 * is there already: what the person changed since stays as it is.
 * @param {import('./n8n.mjs').N8n} n8n not running
 * @param {{ packed: import('./package.mjs').PackedPackage, nexudusUrl: string }} parts
 * @param {import('./context.mjs').Context} context
 */
export async function fillUserFolder(n8n, { packed, nexudusUrl }, context) {
	const { stateFile } = n8n.workplace;
	/** @type {State} */
	const state = readJsonFile(stateFile, {});
	const done = (more) => writeJsonFile(stateFile, Object.assign(state, more));
	if (state.package !== packed.fingerprint) {
		await placePackage(n8n.workplace, packed, context);
		done({ package: packed.fingerprint });
	}
	if (state.credentialUrl !== nexudusUrl) {
		await importCredential(n8n, nexudusUrl, context);
		done({ credentialUrl: nexudusUrl });
	}
	const known = state.examples ?? [];
	const examples = readExamples().filter(({ id }) => !known.includes(id));
	if (examples.length > 0) {
		await importWorkflows(n8n, examples, context);
		done({ examples: [...known, ...examples.map(({ id }) => id)] });
	}
}

/** As n8n itself would install it: unpacked below the folder of community nodes. */
async function placePackage({ n8nFolder }, { tarball }, { signal }) {
	const folder = join(n8nFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-nexudus');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const args = ['-xzf', tarball, '-C', folder, '--strip-components=1'];
	const { code, output } = await runCommand('tar', args, { cwd: n8nFolder, signal });
	if (code === 0) return;
	throw commandFailure(
		'Unpacking the package (tar)',
		output,
		'Make sure that the program tar is installed, then run npm start again.',
	);
}

function importCredential(n8n, baseUrl, context) {
	const credential = { ...CREDENTIAL, data: { accessToken: ACCESS_TOKEN, baseUrl } };
	return context.progress.step('Setting up n8n', () =>
		importInto(n8n, 'import:credentials', [credential], context),
	);
}

function importWorkflows(n8n, examples, context) {
	const workflows = examples.map((example) => withCredential(example, CREDENTIAL));
	return context.progress.step('Adding the example workflows', () =>
		importInto(n8n, 'import:workflow', workflows, context),
	);
}

async function importInto(n8n, command, records, context) {
	const file = join(n8n.workplace.folder, 'import.json');
	writeFileSync(file, JSON.stringify(records));
	try {
		await runN8nCommand(n8n, [command, `--input=${file}`], context);
	} finally {
		rmSync(file, { force: true });
	}
}
