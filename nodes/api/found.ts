import type { Failure } from '../record/failure';
import { asFailure } from '../record/failure';
import type { NexudusRecord } from '../record/field';

/** Records by Id, with the Failure of each that could not be read. */
export type Found = Map<number, NexudusRecord | Failure>;

/**
 * Puts together what came of several batches of ids. A batch that failed fails its own ids. Throws
 * where all failed.
 */
export function foundInAll(
	batches: ReadonlyArray<readonly number[]>,
	reads: ReadonlyArray<PromiseSettledResult<Found>>,
): Found {
	const [first] = reads;
	if (first?.status === 'rejected' && !reads.some(isFulfilled)) throw first.reason;
	return new Map(
		reads.flatMap((read, index) =>
			isFulfilled(read) ? [...read.value] : allFailed(batches[index], asFailure(read.reason)),
		),
	);
}

function isFulfilled(read: PromiseSettledResult<Found>): read is PromiseFulfilledResult<Found> {
	return read.status === 'fulfilled';
}

function allFailed(ids: readonly number[], failure: Failure): Array<[number, Failure]> {
	return ids.map((id) => [id, failure]);
}
