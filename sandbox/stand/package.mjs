import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandFailure } from '../processes/explanation.mjs';
import { fingerprint } from '../processes/fingerprint.mjs';
import { readJsonFile, writeJsonFile } from '../processes/jsonFile.mjs';
import { runNpm } from '../processes/npm.mjs';
import { DATA_FOLDER, ROOT } from '../processes/paths.mjs';

const SOURCES = [
	'nodes',
	'credentials',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
	'LICENSE',
];
const PACKAGE_FOLDER = join(DATA_FOLDER, 'package');
const RECORD = join(PACKAGE_FOLDER, 'package.json');

/**
 * @typedef {object} PackedPackage
 * @property {string} tarball
 * @property {string} fingerprint of what it was made from
 */

/**
 * Builds and packs the package, unless it was made from the very same sources before.
 * @param {import('../processes/context.mjs').Context} context
 * @returns {Promise<PackedPackage>}
 */
export async function packPackage(context) {
	const sources = fingerprint(ROOT, SOURCES);
	const before = readJsonFile(RECORD, undefined);
	if (before?.fingerprint === sources && existsSync(before.tarball)) return before;
	rmSync(PACKAGE_FOLDER, { recursive: true, force: true });
	mkdirSync(PACKAGE_FOLDER, { recursive: true });
	await context.progress.step('Building the package', async () => {
		await npm(context, ['run', 'build'], 'Building the package (npm run build)');
		const pack = ['pack', '--ignore-scripts', '--pack-destination', PACKAGE_FOLDER];
		await npm(context, pack, 'Packing the package (npm pack)');
	});
	const name = readdirSync(PACKAGE_FOLDER).find((file) => file.endsWith('.tgz'));
	const packed = { tarball: join(PACKAGE_FOLDER, name), fingerprint: sources };
	writeJsonFile(RECORD, packed);
	return packed;
}

async function npm({ signal }, args, what) {
	const { code, output } = await runNpm(args, { cwd: ROOT, signal });
	if (code === 0) return;
	throw commandFailure(what, output, 'Correct what the lines below say, then run npm start again.');
}
