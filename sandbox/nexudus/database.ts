import { DEFINITIONS, ENTITIES } from './records/definitions';
import type { Entity, StoredRecord } from './records/field';
import type { Records, RecordSet } from './records/recordSet';
import { RecordTable } from './records/table';

export type Tables = { readonly [E in Entity]: RecordTable<Records[E]> };

/** The tables of a practice Nexudus. */
export class Database {
	readonly tables: Tables;

	constructor(records: RecordSet) {
		const tables = ENTITIES.map((entity) => [
			entity,
			new RecordTable<StoredRecord>(records[DEFINITIONS[entity].collection]),
		]);
		// A definition names the collection that holds the records of its entity.
		this.tables = Object.fromEntries(tables) as Tables;
		this.tables.ContractContact.reserveIds(records.lastContactId);
	}

	/** All records as they are now. */
	snapshot(): RecordSet {
		const { tables } = this;
		return {
			contacts: tables.ContractContact.records(),
			contracts: tables.CoworkerContract.records(),
			coworkers: tables.Coworker.records(),
			countries: tables.Country.records(),
			locations: tables.Business.records(),
			plans: tables.Tariff.records(),
			lastContactId: tables.ContractContact.lastId,
		};
	}

	onChange(listener: () => void): void {
		for (const table of Object.values(this.tables)) table.onChange(listener);
	}
}
