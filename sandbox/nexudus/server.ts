import http from 'node:http';
import { Accounts, type Roles, type User } from './accounts';
import { Api } from './api';
import { type Assumptions, DOCUMENTED } from './assumptions';
import { DataFile } from './dataFile';
import { Database } from './database';
import { exchange, type ExchangeState } from './exchange';
import { type Fault, Faults } from './faults';
import type { RecordedRequest } from './http/requestLog';
import type { Route } from './http/route';
import type { Country, Coworker, CoworkerContract } from './records/lookUps';
import { contractContactRoutes } from './routes/contractContactRoutes';
import { controlRoutes } from './routes/controlRoutes';
import { lookUpRoutes } from './routes/lookUpRoutes';
import { sampleRecords, type RecordsWanted } from './sampleData';
import { type Throttle, ThrottleGate } from './throttle';
import { Tokens } from './tokens';
import { ContactStore, type RecordStore } from './writing/contactStore';

export interface NexudusOptions {
	/** Default 0, which is any free port; always on 127.0.0.1. */
	readonly port?: number;
	/** Default the sample; a number makes so many contacts, the same ones each time. */
	readonly records?: RecordsWanted;
	readonly assumptions?: Partial<Assumptions>;
	/** Milliseconds before each answer of the API, default 0. */
	readonly latency?: number;
	readonly throttle?: Throttle;
	/** Loaded at the start where it exists, saved shortly after changes and on close. */
	readonly dataFile?: string;
	/** The clock that the API stamps by. Throttle windows and the log go by the real one. */
	readonly now?: () => Date;
	/** Routes beside the API, tried before it; neither recorded, throttled nor faulted. */
	readonly extraRoutes?: readonly Route[];
}

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
	const now = options.now ?? (() => new Date());
	const dataFile = options.dataFile === undefined ? undefined : new DataFile(options.dataFile);
	const database = new Database(dataFile?.load() ?? sampleRecords(options.records ?? 'sample'));
	database.contacts.onChange(() => dataFile?.saveSoon(() => database.snapshot()));

	const assumptions: Assumptions = { ...DOCUMENTED, ...options.assumptions };
	const accounts = new Accounts();
	const tokens = new Tokens(now);
	const references = database.lookUps;
	const [firstContract] = database.lookUps.CoworkerContract.records();
	const contacts = new ContactStore(database.contacts, references, firstContract.Id, now);
	const routes = [
		...contractContactRoutes({ table: database.contacts, contacts, references, assumptions, now }),
		...lookUpRoutes(database.lookUps, assumptions),
	];
	const log: RecordedRequest[] = [];
	const besides: Route[] = [...(options.extraRoutes ?? [])];
	const faults = new Faults();
	const state: ExchangeState = {
		api: new Api(routes, accounts, tokens, assumptions),
		faults,
		log,
		besides,
		gate: options.throttle && new ThrottleGate(options.throttle),
		latency: options.latency ?? 0,
	};

	const server = await listen(state, options.port ?? 0);
	const nexudus: LocalNexudus = {
		url: urlOf(server),
		requests: log,
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
		clearRequests: () => log.splice(0),
		assume: (changes) => Object.assign(assumptions, changes),
		addUser: (user) => accounts.add(user),
		setRoles: (email, roles) => accounts.setRoles(email, roles),
		revokeTokens: () => tokens.revokeAll(),
		expireTokensAfter: (requests) => tokens.expireAfter(requests),
		fail: (fault) => faults.add(fault),
		clearFaults: () => faults.clear(),
		throttle: (rule) => {
			state.gate = rule && new ThrottleGate(rule);
		},
		setLatency: (milliseconds) => {
			state.latency = milliseconds;
		},
		close: async () => {
			await closeServer(server);
			dataFile?.save(database.snapshot());
		},
	};
	besides.push(...controlRoutes(nexudus));
	return nexudus;
}

async function listen(state: ExchangeState, port: number): Promise<http.Server> {
	const server = http.createServer((incoming, response) => {
		exchange(state, incoming, response).catch(() => response.socket?.destroy());
	});
	// Longer than clients keep idle connections: none is closed under a request on its way.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return server;
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
