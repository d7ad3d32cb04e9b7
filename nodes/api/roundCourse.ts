import type { Trial } from './limitTrials';
import { LEAST_NAMED_WAIT } from './limitWindow';

const EARLY_PART = 0.2;
/** Requests come over this long at least: a server that counts in short windows likes no bursts. */
const LEAST_SPREAD = 250;
/**
 * Among others they come sooner: who is refused late in a round begins all later ones late, and gets
 * what the others leave.
 */
const EARLY_PART_WHERE_SHARED = 0.15;
const LEAST_SPREAD_WHERE_SHARED = 150;
/** What is kept for executions that come later in the round, and when the last of it is given away. */
const KEPT_PART = 0.1;
const KEPT_UNTIL = 0.6;

/** A round that goes on: how many requests it had, when it began and when the last one started. */
interface Round {
	start: number;
	starts: number;
	lastStart: number;
}

/** What is known of the limit; the window in milliseconds. */
interface Limit {
	size: number;
	/** How many requests the round may have: more than are known to fit, where it tries that. */
	most: number;
	window: number;
	trial: Trial;
	isConfirmed: boolean;
	isShared: boolean;
	isEven: boolean;
}

/**
 * Gives when the next request of a round may start. They go early, before others use the window up.
 * Of a long round a tenth comes one by one until past its middle, unless all that are left to send
 * still fit in: so who comes later need not wait for the next round.
 */
export function startInRound(round: Round, limit: Limit, countLeft: () => number): number {
	const { size, most, window, isEven } = limit;
	if (isEven) return round.lastStart + window / most;
	if (round.starts >= size) return 0;
	const next = nextEarly(round, limit);
	const [left, kept] = [size - round.starts, keptOf(limit)];
	if (left > kept || countLeft() <= left) return next;
	const part = KEPT_UNTIL - ((left - 1) * (KEPT_UNTIL - EARLY_PART)) / kept;
	return Math.max(next, round.start + window * part);
}

/** Among others what came too late is made up for. */
function nextEarly({ start, starts, lastStart }: Round, { size, window, isShared }: Limit): number {
	if (!isShared) return lastStart + spread(window, EARLY_PART, LEAST_SPREAD) / size;
	const whole = spread(window, EARLY_PART_WHERE_SHARED, LEAST_SPREAD_WHERE_SHARED);
	return start + (starts * whole) / size;
}

/** How long the requests of a round take to come that are not kept. */
function spread(window: number, part: number, least: number): number {
	return Math.max(window * part, Math.min(window, least));
}

/** A limit that is hardly known is tried at once; what is kept where it is shared, others use up. */
function keptOf({ size, window, trial, isConfirmed, isShared }: Limit): number {
	const isKnown = trial === 'none' || (trial === 'more' && isConfirmed);
	const isKept = window > LEAST_NAMED_WAIT && isKnown && !isShared;
	return isKept ? Math.floor(size * KEPT_PART) : 0;
}
