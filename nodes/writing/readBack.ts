import { readForItems } from '../reading/readForItems';
import type { Session } from '../run/session';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import type { Finished } from './finished';

/**
 * Gives what comes out of records as Nexudus has them after writing, by item, read in batches.
 * Those that can't be read are absent: what was sent stands for them, and a hint says so.
 */
export async function readBack(
	finished: readonly Finished[],
	session: Session,
): Promise<Map<number, NexudusRecord>> {
	const records = new Map<number, NexudusRecord>();
	if (finished.length === 0) return records;
	for (const [item, found] of await readOrNothing(finished, session)) {
		if (!(found instanceof Failure)) records.set(item, found);
	}
	if (records.size < finished.length) session.hint(hintAtUnread(session));
	return records;
}

async function readOrNothing(
	finished: readonly Finished[],
	{ records }: Session,
): Promise<Map<number, NexudusRecord | Failure>> {
	try {
		return await readForItems(records, finished, finished[0].persistence);
	} catch (error) {
		asFailure(error);
		return new Map();
	}
}

function hintAtUnread({ records: { type } }: Session): string {
	return `Some ${type.labelPlural} were written but could not be read back, so the fields that were sent come out. Reading them needs the role ${type.name}-Read.`;
}
