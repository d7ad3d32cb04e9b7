import { Allowance } from './allowance';
import type { Clock } from './clock';
import type { Verdict } from './verdict';

/** What a request does, as far as its pace is concerned. */
export type Kind = 'read' | 'write';

const MOST_UNDER_WAY = 4;
const FIRST_WAIT = 1_000;
const WAIT_GROWTH = 1.75;
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
 * throttle answer no more than the allowance of its kind.
 */
export class Pace {
	private waiting: Waiting[] = [];

	private readonly underWay: Record<Kind, number> = { read: 0, write: 0 };

	private readonly allowed: Record<Kind, number> = { read: 1, write: 1 };

	private pausedUntil = 0;

	/** A little after the pause, so that not all who wait come back at the same instant. */
	private startsAgainAt = 0;

	private readonly allowances: Record<Kind, Allowance> = {
		read: new Allowance(),
		write: new Allowance(),
	};

	private throttlesInARow = 0;

	private wakeUp: Promise<void> | undefined;

	constructor(private readonly clock: Clock) {}

	/** Waits for the turn of a request. One that may start must `leave` or `giveBack` its turn. */
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

	/** Gives a turn back: the request is not sent after all. */
	giveBack(kind: Kind): void {
		this.underWay[kind]--;
		this.allowances[kind].noteUnsent();
		this.admit();
	}

	/** Tells that a request ended which started at this time. */
	leave(kind: Kind, start: number, verdict: Verdict): void {
		this.underWay[kind]--;
		if (verdict.kind === 'success') this.noteSuccess(kind, start);
		if (verdict.kind === 'throttled') this.noteThrottle(kind, start, verdict.wait);
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

	private noteSuccess(kind: Kind, start: number): void {
		this.throttlesInARow = 0;
		this.allowed[kind] = Math.min(MOST_UNDER_WAY, this.allowed[kind] * 2);
		this.allowances[kind].noteSuccess(start, this.clock.now());
	}

	/**
	 * The pause is what Nexudus asks for, or a second; while nothing gets through it grows, since
	 * Nexudus may name the same short time again and again.
	 */
	private noteThrottle(kind: Kind, start: number, asked: number | undefined): void {
		const now = this.clock.now();
		const isNews = this.allowances[kind].isNews(start);
		if (isNews) this.throttlesInARow++;
		const guess = Math.min(
			LONGEST_GUESSED_WAIT,
			FIRST_WAIT * WAIT_GROWTH ** (this.throttlesInARow - 1),
		);
		const wait = Math.max(asked ?? FIRST_WAIT, this.throttlesInARow > 1 ? guess : 0);
		this.pausedUntil = Math.max(this.pausedUntil, now + wait);
		const jitter = wait * Math.random() * JITTER;
		this.startsAgainAt = Math.max(this.startsAgainAt, now + wait + jitter);
		if (isNews) this.allowances[kind].noteThrottle(now, now + wait);
		this.dismissImpatient();
	}

	private admit(): void {
		for (let next = this.next(); next; next = this.next()) {
			const delay = this.earliestStart(next.kind) - this.clock.now();
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
		const at = this.clock.now();
		this.allowances[next.kind].noteStart(at);
		next.tell({ kind: 'start', at });
	}

	private earliestStart(kind: Kind): number {
		return Math.max(this.startsAgainAt, this.allowances[kind].earliestStart());
	}

	private wakeAfter(delay: number): void {
		if (this.wakeUp) return;
		this.wakeUp = this.clock.sleep(delay).then(() => {
			this.wakeUp = undefined;
			this.admit();
		});
	}
}
