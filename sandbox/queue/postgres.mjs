import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../processes/command.mjs';
import { commandFailure } from '../processes/explanation.mjs';
import { Failure } from '../processes/failure.mjs';
import { Service } from '../processes/service.mjs';

const HOST = '127.0.0.1';
const USER = 'n8n';
const UP_WITHIN_MS = 60_000;
const AS_POSTGRES = fileURLToPath(new URL('./asPostgres.sh', import.meta.url));
/** Debian keeps the server out of the way, each major version in a folder of its own. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/**
 * Starts PostgreSQL with an empty database in a folder of its own. It ends, and the folder goes, with
 * the context's cleanup.
 * @param {import('../processes/context.mjs').Context} context
 * @param {{ port: number, log: string }} options
 * @returns {Promise<Record<string, string>>} n8n's settings for it
 */
export async function startPostgres(context, { port, log }) {
	const binaries = binariesFolder();
	const folder = await run(context, ['mktemp', '-d', '-t', 'n8n-nodes-nexudus-postgres-XXXXXX']);
	context.cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
	const data = join(folder, 'data');
	const initdb = join(binaries, 'initdb');
	await run(context, [initdb, '-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync']);
	const service = new Service(
		'PostgreSQL',
		{ node: 'sh', script: AS_POSTGRES },
		[join(binaries, 'postgres'), '-D', data, ...serverOptions(port, folder)],
		{ cwd: folder, env: process.env, log },
	);
	context.cleanup.addService(service);
	const isReady = async () => {
		const args = ['-h', HOST, '-p', String(port)];
		const { code } = await runCommand(join(binaries, 'pg_isready'), args, {
			cwd: folder,
			signal: context.signal,
		});
		return code === 0;
	};
	await service.waitUntilUp(isReady, { signal: context.signal, limit: UP_WITHIN_MS });
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: HOST,
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: USER,
	};
}

/** On this machine only, and quick rather than safe from a power cut. */
function serverOptions(port, folder) {
	const socket = ['-k', folder];
	return ['-p', String(port), ...socket, '-c', `listen_addresses=${HOST}`, '-c', 'fsync=off'];
}

async function run({ signal }, command) {
	const { code, output } = await runCommand('sh', [AS_POSTGRES, ...command], { cwd: '/', signal });
	if (code === 0) return output.trim();
	throw commandFailure(
		`Setting up PostgreSQL (${command[0]})`,
		output,
		'Correct what the lines below say.',
	);
}

function binariesFolder() {
	const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	const folders = newestFirst.map((version) => join(DEBIAN_FOLDER, version, 'bin'));
	const found = folders.find((folder) => existsSync(join(folder, 'postgres')));
	if (found) return found;
	throw new Failure('PostgreSQL is not installed.', 'Run bash sandbox/queue/install.sh.');
}
