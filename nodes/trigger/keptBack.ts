const RADIX = 36;
const SEPARATOR = '.';
const DAY = 86_400_000;

/** How many records may wait for their full record. More have not the record to blame. */
export const MOST_KEPT_BACK = 200;

/** A record whose event waits until Nexudus gives the full record. */
export interface Waiting {
	/** When its full record was first asked for in vain, in milliseconds by the local clock. */
	since: number;
	/** Its creation stamp in milliseconds, by which its list row is found again. */
	created: number;
}

/** Reads what `storedWaiting` wrote: the records that wait, by Id. */
export function waitingFrom(stored: Record<string, string> | undefined): Map<number, Waiting> {
	return new Map(Object.entries(stored ?? {}).map(([id, text]) => [Number(id), waitingOf(text)]));
}

function waitingOf(text: string): Waiting {
	const [since, created = ''] = text.split(SEPARATOR);
	return { since: Number.parseInt(since, RADIX), created: Number.parseInt(created, RADIX) };
}

/** Gives the part of a state that holds the records that wait: about 30 bytes each. */
export function storedWaiting(waiting: ReadonlyMap<number, Waiting>): {
	keptBack?: Record<string, string>;
} {
	if (waiting.size === 0) return {};
	const entries = [...waiting].map(([id, { since, created }]) => [
		id,
		[since, created].map((instant) => Math.floor(instant).toString(RADIX)).join(SEPARATOR),
	]);
	return { keptBack: Object.fromEntries(entries) as Record<string, string> };
}

/** Tells whether a record has waited for a day. */
export function hasWaitedEnough({ since }: Waiting, now: number): boolean {
	return now - since >= DAY;
}

/** A local clock that was set back must not make a record wait for longer than a day from then. */
export function waitingOn(waiting: Waiting, now: number): Waiting {
	return waiting.since > now ? { ...waiting, since: now } : waiting;
}
