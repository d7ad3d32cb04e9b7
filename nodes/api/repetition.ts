import type { NexudusRequest } from './exchange';
import { isWrite } from './exchange';
import type { Verdict } from './verdict';

const MOST_TRIES = 4;
const FIRST_PAUSE = 500;
const JITTER = 0.2;

/**
 * Gives how long to pause before a request is tried again, in milliseconds; undefined where it
 * must not be. A request that was never sent may always be repeated. One whose fate is unknown
 * may only be repeated where it changes nothing.
 */
export function repetition(
	request: NexudusRequest,
	verdict: Verdict,
	triesSoFar: number,
	mostTries = MOST_TRIES,
): number | undefined {
	const isHarmless =
		verdict.kind === 'notSent' || (verdict.kind === 'uncertain' && !isWrite(request));
	if (!isHarmless || triesSoFar >= mostTries) return undefined;
	return pauseAfter(triesSoFar);
}

/** Gives how long to pause after so many tries, in milliseconds: twice as long each time. */
export function pauseAfter(tries: number): number {
	return FIRST_PAUSE * 2 ** (tries - 1) * (1 + Math.random() * JITTER);
}
