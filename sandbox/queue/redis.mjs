import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { runCommand } from '../processes/command.mjs';
import { Failure } from '../processes/failure.mjs';
import { Service } from '../processes/service.mjs';

const HOST = '127.0.0.1';
const UP_WITHIN_MS = 30_000;

/**
 * Starts an empty Redis that keeps nothing. It ends with the context's cleanup.
 * @param {import('../processes/context.mjs').Context} context
 * @param {{ port: number, log: string }} options its configuration lies beside the log
 * @returns {Promise<Record<string, string>>} n8n's settings for it
 */
export async function startRedis(context, { port, log }) {
	const { signal, cleanup } = context;
	const folder = dirname(log);
	const { code } = await runCommand('redis-server', ['--version'], { cwd: folder, signal });
	if (code !== 0)
		throw new Failure('Redis is not installed.', 'Run bash sandbox/queue/install.sh.');
	const configuration = join(folder, 'redis.conf');
	writeFileSync(configuration, `bind ${HOST}\nport ${port}\nsave ""\nappendonly no\n`);
	const program = { node: 'redis-server', script: configuration };
	const service = new Service('Redis', program, [], { cwd: folder, env: process.env, log });
	cleanup.addService(service);
	await service.waitUntilUp(() => answersPing(port), { signal, limit: UP_WITHIN_MS });
	return { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) };
}

async function answersPing(port) {
	const socket = connect(port, HOST);
	try {
		await once(socket, 'connect');
		socket.write('PING\r\n');
		const [answer] = await once(socket, 'data');
		return String(answer).startsWith('+PONG');
	} finally {
		socket.destroy();
	}
}
