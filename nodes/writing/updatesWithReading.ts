import type { Outcomes } from '../execution/outcomes';
import type { Session } from '../execution/session';
import type { NexudusRecord } from '../record/field';
import { fieldOf } from '../record/field';
import { readBack } from './readBack';
import type { Update, Updated } from './updates';
import { writeUpdates } from './updates';

/** What one item's update left. */
export interface UpdatedItem {
	item: number;
	record: NexudusRecord;
}

/**
 * Writes many updates and gives the records as they are afterwards: as written, or read again
 * where that was asked for, or where a change of contract, coworker or country made Nexudus work
 * out other fields anew. Failures go to `outcomes`.
 */
export async function writeAndReadBack(
	updates: readonly Update[],
	session: Session,
	outcomes: Outcomes,
): Promise<UpdatedItem[]> {
	const finished: Array<{ update: Update; updated: Updated }> = [];
	await writeUpdates(updates, session, outcomes, (update, updated) => {
		finished.push({ update, updated });
	});
	const toRead = finished.filter(({ update, updated }) => needsReading(update, updated, session));
	const ids = toRead.map(({ update }) => update.id);
	const read = await readBack(ids, session, updates[0].persistence);
	return finished.map(({ update, updated }) => ({
		item: update.item,
		record: read.get(update.id) ?? updated.record,
	}));
}

function needsReading(update: Update, updated: Updated, session: Session): boolean {
	if (updated.written.length === 0) return false;
	if (update.reading === 'back') return true;
	return updated.written.some((property) => fieldOf(session.records.type, property).decidesOthers);
}
