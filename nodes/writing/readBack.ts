import type { Session } from '../run/session';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import type { Finished } from './finished';

/**
 * Gives records as Nexudus has them after writing, by Id, read in batches. Those that can't be
 * read are absent: what was sent stands for them, and a hint says so.
 */
export async function readBack(
	finished: readonly Finished[],
	session: Session,
): Promise<Map<number, NexudusRecord>> {
	const records = new Map<number, NexudusRecord>();
	if (finished.length === 0) return records;
	const ids = new Set(finished.map(({ record }) => idOf(record)));
	for (const [id, found] of await readOrNothing([...ids], finished[0], session)) {
		if (!(found instanceof Failure)) records.set(id, found);
	}
	if (records.size < ids.size) session.hint(hintAtUnread(session));
	return records;
}

async function readOrNothing(
	ids: readonly number[],
	{ persistence }: Finished,
	{ records }: Session,
): Promise<Map<number, NexudusRecord | Failure>> {
	try {
		return await records.readMany(ids, persistence);
	} catch (error) {
		asFailure(error);
		return new Map();
	}
}

function hintAtUnread({ records: { type } }: Session): string {
	return `Some ${type.labelPlural} were written but could not be read back, so the fields that were sent come out. Reading them needs the role ${type.name}-Read.`;
}
