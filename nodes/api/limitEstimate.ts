import { shorterWindow, windowBetween } from './limitWindow';

/** Waits are named in whole seconds, rounded up (document "API limitations": "Retry-After: 1"). */
export const LEAST_NAMED_WAIT = 1_000;
/** Milliseconds for each request: a guess where the wait is the least one, so that it tells little. */
const LIKELY_SPACING = 120;
const WIDEST_SPACING = 1_000;
/** A request takes its time to get there, so that a window is never seen quite exactly. */
const TOLERANCE = 0.95;
const LEAST_MARGIN = 0.005;
const MOST_MARGIN = 0.25;
const MARGIN_GROWTH = 2;
/** With each round that got through, what is left of caution learned before. */
const CAUTION_KEPT = 0.9;
/** Milliseconds by which two requests may differ in the time they take to get there. */
const JITTER = 20;
/** Others that share the limit may have got through instead: one refusal takes no more away. */
const SHRINKING = 0.8;
const LIKELY_GROWTH = 0.05;
const MOST_GROWTH = 4;
/** What grew by less than this is near the limit. */
const NOTABLE_GROWTH = 1.1;
/** How many times the gain of a trial must make up for what its failure costs. */
const RELUCTANCE_TO_SHORTEN = 2;
const FIRST_RELUCTANCE = 2.5;
const RELUCTANCE_WHERE_SHARED = 0.5;
const MOST_RELUCTANCE_WHERE_SHARED = 2;
const MOST_RELUCTANCE = 200;
/** A refusal so soon after the window was taken for a shorter one says that it isn't. */
const DOUBTED_FOR = 10_000;
/** How much later a round begins after a refusal, at the least and as a first guess. */
const LEAST_LOSS = 50;
const LIKELY_LOSS = 250;

/** What a round may try: a shorter window, or more requests than got through before. */
type Trial = 'none' | 'shorter' | 'more';

/** What is known when requests get through again after throttle answers. Times in milliseconds. */
export interface Refusal {
	/** Whether it was the first of its round, or came after others had got through. */
	place: 'first' | 'later';
	/** How many got through in its round before it. */
	got: number;
	/** From the first request since the last pause to the last one that was refused. */
	fullFor: number;
	/** From that first request until the one that got through again. */
	openAfter: number;
	/** How many got through since the last pause. */
	gotSincePause: number;
	/** How long Nexudus asked to wait. */
	wait: number;
	/** How much later than without it the next round begins. */
	loss: number;
	/** How many were refused, one after the other, and how long that went on. */
	count: number;
	lasted: number;
}

/**
 * What throttle answers teach about a limit: how many requests fit into which window. Limits may be
 * shared with other processes, which nobody tells: so what was learned is tried anew, all the more
 * seldom the less there was to gain.
 */
export class LimitEstimate {
	/** Requests that fit into a window; infinite as long as nothing was refused. */
	size = Number.POSITIVE_INFINITY;

	trial: Trial = 'none';

	/** Whether others got through where this process didn't. */
	isShared = false;

	private window = 0;

	private windowBefore = 0;

	private shortenedAt = Number.NEGATIVE_INFINITY;

	private tooShort = 0;

	private margin = LEAST_MARGIN;

	/** Whether a full round was followed by another without a refusal. */
	private isConfirmed = false;

	private fullRounds = 0;

	private fullRoundsOfWindow = 0;

	private reluctance = FIRST_RELUCTANCE;

	private lossOfMore = LIKELY_LOSS;

	/** Whether anything was learned. */
	get isKnown(): boolean {
		return this.size !== Number.POSITIVE_INFINITY;
	}

	/** The window, without what is added to be on the safe side. */
	get duration(): number {
		return this.window;
	}

	/** From the start of one round to that of the next. */
	get roundDuration(): number {
		return this.window * (1 + this.margin) + JITTER;
	}

	/** How many requests a round may have. */
	get most(): number {
		return this.trial === 'more' ? this.size * MOST_GROWTH + 2 : this.size;
	}

	/** Tells that as many got through as fit into a window. */
	noteFullRound(): void {
		this.fullRounds++;
		this.fullRoundsOfWindow++;
		this.margin = Math.max(LEAST_MARGIN, this.margin * CAUTION_KEPT);
		if (this.isShared)
			this.reluctance = Math.max(RELUCTANCE_WHERE_SHARED, this.reluctance * CAUTION_KEPT);
		if (this.trial === 'none' && this.isConfirmed) this.beginTrial();
	}

	/** Tells that a request got through right after a full round. */
	noteNextRound(now: number): void {
		this.isConfirmed = true;
		if (this.trial !== 'shorter') return;
		this.trial = 'none';
		this.fullRoundsOfWindow = 0;
		this.shortenedAt = now;
	}

	/** Tells how many got through in a round that ended without a refusal. */
	noteEndOfRound(got: number): void {
		if (this.trial !== 'more') return;
		const isNearLimit = got <= this.size * NOTABLE_GROWTH;
		if (got > this.size) this.noteGrowth(got);
		if (isNearLimit) this.trial = 'none';
		this.fullRounds = 0;
	}

