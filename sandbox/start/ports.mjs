import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

const HOST = '127.0.0.1';

/**
 * A free port of this machine: the wished one where it is free, else any.
 * @param {number} [wished]
 * @returns {Promise<number>}
 */
export async function freePort(wished = 0) {
	return (await tryPort(wished)) ?? (await tryPort(0));
}

/**
 * The port that the person asked for, or a readable refusal.
 * @param {number} port
 * @returns {Promise<number>}
 */
export async function requiredPort(port) {
	if ((await tryPort(port)) !== undefined) return port;
	throw new Failure(
		`Port ${port} cannot be used: another program has it, or the system does not allow it.`,
		'Leave out --port to take any free one, or give another number.',
	);
}

function tryPort(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, HOST, () => {
			const taken = server.address().port;
			server.close(() => resolve(taken));
		});
	});
}
