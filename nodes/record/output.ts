import { isEmpty } from './comparison';
import { customFieldValues } from './customFields';
import type { Field, Linked, NexudusRecord, RecordType } from './field';
import { fieldOf, lenderOf } from './field';

/** What comes out for each record. */
export type Output = (
	| { kind: 'simplified' }
	| { kind: 'raw' }
	| { kind: 'selected'; properties: readonly string[] }
) & {
	/** The record of another type that comes along: its number stands in its place until it is there. */
	linked?: Linked;
};

/** Brings one record into a form; made once for all records of a list. */
export type Shaper = (record: NexudusRecord) => NexudusRecord;

/** Gives the function that keeps these properties of a record, where it has them. */
export function keeperOf(properties: readonly string[]): Shaper {
	const kept = [...new Set(properties)];
	return (record) => {
		const short: NexudusRecord = {};
		for (const property of kept) if (property in record) short[property] = record[property];
		return short;
	};
}

/** Gives the function that brings records into the form that was asked for. */
export function shaperOf(type: RecordType, output: Output): Shaper {
	const shape = ownShaperOf(type, output);
	const { linked } = output;
	if (!linked) return shape;
	return (record) => ({ ...shape(record), [linked.as]: record[linked.property] });
}

function ownShaperOf(type: RecordType, output: Output): Shaper {
	switch (output.kind) {
		case 'raw':
			return (record) => record;
		case 'simplified':
			return simplifier(type);
		case 'selected':
			return selector(type, output.properties);
	}
}

/**
 * Gives the function that keeps of a record what the output is made from, and more properties.
 * Whole rows of a large table would take several times the memory of what comes out.
 */
export function trimmerOf(type: RecordType, output: Output, alsoKept: readonly string[]): Shaper {
	if (output.kind === 'raw') return (record) => record;
	return keeperOf(['Id', ...shownProperties(type, output), ...alsoKept]);
}

/** Gives the properties that an output is made from; none where it shows what happens to be there. */
export function shownProperties(type: RecordType, output: Output): string[] {
	const link = output.linked ? [output.linked.property] : [];
	if (output.kind === 'raw') return link;
	const shown = output.kind === 'selected' ? output.properties : simplifiedProperties(type);
	const lent = shown.flatMap((property) => lenderOf(type, property) ?? []);
	return [...shown, ...lent, ...link];
}

function simplifiedProperties({ simplified }: RecordType): string[] {
	return simplified.map(({ property }) => property);
}

/** Tells whether the output shows a property that list rows come without. */
export function showsLeftOutFields(type: RecordType, output: Output): boolean {
	if (output.kind !== 'selected') return false;
	return output.properties.some((property) => fieldOf(type, property).leftOutOfLists);
}

/** How one property comes out for people. */
interface Shown {
	field: Field;
	lender: string | undefined;
}

function shownOf(type: RecordType, properties: readonly string[]): Shown[] {
	return properties.map((property) => ({
		field: fieldOf(type, property),
		lender: lenderOf(type, property),
	}));
}

/** Gives a property's value for people: by its name, and lent by a linked record where it has none. */
function shownValue({ field, lender }: Shown, record: NexudusRecord): unknown {
	const own = record[field.property];
	if (field.holdsNamedValues) return customFieldValues(own);
	return named(field, lender && isEmpty(own) ? (record[lender] ?? null) : own);
}

function simplifier(type: RecordType): Shaper {
	const shown = shownOf(type, simplifiedProperties(type));
	return (record) => {
		const short: NexudusRecord = {};
		for (const one of shown) short[one.field.property] = shownValue(one, record) ?? null;
		return short;
	};
}

/** Gives an enumeration's value by the API's name, anything else as it is. */
export function named(field: Field, value: unknown): unknown {
	if (field.type !== 'enumeration' || isEmpty(value)) return value;
	return field.choices?.find((choice) => choice.value === Number(value))?.name ?? value;
}

function selector(type: RecordType, properties: readonly string[]): Shaper {
	const shown = shownOf(type, properties);
	return (record) => {
		const chosen: NexudusRecord = { Id: record.Id };
		for (const one of shown) {
			const { field, lender } = one;
			const isThere = field.property in record || (lender !== undefined && lender in record);
			if (isThere) chosen[field.property] = shownValue(one, record);
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
