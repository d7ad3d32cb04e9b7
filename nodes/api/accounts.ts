import type { Clock } from './clock';
import type { Turns } from './pace';
import { Pace } from './pace';

const FORGOTTEN_AFTER = 600_000;

/**
 * The pace of each account that n8n's executions use, for all types of records: what a throttle
 * answer taught one execution holds for the others. This module owns it; a pace is forgotten ten
 * minutes after its last request.
 */
const paces = new Map<string, Pace>();

/** Gives an execution's turns in the pace of its account: a stored credential and an address. */
export function turnsOf(account: string, clock: Clock): Turns {
	const now = clock.now();
	for (const [key, pace] of paces) {
		if (pace.isIdle && now - pace.lastUse >= FORGOTTEN_AFTER) paces.delete(key);
	}
	const pace = paces.get(account) ?? new Pace();
	pace.lastUse = Math.max(pace.lastUse, now);
	paces.set(account, pace);
	return pace.join(clock);
}