	/** Learns from a refusal, as soon as requests get through again. */
	learn(refusal: Refusal, now: number): void {
		if (this.outlastsWindow(refusal)) this.isShared = true;
		if (this.contradicts(refusal)) this.measure(refusal);
		else if (this.trial === 'shorter') this.keepWindow();
		else if (now - this.shortenedAt < DOUBTED_FOR) this.takeWindowBack();
		else if (refusal.place === 'first') this.widenMargin();
		else this.learnSize(refusal);
		this.trial = 'none';
		this.fullRounds = 0;
	}

	/** A new window began meanwhile, and others used it up. */
	private outlastsWindow({ count, lasted, wait }: Refusal): boolean {
		return this.isKnown && count > 1 && lasted > this.window + wait;
	}

	/** Nothing is known yet, or nothing of it has held. */
	private contradicts({ place }: Refusal): boolean {
		if (!this.isKnown) return true;
		if (this.trial === 'shorter') return place === 'later' && !this.isConfirmed;
		return !this.isConfirmed && !this.isShared;
	}

	private measure(refusal: Refusal): void {
		const { gotSincePause, openAfter, wait } = refusal;
		this.margin = LEAST_MARGIN;
		this.isConfirmed = false;
		this.fullRoundsOfWindow = 0;
		if (wasShortlyFull(refusal)) return this.measureRate(refusal);
		this.size = Math.max(1, gotSincePause);
		const longest = Math.min(openAfter, Math.max(wait, this.size * WIDEST_SPACING));
		const tooShort = TOLERANCE * refusal.fullFor;
		this.tooShort = tooShort < longest ? tooShort : longest / 2;
		const guess = wait > LEAST_NAMED_WAIT ? longest : this.size * LIKELY_SPACING;
		const likely = Math.min(longest, Math.max(guess, this.tooShort));
		this.window = windowBetween(this.tooShort, likely, longest);
	}

	/** Several windows may have passed before the one that was full: that is worth a trial soon. */
	private measureRate({ gotSincePause, fullFor }: Refusal): void {
		this.window = LEAST_NAMED_WAIT;
		this.size = Math.max(1, Math.round((gotSincePause * this.window) / fullFor));
		this.tooShort = 0;
		this.reluctance = RELUCTANCE_WHERE_SHARED;
	}

	private keepWindow(): void {
		this.tooShort = this.window;
		this.window = this.windowBefore;
		this.fullRoundsOfWindow = 0;
	}

	private takeWindowBack(): void {
		const size = (this.size * this.windowBefore * SHRINKING) / this.window;
		this.size = Math.max(1, Math.floor(size));
		this.keepWindow();
		this.isShared = true;
		this.shortenedAt = Number.NEGATIVE_INFINITY;
	}

	private widenMargin(): void {
		this.margin = Math.min(MOST_MARGIN, this.margin * MARGIN_GROWTH);
		this.fullRoundsOfWindow = 0;
	}

	private learnSize({ got, loss, count }: Refusal): void {
		this.lossOfMore = Math.min(LEAST_NAMED_WAIT, Math.max(LEAST_LOSS, loss));
		if (got > this.size + 1) return this.noteGrowth(got);
		if (got >= this.size) {
			const most = this.isShared ? MOST_RELUCTANCE_WHERE_SHARED : MOST_RELUCTANCE;
			this.reluctance = Math.min(most, this.reluctance * 2 * count);
			this.size = got;
			return;
		}
		this.size = Math.max(1, got, Math.floor(this.size * SHRINKING));
		this.reluctance = Math.min(this.reluctance, RELUCTANCE_WHERE_SHARED);
		this.isShared = true;
	}

	private noteGrowth(got: number): void {
		this.size = got;
		this.reluctance = Math.min(this.reluctance, RELUCTANCE_WHERE_SHARED);
	}

	/** A trial is due when the rounds since the last one would have gained what its failure costs. */
	private beginTrial(): void {
		const [shorter, more] = [this.useOfShorter(), this.useOfMore()];
		if (Math.max(shorter, more) < 1) return;
		if (more >= shorter) {
			this.trial = 'more';
			return;
		}
		this.trial = 'shorter';
		this.windowBefore = this.window;
		this.window = shorterWindow(this.window);
	}

	private useOfShorter(): number {
		const shorter = shorterWindow(this.window);
		if (this.isShared || shorter <= this.tooShort) return 0;
		const gain = this.window - shorter;
		const loss = Math.max(LEAST_LOSS, LEAST_NAMED_WAIT - gain);
		return (this.fullRoundsOfWindow * gain) / loss / RELUCTANCE_TO_SHORTEN;
	}

	private useOfMore(): number {
		const growth = this.isShared ? Math.max(1 / this.size, LIKELY_GROWTH) : LIKELY_GROWTH;
		const gain = growth * this.window;
		return (this.fullRounds * gain) / this.lossOfMore / this.reluctance;
	}
}

/** The least wait was enough, after a time that is longer than it. */
function wasShortlyFull({ wait, count, fullFor }: Refusal): boolean {
	return wait <= LEAST_NAMED_WAIT && count === 1 && fullFor > LEAST_NAMED_WAIT;
}
