import { DEFINITIONS, ENTITIES } from './records/definitions';
import type { StoredRecord } from './records/field';
import type { RecordSet } from './records/recordSet';
import { RecordTable } from './records/table';
import { sampleRecords } from './sampleData';
import { blankRecord } from './writing/blankRecord';
import { copiesFor, type References } from './writing/references';

/** Saved records; those of an earlier version lack collections and properties. */
export type SavedRecords = Partial<RecordSet> & Pick<RecordSet, 'contacts' | 'lastContactId'>;

/** Saved records with what they lack: collections of the sample, empty values and copies. */
export function completeRecords(saved: SavedRecords): RecordSet {
	const records = { ...sampleRecords('none'), ...saved };
	if (saved.plans && saved.locations) return records;
	const tables = ENTITIES.map((entity) => [
		entity,
		new RecordTable<StoredRecord>(records[DEFINITIONS[entity].collection]),
	]);
	const references = Object.fromEntries(tables) as References;
	const contracts = records.contracts.map((contract) => ({
		...complete(contract, references),
		...contract,
	}));
	// `complete` gives every property that the contracts' field table speaks of.
	return { ...records, contracts: contracts as unknown as RecordSet['contracts'] };
}

function complete(contract: StoredRecord, references: References): StoredRecord {
	const definition = DEFINITIONS.CoworkerContract;
	const blank = blankRecord(definition, contract.Id, references, new Date());
	const referring = definition.fields.filter(({ refersTo }) => refersTo);
	const whole = { ...blank, ...contract };
	return { ...whole, ...copiesFor(whole, definition.fields, referring, references) };
}
