import { isEmpty, isMissing, isSameValue } from './comparison';
import type { Changes, Field, NexudusRecord, RecordType } from './field';
import { fieldOf, lenderOf } from './field';

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
 * Gives the changes less those that give an empty property what the record already shows for it,
 * lent by a record that it is linked to: output that is fed back must not copy the linked one's
 * name or email. Where the link itself changes, all changes stand.
 */
export function ownChanges(type: RecordType, record: NexudusRecord, changes: Changes): Changes {
	const isLent = ([property, wanted]: [string, unknown]): boolean => {
		const lender = lenderOf(type, property);
		if (lender === undefined || isEmpty(wanted)) return false;
		if (!isMissing(fieldOf(type, property), record[property])) return false;
		if (isRelinked(type, record, changes, lender)) return false;
		return String(record[lender] ?? '').trim() === String(wanted).trim();
	};
	return Object.fromEntries(Object.entries(changes).filter((change) => !isLent(change)));
}

/** Nexudus names what a record shows of a linked one after the reference: CoworkerEmail, CoworkerId. */
function isRelinked(
	type: RecordType,
	record: NexudusRecord,
	changes: Changes,
	lender: string,
): boolean {
	return differences(type, record, changes).some(
		(property) =>
			fieldOf(type, property).type === 'reference' &&
			lender.startsWith(property.replace(/Id$/, '')),
	);
}

/** Gives values for those required fields that a record leaves empty. */
export function fillings(type: RecordType, record: NexudusRecord, values: Changes): Changes {
	const empty = missingRequired(type, record).map(({ property }) => property);
	return Object.fromEntries(
		Object.entries(values).filter(([property]) => empty.includes(property)),
	);
}

/**
 * Gives the required fields that a record leaves empty. It can't be saved without them (documents
 * "Create ContractContact", "Update ContractContact").
 */
export function missingRequired(type: RecordType, record: NexudusRecord): Field[] {
	return type.fields.filter(
		(field) => field.writable === 'required' && isMissing(field, record[field.property]),
	);
}
