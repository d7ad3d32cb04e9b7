import { Accounts } from './accounts';
import { Api } from './api';
import { type Assumptions, DOCUMENTED } from './assumptions';
import { DataFile } from './dataFile';
import { Database } from './database';
import type { ExchangeState } from './exchange';
import { Faults } from './faults';
import type { NexudusOptions } from './options';
import type { ApiRoute } from './routes/apiRoute';
import { DEFINITIONS, ENTITIES } from './records/definitions';
import { entityRoutes } from './routes/entityRoutes';
import { sampleRecords } from './sampleData';
import { completeRecords } from './savedRecords';
import { SecondFactor } from './secondFactor';
import { ThrottleGate } from './throttle';
import { Tokens } from './tokens';
import type { Stores } from './writing/recordStore';
import { makeStores } from './writing/stores';

/** What a practice Nexudus is put together from. */
export class Parts {
	readonly accounts = new Accounts();
	readonly assumptions: Assumptions;
	readonly database: Database;
	readonly exchange: ExchangeState;
	readonly stores: Stores;
	readonly tokens: Tokens;
	private readonly dataFile: DataFile | undefined;
	private readonly now: () => Date;

	constructor(options: NexudusOptions) {
		this.now = options.now ?? (() => new Date());
		this.assumptions = { ...DOCUMENTED, ...options.assumptions };
		this.tokens = new Tokens(this.now);
		this.dataFile = options.dataFile === undefined ? undefined : new DataFile(options.dataFile);
		const saved = this.dataFile?.load();
		this.database = new Database(
			saved ? completeRecords(saved) : sampleRecords(options.records ?? 'sample'),
		);
		this.database.onChange(() => this.saveSoon());
		this.stores = makeStores(this.database.tables, this.now);
		this.exchange = {
			api: this.makeApi(),
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

	private makeApi(): Api {
		const { accounts, assumptions, now, tokens } = this;
		const secondFactor = new SecondFactor(now);
		return new Api(this.makeRoutes(), { accounts, assumptions, secondFactor, tokens });
	}

	private makeRoutes(): ApiRoute[] {
		const { assumptions, now, stores } = this;
		const { tables } = this.database;
		return ENTITIES.flatMap((entity) =>
			entityRoutes({
				definition: DEFINITIONS[entity],
				table: tables[entity],
				store: stores[entity],
				references: tables,
				assumptions,
				now,
			}),
		);
	}
}
