import http from 'node:http';
import { exchange, type ExchangeState } from './exchange';
import { send } from './http/answer';
import type { NexudusOptions } from './options';
import { Parts } from './parts';
import type { PracticeNexudus } from './practiceNexudus';
import { controlRoutes } from './routes/controlRoutes';
import { ThrottleGate } from './throttle';
import { messageAnswer } from './writing/apiAnswers';

export type { NexudusOptions } from './options';
export type { PracticeNexudus } from './practiceNexudus';

/** Starts a practice Nexudus that behaves as the API's documents say, on 127.0.0.1. */
export async function startPracticeNexudus(options: NexudusOptions = {}): Promise<PracticeNexudus> {
	const parts = new Parts(options);
	const server = await listen(parts.exchange, options.port ?? 0);
	const nexudus = controlled(parts, server);
	parts.exchange.besides.push(...controlRoutes(nexudus));
	return nexudus;
}

function controlled(parts: Parts, server: http.Server): PracticeNexudus {
	const { accounts, assumptions, database, exchange: state, stores, tokens } = parts;
	const { tables } = database;
	return {
		url: urlOf(server),
		requests: state.log,
		stores,
		contacts: stores.ContractContact,
		assumptions,
		get contracts() {
			return tables.CoworkerContract.records();
		},
		get coworkers() {
			return tables.Coworker.records();
		},
		get countries() {
			return tables.Country.records();
		},
		get locations() {
			return tables.Business.records();
		},
		get plans() {
			return tables.Tariff.records();
		},
		clearRequests: () => state.log.splice(0),
		assume: (changes) => Object.assign(assumptions, changes),
		addUser: (user) => accounts.add(user),
		setRoles: (email, roles) => accounts.setRoles(email, roles),
		revokeTokens: () => tokens.revokeAll(),
		expireTokensAfter: (requests) => tokens.expireAfter(requests),
		fail: (fault) => state.faults.add(fault),
		clearFaults: () => state.faults.clear(),
		throttle: (rule) => {
			state.gate = rule && new ThrottleGate(rule);
		},
		setLatency: (milliseconds) => {
			state.latency = milliseconds;
		},
		close: async () => {
			await closeServer(server);
			parts.save();
		},
	};
}

async function listen(state: ExchangeState, port: number): Promise<http.Server> {
	const server = http.createServer((incoming, response) => {
		exchange(state, incoming, response).catch((error: unknown) => report(error, response));
	});
	// Longer than clients keep idle connections: none is closed under a request on its way.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return server;
}

/** A mistake of the sandbox or of who controls it; a client that went away hears nothing of it. */
function report(error: unknown, response: http.ServerResponse): void {
	if (response.headersSent || response.destroyed) return;
	send(response, messageAnswer(500, `The sandbox failed: ${String(error)}`));
}

function urlOf(server: http.Server): string {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return `http://127.0.0.1:${address.port}`;
}

async function closeServer(server: http.Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeAllConnections();
	await closed;
}
