import { isEmpty } from './comparison';
import type { Condition } from './conditions';
import { isMet } from './conditions';
import type { Field, NexudusRecord } from './field';

/** What is asked of a record, by one filter. */
export interface RowCondition {
	/** The fields that tell. */
	fields: readonly Field[];
	isMet: (record: NexudusRecord) => boolean;
	/** Whether the API may give a row that does not meet it: it is asked less exactly, or not at all. */
	mayCome: (record: NexudusRecord) => boolean;
}

/** Gives the condition that one of several holds. */
export function anyOf(alternatives: readonly Condition[]): RowCondition {
	return {
		fields: [...new Set(alternatives.map(({ field }) => field))],
		isMet: (record) =>
			alternatives.some((condition) => isMet(condition, record[condition.field.property])),
		mayCome: (record) => alternatives.some((condition) => mayBeGiven(condition, record)),
	};
}

function mayBeGiven({ field, mayCome: mayHold }: Condition, record: NexudusRecord): boolean {
	const value = record[field.property];
	return !isEmpty(value) && mayHold?.(value) === true;
}

/** Gives a condition of which the API is not told anything, so that it gives rows of any kind. */
export function unasked({ fields, isMet: isRowMet }: Omit<RowCondition, 'mayCome'>): RowCondition {
	return { fields, isMet: isRowMet, mayCome: () => true };
}

/** Tells whether a row meets every condition. */
export function meetsAll(conditions: readonly RowCondition[], record: NexudusRecord): boolean {
	return conditions.every((condition) => condition.isMet(record));
}

/** Tells whether the API may give a row by what it was asked, though it does not meet all. */
export function mayCome(conditions: readonly RowCondition[], record: NexudusRecord): boolean {
	return conditions.every((condition) => condition.isMet(record) || condition.mayCome(record));
}

/** Tells whether a condition looks at this field and at no other. */
export function looksOnlyAt({ fields }: RowCondition, field: Field): boolean {
	return fields.every((one) => one === field);
}

/** Tells whether a condition can be checked on a full record only. */
export function needsFullRecord({ fields }: RowCondition): boolean {
	return fields.some(({ leftOutOfLists }) => leftOutOfLists);
}

/** Tells whether some condition can be checked on a full record only. */
export function needsFullRecords(conditions: readonly RowCondition[]): boolean {
	return conditions.some(needsFullRecord);
}
