import type { Persistence } from '../api/client';
import type { Clock } from '../api/clock';
import type { Records } from '../api/records';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';

/** Four requests of 100 ids, which are under way at the same time. */
const AT_ONCE = 400;

/** What came of loading full records. */
export interface Loaded {
	records: Map<number, NexudusRecord>;
	/** Records that are gone since they were listed. */
	gone: Set<number>;
	/** Records for which there was no time left. */
	left: Set<number>;
}

/**
 * Loads full records in the order given until the deadline or until Nexudus asks to wait too
 * long, at least some. Throws a Failure.
 */
export async function loaded(
	records: Records,
	ids: readonly number[],
	persistence: Persistence,
	{ clock, deadline }: { clock: Clock; deadline: number },
): Promise<Loaded> {
	const result: Loaded = { records: new Map(), gone: new Set(), left: new Set() };
	for (let from = 0; from < ids.length; from += AT_ONCE) {
		const batch = ids.slice(from, from + AT_ONCE);
		const isLate = from > 0 && (clock.now() >= deadline || result.left.size > 0);
		if (isLate) for (const id of batch) result.left.add(id);
		else take(await records.readMany(batch, persistence), result);
	}
	return result;
}

function take(read: ReadonlyMap<number, NexudusRecord | Failure>, result: Loaded): void {
	for (const [id, found] of read) {
		if (!(found instanceof Failure)) result.records.set(id, found);
		else if (found.details.isMissing) result.gone.add(id);
		else if (found.details.cause === 'rate-limited') result.left.add(id);
		else throw found;
	}
}
