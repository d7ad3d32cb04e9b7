import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { readBack } from './readBack';
import type { Finished } from './finished';
import { withNews } from './telling';

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
	for (const one of finished) {
		outcomes.succeed(one.item, [withNews(read.get(one.item) ?? one.record, one)]);
	}
}
