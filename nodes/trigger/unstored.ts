import { createHash } from 'node:crypto';

/** A trigger that has not polled for so long is forgotten. */
const FORGOTTEN_AFTER = 7 * 86_400_000;

/** What one trigger has learnt since n8n stored its state. */
interface Learnt {
	/** Digest of the state that n8n stored. */
	stored: string;
	/** The state that polls without events made of it, as text, and its digest. */
	state: string;
	digest: string;
	/** When that was, in milliseconds by the local clock. */
	at: number;
}

/**
 * Remembers the states that n8n does not store: its timer stores a state with an event only, and
 * nothing when the workflow is switched off. A trigger that is switched on again goes on from what
 * it knew, as long as n8n runs, provided that nothing was stored in between.
 */
export class Unstored {
	private readonly triggers = new Map<string, Learnt>();

	/** Gives the state to go on from, and what to do with the one that comes of it. */
	resumed(trigger: string, stored: unknown, now: number): Resumed {
		this.forgetOld(now);
		const learnt = this.triggers.get(trigger);
		const current = digestOf(textOf(stored));
		const isResumed = learnt?.stored === current;
		const isGoingOn = learnt?.digest === current;
		const base = learnt && isGoingOn ? learnt.stored : current;
		return {
			state: learnt && isResumed ? (JSON.parse(learnt.state) as unknown) : stored,
			keep: (next, storing) => {
				const state = textOf(next);
				const digest = digestOf(state);
				const storedDigest = storing === 'anyway' ? digest : base;
				this.triggers.set(trigger, { stored: storedDigest, state, digest, at: now });
			},
			forget: () => this.triggers.delete(trigger),
		};
	}

	/** A clock that was set back makes a trigger younger than it is, which does no harm. */
	private forgetOld(now: number): void {
		for (const [trigger, { at }] of this.triggers) {
			if (now - at > FORGOTTEN_AFTER) this.triggers.delete(trigger);
		}
	}
}

/** The state that a poll goes on from. */
export interface Resumed {
	state: unknown;
	/** Remembers the state after a poll without events, which n8n stores or not. */
	keep: (next: unknown, storing: 'anyway' | 'withEvents') => void;
	/** Forgets what was learnt: n8n stores a state with events, and if it can't, the old one holds. */
	forget: () => void;
}

function textOf(state: unknown): string {
	return JSON.stringify(state) ?? '';
}

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}
