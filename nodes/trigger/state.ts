import type { Watch } from '../record/watch';

const MINUTE = 60_000;

/**
 * How far behind the newest stamp the columns are read again. A row may become visible later than
 * its stamp says; the API filters by the minute; one poll may take minutes. Rows that appear up to
 * five minutes late are found.
 */
export const OVERLAP = 10 * MINUTE;

/** How far the reading of all records has come that finds changes without a date. */
export interface SweepState {
	/** When it last reached the end, by the local clock; null while the first one goes on. */
	doneAt: number | null;
	/** Where it goes on, in milliseconds of the creation stamp; null for from the beginning. */
	position: number | null;
}

/**
 * What the trigger keeps between polls, as n8n stores it with the workflow.
 *
 * Its size: `seen` takes about 30 bytes for each record with a stamp in the last ten minutes
 * before the newest change (500 records, 15 kB, at 50 changes a minute) and for each with a date
 * in the future; it can't hold more entries than there are records. `known` takes 2 to 5 bytes a
 * record and exists for changes of a value only. With 10,000 contacts that is at most 350 kB even
 * right after all of them changed at once, and with 100,000 about 400 kB in daily use. `keptBack`
 * takes up to 7 kB.
 */
export interface TriggerState {
	/** The event that it was made for. */
	event: string;
	/** The credential and address that it was made with: another one may have other records. */
	account: string;
	/**
	 * Instant in milliseconds from which on the columns are read again; everything before it is
	 * settled. Null while there has never been a record: then everything is new.
	 */
	from: number | null;
	/** What was seen from that instant on: ids to versions, with the minute to keep them until. */
	seen: Record<string, string>;
	/** The newest stamp of the API when the trigger was activated, in milliseconds. */
	since: number | null;
	/** The last value of each record (see `knownValues`); empty where the event needs none. */
	known: string;
	sweep: SweepState;
	/** Records whose event waits for their full record (see `keptBack`); absent for none. */
	keptBack?: Record<string, string>;
}

/** Gives the state that was stored for an event and an account; undefined where there is none. */
export function storedState(
	stored: unknown,
	event: string,
	account: string,
): TriggerState | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const { seen, sweep, keptBack, ...rest } = stored as TriggerState;
	if (rest.event !== event || rest.account !== account) return undefined;
	if (typeof seen !== 'object' || typeof sweep !== 'object') return undefined;
	const waiting = typeof keptBack === 'object' ? { keptBack: { ...keptBack } } : {};
	return { ...rest, seen: { ...seen }, sweep: { ...sweep }, ...waiting };
}

/** Gives the state of a trigger that has seen nothing yet. */
export function emptyState(
	asked: { watch: Watch; account: string },
	newest: number | undefined,
): TriggerState {
	return {
		event: asked.watch.event,
		account: asked.account,
		from: newest === undefined ? null : minuteOf(newest - OVERLAP),
		seen: {},
		since: newest ?? null,
		known: '',
		sweep: { doneAt: null, position: null },
	};
}

/** Gives the full minute that an instant lies in. */
export function minuteOf(instant: number): number {
	return Math.floor(instant / MINUTE) * MINUTE;
}
