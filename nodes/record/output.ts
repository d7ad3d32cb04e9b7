import { isEmpty } from './comparison';
import type { Field, NexudusRecord, RecordType } from './field';
import { fieldOf } from './field';

/** What comes out for each record. */
export type Output =
	| { kind: 'simplified' }
	| { kind: 'raw' }
	| { kind: 'selected'; properties: readonly string[] };

/** Gives a record in the form that was asked for. */
export function shaped(type: RecordType, record: NexudusRecord, output: Output): NexudusRecord {
	switch (output.kind) {
		case 'raw':
			return record;
		case 'simplified':
			return simplified(type, record);
		case 'selected':
			return selected(record, output.properties);
	}
}

/** Tells whether the output shows a property that list rows come without. */
export function showsLeftOutFields(type: RecordType, output: Output): boolean {
	if (output.kind !== 'selected') return false;
	return output.properties.some((property) => fieldOf(type, property).leftOutOfLists);
}

function simplified(type: RecordType, record: NexudusRecord): NexudusRecord {
	const short: NexudusRecord = {};
	for (const { property, orElse } of type.simplified) {
		const value = record[property];
		const shown = orElse && isEmpty(value) ? record[orElse] : value;
		short[property] = named(fieldOf(type, property), shown ?? null);
	}
	return short;
}

/** Gives an enumeration's value by the API's name, anything else as it is. */
export function named(field: Field, value: unknown): unknown {
	if (field.type !== 'enumeration' || isEmpty(value)) return value;
	return field.choices?.find((choice) => choice.value === Number(value))?.name ?? value;
}

function selected(record: NexudusRecord, properties: readonly string[]): NexudusRecord {
	const chosen: NexudusRecord = { Id: record.Id };
	for (const property of properties) {
		if (property in record) chosen[property] = record[property];
	}
	return chosen;
}

/**
 * Gives a list row without the keys that lists leave out (document "Search ContractContacts",
 * partial records): some servers leave them away, others send null, which would read as "empty".
 */
export function withoutUnloaded(type: RecordType, row: NexudusRecord): NexudusRecord {
	const unloaded = type.fields.filter(
		(field) => field.leftOutOfLists && field.property in row && isEmpty(row[field.property]),
	);
	if (unloaded.length === 0) return row;
	const loaded = { ...row };
	for (const field of unloaded) delete loaded[field.property];
	return loaded;
}
