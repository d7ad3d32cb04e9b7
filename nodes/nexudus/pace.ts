import type { Clock } from './clock';
import type { Verdict } from './verdict';

/** What a request does, as far as its pace is concerned. */
export type Kind = 'read' | 'write';

const MOST_UNDER_WAY = 4;
const FIRST_SPACING = 100;
const WIDEST_SPACING = 1_000;
const NARROWEST_SPACING = 10;
const NARROWING = 0.95;
const FIRST_WAIT = 1_000;
const LONGEST_GUESSED_WAIT = 15_000;
const JITTER = 0.05;

/** A request that wants to start. */
export interface Applicant {
	kind: Kind;
	/** Its place in the order in which requests first applied: who is sent back stays ahead. */
	place: number;
	/** Whether it would wait for a pause that Nexudus asked for, until this time. */
	bears: (pausedUntil: number) => boolean;
}

/** What a request is told: that it starts, or until when a pause lasts that it won't wait for. */
export type Turn = { kind: 'start'; at: number } | { kind: 'tooLong'; until: number };

interface Waiting extends Applicant {
	tell: (turn: Turn) => void;
}

/**
 * Decides when the requests of one execution may start: at most four under way, of each kind one
 * until it succeeded, then two, then four; none while Nexudus asks to wait; after the first
 * throttle answer one after the other with a space between them that follows the rate seen.
 */
export class Pace {
	private waiting: Waiting[] = [];

	private readonly underWay: Record<Kind, number> = { read: 0, write: 0 };

	private readonly allowed: Record<Kind, number> = { read: 1, write: 1 };

	private pausedUntil = 0;

	/** A little after the pause, so that not all who wait come back at the same instant. */
	private startsAgainAt = 0;

	private lastStart = 0;

	private spacing = 0;

	private measuredSince: number | undefined;

	private successes = 0;

	private throttlesInARow = 0;

	private lastThrottle = Number.NEGATIVE_INFINITY;

	private wakeUp: Promise<void> | undefined;

	constructor(private readonly clock: Clock) {}

	/** Waits for the turn of a request. One that was told to start must `leave` in the end. */
	async enter(applicant: Applicant): Promise<Turn> {
		const until = this.pausedUntil;
		if (this.isPaused() && !applicant.bears(until)) return { kind: 'tooLong', until };
		return await new Promise<Turn>((tell) => {
			let index = this.waiting.length;
			while (index > 0 && this.waiting[index - 1].place > applicant.place) index--;
			this.waiting.splice(index, 0, { ...applicant, tell });
			this.admit();
		});
	}

	/** Tells that a request ended which started at this time. */
	leave(kind: Kind, start: number, verdict: Verdict): void {
		this.underWay[kind]--;
		if (verdict.kind === 'success') this.noteSuccess(kind);
		if (verdict.kind === 'throttled') this.noteThrottle(start, verdict.wait);
		this.admit();
	}

	/** Tells those who won't wait for the end of a pause at once, not after it. */
	dismissImpatient(): void {
		if (!this.isPaused()) return;
		const until = this.pausedUntil;
		const impatient = new Set(this.waiting.filter((one) => !one.bears(until)));
		this.waiting = this.waiting.filter((one) => !impatient.has(one));
		for (const { tell } of impatient) tell({ kind: 'tooLong', until });
	}

	private isPaused(): boolean {
		return this.pausedUntil > this.clock.now();
	}

	private noteSuccess(kind: Kind): void {
		this.successes++;
		this.throttlesInARow = 0;
		this.allowed[kind] = Math.min(MOST_UNDER_WAY, this.allowed[kind] * 2);
		if (this.spacing > 0) this.spacing = Math.max(NARROWEST_SPACING, this.spacing * NARROWING);
	}

	/**
	 * The pause is what Nexudus asks for, or a second; while nothing gets through it grows, since
	 * Nexudus may name the same short time again and again.
	 */
	private noteThrottle(start: number, asked: number | undefined): void {
		const now = this.clock.now();
		const isNews = start > this.lastThrottle;
		if (isNews) this.throttlesInARow++;
		const guess = Math.min(LONGEST_GUESSED_WAIT, FIRST_WAIT * 2 ** (this.throttlesInARow - 1));
		const wait = Math.max(asked ?? FIRST_WAIT, this.throttlesInARow > 1 ? guess : 0);
		this.pausedUntil = Math.max(this.pausedUntil, now + wait);
		const jitter = wait * Math.random() * JITTER;
		this.startsAgainAt = Math.max(this.startsAgainAt, now + wait + jitter);
		if (isNews) this.widen(now, wait);
		this.dismissImpatient();
	}

	/** Several requests under way may be throttled at once; that is one lesson, not several. */
	private widen(now: number, wait: number): void {
		const seen = (now + wait - (this.measuredSince ?? now)) / Math.max(1, this.successes);
		this.spacing =
			this.spacing === 0
				? Math.min(FIRST_SPACING, seen)
				: Math.min(WIDEST_SPACING, this.spacing * 2);
		this.lastThrottle = now;
		this.measuredSince = undefined;
		this.successes = 0;
	}

	private admit(): void {
		for (let next = this.next(); next; next = this.next()) {
			const delay = this.earliestStart() - this.clock.now();
			if (delay > 0 && !this.clock.isCancelled()) {
				this.wakeAfter(delay);
				return;
			}
			this.start(next);
		}
	}

	private next(): Waiting | undefined {
		if (this.underWay.read + this.underWay.write >= MOST_UNDER_WAY) return undefined;
		return this.waiting.find(({ kind }) => this.underWay[kind] < this.allowed[kind]);
	}

	private start(next: Waiting): void {
		this.waiting.splice(this.waiting.indexOf(next), 1);
		this.underWay[next.kind]++;
		this.lastStart = this.clock.now();
		this.measuredSince ??= this.lastStart;
		next.tell({ kind: 'start', at: this.lastStart });
	}

	private earliestStart(): number {
		const spaced = this.spacing > 0 ? this.lastStart + this.spacing : 0;
		return Math.max(this.startsAgainAt, spaced);
	}

	private wakeAfter(delay: number): void {
		if (this.wakeUp) return;
		this.wakeUp = this.clock.sleep(delay).then(() => {
			this.wakeUp = undefined;
			this.admit();
		});
	}
}
