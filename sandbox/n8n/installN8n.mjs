import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../processes/command.mjs';
import { commandFailure } from '../processes/explanation.mjs';
import { Failure } from '../processes/failure.mjs';
import { fingerprint } from '../processes/fingerprint.mjs';
import { RETRY_SOON, runNpm } from '../processes/npm.mjs';
import { locateN8n, pinnedNodeMajor } from './locateN8n.mjs';
import { PnpmProgress, pnpmErrors } from './pnpmProgress.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const PNPM_FOLDER = join(HERE, 'pnpm');
const PNPM_SCRIPT = join(PNPM_FOLDER, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
const INPUTS = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'];
const ADVICE = 'Delete the folder sandbox/n8n/*/node_modules, then run npm start again.';

/**
 * Whether a pinned n8n is installed, as its lockfile says.
 * @param {string} version
 * @returns {boolean}
 */
export function isN8nInstalled(version) {
	const { folder, script } = locateN8n(version);
	const record = recordOf(folder);
	return (
		existsSync(script) && existsSync(record) && readFileSync(record, 'utf8') === inputs(version)
	);
}

/**
 * Installs a pinned n8n, unless it is there already.
 * @param {string} version
 * @param {import('../processes/context.mjs').Context} context
 * @returns {Promise<import('./locateN8n.mjs').N8nInstall>}
 */
export async function installN8n(version, context) {
	if (!isN8nInstalled(version)) {
		await context.progress.step(`Installing n8n ${version}`, async (note) => {
			await installPnpm(context);
			await installWithPnpm(version, context, note);
		});
	}
	const install = locateN8n(version);
	requireNode(install);
	return install;
}

async function installPnpm({ signal }) {
	if (pnpmVersion('node_modules/pnpm/package.json') === pnpmVersion('package.json')) return;
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...RETRY_SOON];
	const { code, output } = await runNpm(args, { cwd: PNPM_FOLDER, signal });
	if (code !== 0) throw commandFailure('Installing pnpm', output, ADVICE);
}

function pnpmVersion(path) {
	const file = join(PNPM_FOLDER, path);
	if (!existsSync(file)) return undefined;
	const { version, dependencies } = JSON.parse(readFileSync(file, 'utf8'));
	return version ?? dependencies.pnpm;
}

async function installWithPnpm(version, { signal }, note) {
	const { folder } = locateN8n(version);
	const reports = new PnpmProgress();
	const onLine = (line) => {
		const text = reports.read(line);
		if (text !== undefined) note(text);
	};
	const flags = ['--frozen-lockfile', '--ignore-scripts', '--reporter=ndjson', ...RETRY_SOON];
	const args = [PNPM_SCRIPT, 'install', ...flags];
	const { code, output } = await runCommand(process.execPath, args, {
		cwd: folder,
		signal,
		onLine,
	});
	if (code !== 0) throw commandFailure(`Installing n8n ${version}`, pnpmErrors(output), ADVICE);
	writeFileSync(recordOf(folder), inputs(version));
}

function recordOf(folder) {
	return join(folder, 'node_modules', '.fingerprint');
}

function inputs(version) {
	const files = [...INPUTS.map((name) => join(version, name)), 'sqlite3'];
	return fingerprint(HERE, files, [process.platform, process.arch]);
}

function requireNode(install) {
	const major = pinnedNodeMajor(install);
	if (install.node !== process.execPath) return;
	if (Number(process.versions.node.split('.')[0]) === major) return;
	throw new Failure(
		`n8n ${install.version} needs Node.js ${major}, and npm has none for this kind of machine.`,
		`Install Node.js ${major} from https://nodejs.org, then run npm start again.`,
	);
}
