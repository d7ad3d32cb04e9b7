import type { ContractContact } from './records/contractContact';
import type { RecordSet } from './records/recordSet';
import { RecordTable } from './records/table';
import type { LookUpTables } from './routes/lookUpRoutes';

/** The tables of a practice Nexudus. */
export class Database {
	readonly contacts: RecordTable<ContractContact>;
	readonly lookUps: LookUpTables;

	constructor(records: RecordSet) {
		this.contacts = new RecordTable(records.contacts);
		this.contacts.reserveIds(records.lastContactId);
		this.lookUps = {
			CoworkerContract: new RecordTable(records.contracts),
			Coworker: new RecordTable(records.coworkers),
			Country: new RecordTable(records.countries),
		};
	}

	/** All records as they are now. */
	snapshot(): RecordSet {
		return {
			contacts: this.contacts.records(),
			contracts: this.lookUps.CoworkerContract.records(),
			coworkers: this.lookUps.Coworker.records(),
			countries: this.lookUps.Country.records(),
			lastContactId: this.contacts.lastId,
		};
	}
}
