import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { readBack } from './readBack';
import type { Finished } from './finished';

/** Puts out the record of each finished item, read again in batches where that is wanted. */
export async function putOut(
	finished: readonly Finished[],
	session: Session,
	outcomes: Outcomes,
): Promise<void> {
	const read = await readBack(
		finished.filter(({ reading }) => reading === 'back'),
		session,
	);
	for (const { item, record } of finished) outcomes.succeed(item, [read.get(item) ?? record]);
}
