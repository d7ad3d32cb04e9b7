import http from 'node:http';
import type { Roles, User } from './accounts';
import type { Assumptions } from './assumptions';
import { exchange, type ExchangeState } from './exchange';
import type { Fault } from './faults';
import { send } from './http/answer';
import type { RecordedRequest } from './http/requestLog';
import type { NexudusOptions } from './options';
import { Parts } from './parts';
import type { Country, Coworker, CoworkerContract } from './records/lookUps';
import { controlRoutes } from './routes/controlRoutes';
import { type Throttle, ThrottleGate } from './throttle';
import { messageAnswer } from './writing/apiAnswers';
import type { RecordStore } from './writing/contactStore';

export type { NexudusOptions } from './options';

export interface LocalNexudus {
	/** http://127.0.0.1:PORT */
	readonly url: string;
	/** Every request to the API, in order of arrival. */
	readonly requests: RecordedRequest[];
	clearRequests(): void;
	readonly contacts: RecordStore;
	readonly contracts: readonly CoworkerContract[];
	readonly coworkers: readonly Coworker[];
	readonly countries: readonly Country[];
	readonly assumptions: Readonly<Assumptions>;
	assume(changes: Partial<Assumptions>): void;
	addUser(user: User): void;
	/** Takes or gives roles; requests from then on go by the new ones. */
	setRoles(email: string, roles: Roles): void;
	/** Ends every token that the sign-in route issued; the users' static ones live on. */
	revokeTokens(): void;
	/** Each issued token stops working after so many uses; undefined lifts that. */
	expireTokensAfter(requests: number | undefined): void;
	fail(fault: Fault): void;
	clearFaults(): void;
	throttle(rule: Throttle | undefined): void;
	/** Milliseconds before each answer of the API. */
	setLatency(milliseconds: number): void;
	/** Ends open connections too, and saves the data file. */
	close(): Promise<void>;
}

/** Starts a local Nexudus that behaves as the API's documents say, on 127.0.0.1. */
export async function startNexudus(options: NexudusOptions = {}): Promise<LocalNexudus> {
	const parts = new Parts(options);
	const server = await listen(parts.exchange, options.port ?? 0);
	const nexudus = controlled(parts, server);
	parts.exchange.besides.push(...controlRoutes(nexudus));
	return nexudus;
}

function controlled(parts: Parts, server: http.Server): LocalNexudus {
	const { accounts, assumptions, contacts, database, exchange: state, tokens } = parts;
	return {
		url: urlOf(server),
		requests: state.log,
		contacts,
		assumptions,
		get contracts() {
			return database.lookUps.CoworkerContract.records();
		},
		get coworkers() {
			return database.lookUps.Coworker.records();
		},
		get countries() {
			return database.lookUps.Country.records();
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
