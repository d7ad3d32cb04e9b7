import { createHash } from 'node:crypto';
import { isEmpty } from '../record/comparison';
import type { NexudusRecord, RecordType } from '../record/field';
import { instantOf } from '../record/moments';
import type { Watch } from '../record/watch';

const LENGTH = 10;

/**
 * Gives a short text that differs when a record has changed. Stamps show seconds, and two writes
 * may fall into one, so it covers every field of its own that a list row has. What the API copies
 * from a contract or coworker is left out: it may change while the record does not.
 */
export function versionOf(type: RecordType, watch: Watch, row: NexudusRecord): string {
	if (watch.sign.kind === 'appearance') return '';
	const own = type.fields.filter((field) => field.writable && !field.leftOutOfLists);
	const stamps = [watch.clock, ...watch.others].map((column) => instantOf(row[column]) ?? null);
	const values = [...own.map(propertyOf), 'UpdatedBy'].map((property) => held(row[property]));
	const digest = createHash('sha256')
		.update(JSON.stringify([stamps, values]))
		.digest('base64url');
	return digest.slice(0, LENGTH);
}

function held(value: unknown): unknown {
	return isEmpty(value) ? null : value;
}

function propertyOf(field: { property: string }): string {
	return field.property;
}
