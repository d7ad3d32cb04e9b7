import { Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf, recordNamed } from '../record/field';
import type { Moment } from '../record/moments';
import { instantOf } from '../record/moments';

/**
 * Tells whether a record was changed after the moment that the user last saw, unless that change is
 * this execution's own (`ownUpdatedOn`, as the API answered it). Some answers give the stamp
 * without its fraction of a second, so a moment without one means the whole second.
 */
export function isChangedSince(
	record: NexudusRecord,
	since: Moment | undefined,
	ownUpdatedOn: unknown,
): boolean {
	if (!since) return false;
	const updatedOn = instantOf(record.UpdatedOn);
	if (updatedOn === undefined || updatedOn <= since.instant) return false;
	if (since.instant % 1000 === 0 && updatedOn < since.instant + 1000) return false;
	return instantOf(ownUpdatedOn) !== updatedOn;
}

/** Gives the failure of an item whose record was changed since. */
export function changedSinceFailure(type: RecordType, record: NexudusRecord): Failure {
	return new Failure(
		`${recordNamed(type, idOf(record))} was changed after the time in 'Only If Unchanged Since'`,
		{
			description: `Nexudus says it was last updated on ${String(record.UpdatedOn)}. It was left as it is. Load the ${type.noun} again and decide with its current values.`,
		},
	);
}
