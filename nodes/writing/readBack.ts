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
	look?: (record: NexudusRecord, id: number) => void,
): Promise<Map<number, NexudusRecord>> {
	const records = new Map<number, NexudusRecord>();
	if (finished.length === 0) return records;
	for (const [item, found] of await readOrFailures(finished, session, look)) {
		if (found instanceof Failure) session.hint(hintAtUnread(session, found));
		else records.set(item, found);
	}
	return records;
}

async function readOrFailures(
	finished: readonly Finished[],
	{ records }: Session,
	look?: (record: NexudusRecord, id: number) => void,
): Promise<Map<number, NexudusRecord | Failure>> {
	try {
		return await readForItems(records, finished, finished[0].persistence, look);
	} catch (error) {
		const failure = asFailure(error);
		return new Map(finished.map(({ item }) => [item, failure]));
	}
}

function hintAtUnread({ records: { type } }: Session, { details }: Failure): string {
	const unread = `Some ${type.labelPlural} were written but could not be read back, so the fields that were sent come out.`;
	return details.cause === 'credential-invalid'
		? `${unread} Reading them needs the role ${type.name}-Read.`
		: `${unread} Get loads them as they are now.`;
}
