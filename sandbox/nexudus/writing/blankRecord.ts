import { randomUUID } from 'node:crypto';
import { stamp } from '../records/dateTime';
import type { Definition } from '../records/definition';
import type { Field, StoredRecord, Value } from '../records/field';
import type { References } from './references';

/** A new record of an entity: empty values, stamps, and the first record of each kind needed. */
export function blankRecord(
	{ fields, start }: Definition,
	id: number,
	references: References,
	now: Date,
): StoredRecord {
	const kept = fields.filter(({ optional }) => !optional);
	const values = kept.map((field) => [field.property, emptyValue(field, references, now)]);
	return { ...Object.fromEntries(values), ...start(id), UniqueId: randomUUID(), Id: id };
}

function emptyValue({ filled, kind, refersTo }: Field, references: References, now: Date): Value {
	if (!filled) return null;
	if (refersTo) return references[refersTo].firstId ?? 0;
	switch (kind) {
		case 'dateTime':
			return stamp(now);
		case 'boolean':
			return false;
		case 'text':
			return '';
		default:
			return 0;
	}
}
