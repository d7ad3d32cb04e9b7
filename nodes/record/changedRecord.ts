import { isEmpty, isSameValue } from './comparison';
import type { Changes, Field, NexudusRecord, RecordType } from './field';
import { fieldOf } from './field';
import { isBlank } from './text';

/** Gives the names of the changed properties whose new value differs from the record's. */
export function differences(type: RecordType, record: NexudusRecord, changes: Changes): string[] {
	return Object.keys(changes).filter(
		(property) => !isSameValue(fieldOf(type, property), record[property], changes[property]),
	);
}

/** Gives the whole record with the changes put onto it; everything else stays as it was read. */
export function merged(record: NexudusRecord, changes: Changes): NexudusRecord {
	return { ...record, ...changes };
}

/**
 * Gives the required fields that a record leaves empty. Contract contacts can't be saved without
 * them (documents "Create ContractContact", "Update ContractContact").
 */
export function missingRequired(type: RecordType, record: NexudusRecord): Field[] {
	return type.fields.filter(
		(field) => field.writable === 'required' && isMissing(field, record[field.property]),
	);
}

function isMissing(field: Field, value: unknown): boolean {
	if (isEmpty(value)) return true;
	if (field.type === 'reference') return Number(value) === 0;
	return typeof value === 'string' && isBlank(value);
}
