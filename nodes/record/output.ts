import { isEmpty } from './comparison';
import type { Field, NexudusRecord, RecordType } from './field';
import { fieldOf } from './field';

/** What comes out for each record. */
export type Output =
	| { kind: 'simplified' }
	| { kind: 'raw' }
	| { kind: 'selected'; properties: readonly string[] };

/** Brings one record into a form; made once for all records of a list. */
export type Shaper = (record: NexudusRecord) => NexudusRecord;

/** Gives the function that brings records into the form that was asked for. */
export function shaperOf(type: RecordType, output: Output): Shaper {
	switch (output.kind) {
		case 'raw':
			return (record) => record;
		case 'simplified':
			return simplifier(type);
		case 'selected':
			return selector(output.properties);
	}
}

/**
 * Gives the function that keeps of a record what the output is made from, and one more property.
 * Whole rows of a large table would take several times the memory of what comes out.
 */
export function trimmerOf(type: RecordType, output: Output, alsoKept: string): Shaper {
	switch (output.kind) {
		case 'raw':
			return (record) => record;
		case 'simplified':
			return selector([...simplifiedSources(type), alsoKept]);
		case 'selected':
			return selector([...output.properties, alsoKept]);
	}
}

function simplifiedSources(type: RecordType): string[] {
	return type.simplified.flatMap(({ property, orElse }) =>
		orElse ? [property, orElse] : property,
	);
}

/** Tells whether the output shows a property that list rows come without. */
export function showsLeftOutFields(type: RecordType, output: Output): boolean {
	if (output.kind !== 'selected') return false;
	return output.properties.some((property) => fieldOf(type, property).leftOutOfLists);
}

function simplifier(type: RecordType): Shaper {
	const shown = type.simplified.map(({ property, orElse }) => ({
		field: fieldOf(type, property),
		orElse,
	}));
	return (record) => {
		const short: NexudusRecord = {};
		for (const { field, orElse } of shown) {
			const own = record[field.property];
			const value = orElse && isEmpty(own) ? record[orElse] : own;
			short[field.property] = named(field, value ?? null);
		}
		return short;
	};
}

/** Gives an enumeration's value by the API's name, anything else as it is. */
export function named(field: Field, value: unknown): unknown {
	if (field.type !== 'enumeration' || isEmpty(value)) return value;
	return field.choices?.find((choice) => choice.value === Number(value))?.name ?? value;
}

function selector(properties: readonly string[]): Shaper {
	return (record) => {
		const chosen: NexudusRecord = { Id: record.Id };
		for (const property of properties) {
			if (property in record) chosen[property] = record[property];
		}
		return chosen;
	};
}

/**
 * Gives the function that rids list rows of the keys that lists leave out (document "Search
 * ContractContacts", partial records): some servers leave them away, others send null, which would
 * read as "empty".
 */
export function unloadedRemover(type: RecordType): Shaper {
	const leftOut = type.fields
		.filter((field) => field.leftOutOfLists)
		.map(({ property }) => property);
	return (row) => {
		const unloaded = leftOut.filter((property) => property in row && isEmpty(row[property]));
		if (unloaded.length === 0) return row;
		return Object.fromEntries(Object.entries(row).filter(([name]) => !unloaded.includes(name)));
	};
}
