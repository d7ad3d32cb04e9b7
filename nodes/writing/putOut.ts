import type { NexudusRecord } from '../record/field';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Finished } from './finished';
import { readBack } from './readBack';
import { withNews } from './telling';
import { UndoneWrites } from './undone';

/** Puts out the record of each finished item, read again in batches where that is wanted. */
export async function putOut(
	finished: readonly Finished[],
	session: Session,
	outcomes: Outcomes,
): Promise<void> {
	const read = await readAgain(finished, session);
	for (const one of finished) {
		outcomes.succeed(one.item, [withNews(read.get(one.item) ?? one.record, one)]);
	}
}

async function readAgain(
	finished: readonly Finished[],
	session: Session,
): Promise<Map<number, NexudusRecord>> {
	const wanted = finished.filter(({ reading }) => reading === 'back');
	const undone = new UndoneWrites(wanted, session);
	await undone.untilSeen();
	const read = await readBack(wanted, session, (record, id) => undone.look(record, id));
	const again = await undone.writeAgain();
	if (again.size === 0) return read;
	const repaired = wanted.filter(({ id }) => again.has(id));
	return new Map([...read, ...(await readBack(repaired, session))]);
}
