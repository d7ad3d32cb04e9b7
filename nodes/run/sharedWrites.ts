import type { Clock } from '../api/clock';
import type { Match } from '../record/match';

const REMEMBERED_FOR = 60_000;
const LOOKED_AGAIN_AFTER = 1_000;

/** What the process knows of the writes to one record. */
interface RecordWrites {
	underWay: number;
	/** How many writes had ended when the last one to this record did. */
	lastEnd: number;
	endedAt: number;
}

/** What a creation in this process was, as far as it may be the record that another one means. */
interface Creation {
	owner: object;
	holds: (match: Match) => boolean;
	/** How many writes had ended when this one did; undefined while it is under way. */
	end: number | undefined;
	endedAt: number;
}

/**
 * The last write to each record and the last creations in each parent that this process sent, of
 * one type of record in one Nexudus, whatever execution and credential they belong to. It is what
 * keeps executions side by side from undoing one another: nobody writes from what was read before
 * another's write ended. Nothing is held: who finds itself overtaken reads again. What is older
 * than a minute is forgotten at the next write, for copies and lists serve for seconds only.
 */
export class SharedWrites {
	private readonly records = new Map<number, RecordWrites>();

	private readonly creations = new Map<number, Array<Creation>>();

	private listeners: Array<() => void> = [];

	private count = 0;

	private lastTidied = 0;

	/** How many writes have ended so far: what is read from now on shows all of them. */
	get ended(): number {
		return this.count;
	}

	/** Whether nothing is remembered. */
	get isEmpty(): boolean {
		return this.records.size === 0 && this.creations.size === 0;
	}

	/** Whether a write to the record is under way. */
	isBusy(id: number): boolean {
		return (this.records.get(id)?.underWay ?? 0) > 0;
	}

	/** Whether the record was, or is being, written since so many writes had ended. */
	isOvertaken(id: number, seen: number): boolean {
		return this.isBusy(id) || (this.records.get(id)?.lastEnd ?? 0) > seen;
	}

	/** Notes that a write to the record is sent. Gives what notes its end and tells the count then. */
	begin(id: number, clock: Clock): () => number {
		this.tidy(clock.now());
		const writes = this.records.get(id) ?? { underWay: 0, lastEnd: 0, endedAt: 0 };
		this.records.set(id, writes);
		writes.underWay++;
		return () => {
			writes.underWay--;
			writes.lastEnd = this.counted();
			writes.endedAt = clock.now();
			return writes.lastEnd;
		};
	}

	/** Notes that a creation is sent; `holds` tells whether a match means it. Gives what ends it. */
	beginCreation(
		parent: number,
		{ owner, holds }: Pick<Creation, 'owner' | 'holds'>,
		clock: Clock,
	): () => void {
		this.tidy(clock.now());
		const creation: Creation = { owner, holds, end: undefined, endedAt: 0 };
		const others = this.creations.get(parent) ?? [];
		this.creations.set(parent, [...others, creation]);
		return () => {
			creation.end = this.counted();
			creation.endedAt = clock.now();
		};
	}

	/** Whether another execution created what a match means, or is creating it, since such a count. */
	isCreated(parent: number, match: Match, owner: object, seen: number): boolean {
		return this.othersIn(parent, match, owner).some(({ end }) => end === undefined || end > seen);
	}

	/** Waits until one of the records is free, or the execution is cancelled. */
	async whenOneIsFree(ids: readonly number[], clock: Clock): Promise<void> {
		await this.until(() => ids.some((id) => !this.isBusy(id)), clock);
	}

	/** Waits until nobody else is creating what a match means, or the execution is cancelled. */
	async whenCreated(parent: number, match: Match, owner: object, clock: Clock): Promise<void> {
		const isDone = (): boolean =>
			this.othersIn(parent, match, owner).every(({ end }) => end !== undefined);
		await this.until(isDone, clock);
	}

	private othersIn(parent: number, match: Match, owner: object): Array<Creation> {
		const creations = this.creations.get(parent) ?? [];
		return creations.filter((creation) => creation.owner !== owner && creation.holds(match));
	}

	private async until(isReached: () => boolean, clock: Clock): Promise<void> {
		while (!isReached() && !clock.isCancelled()) {
			const next = new Promise<void>((resolve) => this.listeners.push(resolve));
			await Promise.race([next, clock.sleep(LOOKED_AGAIN_AFTER)]);
		}
	}

	private counted(): number {
		this.count++;
		const heard = this.listeners;
		this.listeners = [];
		for (const tell of heard) tell();
		return this.count;
	}

	/** Forgets what no copy or list can be older than any more. */
	private tidy(now: number): void {
		if (now - this.lastTidied < REMEMBERED_FOR) return;
		this.lastTidied = now;
		this.forgetBefore(now - REMEMBERED_FOR);
	}

	/** Forgets what ended before a time. */
	forgetBefore(time: number): void {
		for (const [id, { underWay, endedAt }] of this.records) {
			if (underWay === 0 && endedAt < time) this.records.delete(id);
		}
		for (const [parent, creations] of this.creations) {
			const kept = creations.filter(({ end, endedAt }) => end === undefined || endedAt >= time);
			if (kept.length > 0) this.creations.set(parent, kept);
			else this.creations.delete(parent);
		}
	}
}

/**
 * What this process knows of its writes, by Nexudus and type of record. This module owns it. What
 * is remembered goes after a minute, the place for it stays: executions that have not written yet
 * hold on to it.
 */
const known = new Map<string, SharedWrites>();

/** Gives what the executions of this process share of their writes to one type in one Nexudus. */
export function sharedWritesOf(nexudus: string, type: string, now: number): SharedWrites {
	for (const writes of known.values()) writes.forgetBefore(now - REMEMBERED_FOR);
	const key = `${nexudus} ${type}`;
	const writes = known.get(key) ?? new SharedWrites();
	known.set(key, writes);
	return writes;
}
