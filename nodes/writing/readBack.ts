import type { Session } from '../execution/session';
import type { Persistence } from '../nexudus/client';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';

/**
 * Gives records as Nexudus has them after writing, by Id, read in batches. Those that can't be
 * read are absent: what was sent stands for them, and a hint says so.
 */
export async function readBack(
	ids: readonly number[],
	session: Session,
	persistence: Persistence,
): Promise<Map<number, NexudusRecord>> {
	const records = new Map<number, NexudusRecord>();
	if (ids.length === 0) return records;
	for (const [id, found] of await readOrFailures(ids, session, persistence)) {
		if (!(found instanceof Failure)) records.set(id, found);
	}
	if (records.size < new Set(ids).size) {
		session.hint(
			'Some contacts were written but could not be read back, so the fields that were sent come out. Reading them needs the role ContractContact-Read.',
		);
	}
	return records;
}

async function readOrFailures(
	ids: readonly number[],
	session: Session,
	persistence: Persistence,
): Promise<Map<number, NexudusRecord | Failure>> {
	try {
		return await session.records.readMany([...new Set(ids)], persistence);
	} catch (error) {
		asFailure(error);
		return new Map();
	}
}
