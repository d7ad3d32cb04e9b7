import { Accounts } from './accounts';
import { Api } from './api';
import { type Assumptions, DOCUMENTED } from './assumptions';
import { DataFile } from './dataFile';
import { Database } from './database';
import type { ExchangeState } from './exchange';
import { Faults } from './faults';
import type { NexudusOptions } from './options';
import type { ApiRoute } from './routes/apiRoute';
import { contractContactRoutes } from './routes/contractContactRoutes';
import { lookUpRoutes } from './routes/lookUpRoutes';
import { sampleRecords } from './sampleData';
import { ThrottleGate } from './throttle';
import { Tokens } from './tokens';
import { ContactStore } from './writing/contactStore';

/** What a practice Nexudus is put together from. */
export class Parts {
	readonly accounts = new Accounts();
	readonly assumptions: Assumptions;
	readonly contacts: ContactStore;
	readonly database: Database;
	readonly exchange: ExchangeState;
	readonly tokens: Tokens;
	private readonly dataFile: DataFile | undefined;
	private readonly now: () => Date;

	constructor(options: NexudusOptions) {
		this.now = options.now ?? (() => new Date());
		this.assumptions = { ...DOCUMENTED, ...options.assumptions };
		this.tokens = new Tokens(this.now);
		this.dataFile = options.dataFile === undefined ? undefined : new DataFile(options.dataFile);
		this.database = new Database(
			this.dataFile?.load() ?? sampleRecords(options.records ?? 'sample'),
		);
		this.database.contacts.onChange(() => this.saveSoon());
		this.contacts = this.makeContacts();
		this.exchange = {
			api: new Api(this.makeRoutes(), this.accounts, this.tokens, this.assumptions),
			faults: new Faults(),
			log: [],
			besides: [...(options.extraRoutes ?? [])],
			gate: options.throttle && new ThrottleGate(options.throttle),
			latency: options.latency ?? 0,
		};
	}

	save(): void {
		this.dataFile?.save(this.database.snapshot());
	}

	private saveSoon(): void {
		this.dataFile?.saveSoon(() => this.database.snapshot());
	}

	private makeContacts(): ContactStore {
		const { contacts, lookUps } = this.database;
		const [{ Id }] = lookUps.CoworkerContract.records();
		return new ContactStore(contacts, lookUps, Id, this.now);
	}

	private makeRoutes(): ApiRoute[] {
		const { assumptions, contacts, database, now } = this;
		const { contacts: table, lookUps } = database;
		return [
			...contractContactRoutes({ table, contacts, references: lookUps, assumptions, now }),
			...lookUpRoutes(lookUps, assumptions),
		];
	}
}
