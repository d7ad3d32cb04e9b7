import type { Kind } from '../../nodes/api/member';
import type { Turns } from '../../nodes/api/pace';
import type { ThrottleGate } from '../../sandbox/nexudus/throttle';
import type { VirtualClock } from './virtualClock';

/** How a request of a kind reaches a sandbox's throttle, and how the answer comes back. */
export interface Way {
	kind: Kind;
	clock: VirtualClock;
	gate: () => ThrottleGate;
	/** Milliseconds. */
	there: () => number;
	/** Milliseconds; none where it is left out. */
	back?: () => number;
}

/** Sends a request until the throttle lets it through; gives how often it was refused. */
export async function getThrough(way: Way, turns: Turns, place: number): Promise<number> {
	const { kind, clock, gate, there, back } = way;
	for (let refused = 0; ; refused++) {
		const turn = await turns.enter({ kind, place, bears: () => true, isWanted: () => true });
		if (turn.kind !== 'start') throw new Error(`Told '${turn.kind}'`);
		await clock.passes(there());
		const refusal = gate().refusal(kind === 'read' ? 'GET' : 'PUT', clock.now());
		if (back) await clock.passes(back());
		if (!refusal) {
			turns.leave(kind, turn.at, { kind: 'success', body: {} });
			return refused;
		}
		const wait = Number(refusal.headers?.['retry-after']) * 1_000;
		turns.leave(kind, turn.at, { kind: 'throttled', wait });
	}
}
