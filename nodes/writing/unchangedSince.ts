import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import type { Moment } from '../record/moments';
import { instantOf } from '../record/moments';

/**
 * Throws a Failure where a record was changed after the moment that the user last saw, unless
 * that change is this execution's own (`ownUpdatedOn`, as the API answered it). Some answers give
 * the stamp without its fraction of a second, so a moment without one means the whole second.
 */
export function refuseIfChangedSince(
	record: NexudusRecord,
	since: Moment | undefined,
	ownUpdatedOn: unknown,
): void {
	if (!since) return;
	const updatedOn = instantOf(record.UpdatedOn);
	if (updatedOn === undefined || updatedOn <= since.instant) return;
	if (since.instant % 1000 === 0 && updatedOn < since.instant + 1000) return;
	if (instantOf(ownUpdatedOn) === updatedOn) return;
	throw new Failure(
		`Contract contact ${idOf(record)} was changed after the time in 'Only If Unchanged Since'`,
		{
			description: `Nexudus says it was last updated on ${String(record.UpdatedOn)}. It was left as it is. Load the contact again and decide with its current values.`,
		},
	);
}
