import type { Persistence } from '../api/client';
import type { Clock } from '../api/clock';
import type { Outdated } from '../api/exchange';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import type { Session } from '../run/session';

/** How old the copy of a record may be that a write is built from, in milliseconds. */
export const FRESH_FOR = 5_000;

/** What a record was read at. */
export interface Sighting {
	/** When the answer came. */
	knownAt: number;
	/** How many writes of this process had ended when its read was sent. */
	seen: number;
}

/** A record as it was last known, and when that was. */
export interface Copy extends Sighting {
	record: NexudusRecord;
	/** UpdatedOn as this execution's own last write left it. */
	ownUpdatedOn?: unknown;
}

/** Tells whether a copy is too old to build a write from. */
export function isOutdated(copy: Pick<Copy, 'knownAt'>, clock: Clock): boolean {
	return clock.now() - copy.knownAt > FRESH_FOR;
}

/** Notes that nobody knows whether the record is still like its copy: no write is built from that. */
export function noteDoubt(copy: Copy): void {
	copy.knownAt = Number.NEGATIVE_INFINITY;
}

/** Tells whether another execution has written the record since the copy was read, or is at it. */
export function isOvertaken(copy: Pick<Copy, 'seen'>, id: number, { writes }: Session): boolean {
	return writes.isOvertaken(id, copy.seen);
}

/** What a write already waited for the throttle counts when it is tried again with a new copy. */
export function lessPatient(persistence: Persistence, { throttledFor }: Outdated): Persistence {
	return { ...persistence, throttleWait: persistence.throttleWait - throttledFor };
}

/** Gives copies of records that were just read; failures stay what they are. */
export function copiesOf(
	read: ReadonlyMap<number, NexudusRecord | Failure>,
	sightings: ReadonlyMap<number, Sighting>,
	earlier: ReadonlyMap<number, Copy>,
): Map<number, Copy | Failure> {
	const copies = new Map<number, Copy | Failure>();
	for (const [id, found] of read) {
		const copy = { ...earlier.get(id), ...sightingOf(id, sightings) };
		copies.set(id, found instanceof Failure ? found : { ...copy, record: found });
	}
	return copies;
}

function sightingOf(id: number, sightings: ReadonlyMap<number, Sighting>): Sighting {
	const sighting = sightings.get(id);
	if (!sighting) throw new RangeError(`Record ${id} was read, but never asked for`);
	return sighting;
}
