import type { Persistence } from '../api/client';
import type { RecordRequests } from '../api/records';
import type { Failure } from '../record/failure';

/**
 * Gives those of the ids that certainly have no record. A server may fail (500) on an id that it
 * does not know, as it may on any other: only its answer for several ids at once, which leaves out
 * what is not there, tells the one from the other.
 */
export async function missingAmong(
	records: RecordRequests,
	failures: ReadonlyMap<number, Failure>,
	persistence: Persistence,
): Promise<ReadonlySet<number>> {
	const missing = new Set<number>();
	const doubtful: number[] = [];
	for (const [id, { details }] of failures) {
		if (details.isMissing) missing.add(id);
		else if ((details.status ?? 0) >= 500) doubtful.push(id);
	}
	for (const id of await records.leftOut(doubtful, persistence)) missing.add(id);
	return missing;
}
