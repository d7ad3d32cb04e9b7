import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

const HOST = '127.0.0.1';

/**
 * @typedef {object} Ports
 * @property {number} n8n
 * @property {number} broker where n8n's own parts talk to each other
 * @property {number} nexudus
 * @property {number} mail
 */

/**
 * Free ports of this machine: the wished ones where they are free, else any.
 * @param {{ n8n?: number, nexudus?: number, mail?: number }} wishes
 * @param {number} [required] n8n's port, if it has to be this one
 * @returns {Promise<Ports>}
 */
export async function choosePorts(wishes, required) {
	const n8n = await openPort(required ?? wishes.n8n);
	const nexudus = await openPort(wishes.nexudus);
	const mail = await openPort(wishes.mail);
	const broker = await openPort();
	for (const { server } of [n8n, nexudus, mail, broker]) server.close();
	if (required !== undefined && n8n.port !== required) throw portFailure(required);
	return { n8n: n8n.port, nexudus: nexudus.port, mail: mail.port, broker: broker.port };
}

/**
 * Any free ports of this machine.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
	const open = [];
	while (open.length < count) open.push(await openPort());
	for (const { server } of open) server.close();
	return open.map(({ port }) => port);
}

/** Ports are held until all are chosen, so that none is chosen twice. */
async function openPort(wished = 0) {
	return (await tryPort(wished)) ?? (await tryPort(0));
}

function tryPort(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, HOST, () => resolve({ server, port: server.address().port }));
	});
}

function portFailure(port) {
	return new Failure(
		`Port ${port} cannot be used: another program has it, or the system does not allow it.`,
		'Leave out --port to take any free one, or give another number.',
	);
}
