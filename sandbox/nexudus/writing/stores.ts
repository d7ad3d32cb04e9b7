import { DEFINITIONS, ENTITIES } from '../records/definitions';
import type { Entity, Field, StoredRecord, Value } from '../records/field';
import type { RecordTable } from '../records/table';
import { type Changed, EntityStore } from './entityStore';
import type { Stores } from './recordStore';
import { copiedBy } from './references';

export type AnyTables = Readonly<Record<Entity, RecordTable<StoredRecord>>>;

/** The stores over the tables of all entities; what a record's copies hold follows its changes. */
export function makeStores(tables: AnyTables, now: () => Date): Stores {
	const stores = ENTITIES.map((entity) => [
		entity,
		new EntityStore(DEFINITIONS[entity], tables[entity], tables, now, follow(tables, entity)),
	]);
	// Each table holds the records that its entity's fields describe.
	return Object.fromEntries(stores) as unknown as Stores;
}

/** Carries a change of one entity's record over to the copies that others hold of it. */
function follow(tables: AnyTables, entity: Entity): Changed {
	return (former, record) => {
		for (const { entity: other, fields } of Object.values(DEFINITIONS)) {
			for (const reference of fields.filter(({ refersTo }) => refersTo === entity)) {
				const changes = changedCopies(reference, fields, former, record);
				if (changes) carryOver(tables, other, reference, record.Id, changes);
			}
		}
	};
}

type Changes = Readonly<Record<string, Value>>;

function changedCopies(
	reference: Field,
	fields: readonly Field[],
	former: StoredRecord,
	record: StoredRecord,
): Changes | undefined {
	const changed = copiedBy(reference, fields).filter(
		({ source }) => former[source] !== record[source],
	);
	if (changed.length === 0) return undefined;
	return Object.fromEntries(
		changed.map(({ property, source }) => [property, record[source] ?? null]),
	);
}

function carryOver(
	tables: AnyTables,
	entity: Entity,
	{ property }: Field,
	id: number,
	changes: Changes,
): void {
	const table = tables[entity];
	for (const former of table.records().filter((record) => record[property] === id)) {
		const record = { ...former, ...changes };
		table.put(record);
		follow(tables, entity)(former, record);
	}
}
