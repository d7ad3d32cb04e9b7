import type { Refusal } from './limitRefusal';
import { LimitSharing, outlastsWindow } from './limitSharing';
import type { Known, Trial } from './limitTrials';
import { LimitTrials } from './limitTrials';
import { LEAST_NAMED_WAIT, shorterWindow, windowBetween } from './limitWindow';

/** Milliseconds for each request: a guess where the wait is the least one, so that it tells little. */
const LIKELY_SPACING = 120;
const WIDEST_SPACING = 1_000;
/** A request takes its time to get there, so that a window is never seen quite exactly. */
const TOLERANCE = 0.95;
const LEAST_MARGIN = 0.005;
const MOST_MARGIN = 0.25;
const MARGIN_GROWTH = 2;
/** With each round that got through, what is left of the margin. */
const MARGIN_KEPT = 0.9;
/** Milliseconds by which two requests may differ in the time they take to get there. */
const JITTER = 20;
/** Among others this is of less use, since they come in between at any time. */
const JITTER_WHERE_SHARED = 10;
/** Others that share the limit may have got through instead: one refusal takes no more away. */
const SHRINKING = 0.7;
/** A limit of one's own does not refuse so many one after the other, a second apart. */
const REFUSALS_OF_STARVED = 3;
/** A refusal so soon after the window was taken for a shorter one says that it isn't. */
const DOUBTED_FOR = 10_000;

/**
 * What throttle answers teach about a limit: how many requests fit into which window. Limits may be
 * shared with other processes, which nobody tells: so what was learned is tried anew now and then.
 */
export class LimitEstimate implements Known {
	/** Requests that fit into a window; infinite as long as nothing was refused. */
	size = Number.POSITIVE_INFINITY;

	/** In milliseconds, without what is added to be on the safe side. */
	window = 0;

	tooShort = 0;

	/** Whether a full round was followed by another without a refusal. */
	isConfirmed = false;

	private readonly sharing = new LimitSharing();

	private readonly trials = new LimitTrials();

	private windowBefore = 0;

	/** How many got through between the last two refusals. */
	private gotBefore = 0;

	private longestWait = 0;

	private shortenedAt = Number.NEGATIVE_INFINITY;

	private margin = LEAST_MARGIN;

	/** Whether others get through where this process doesn't. */
	get isShared(): boolean {
		return this.sharing.isShared;
	}

	/** Whether requests come evenly over the window, not early in it. */
	get isEven(): boolean {
		return this.sharing.isEven;
	}

	/** Whether anything was learned. */
	get isKnown(): boolean {
		return this.size !== Number.POSITIVE_INFINITY;
	}

	/** What this round tries. */
	get trial(): Trial {
		return this.trials.current;
	}

	/** From the start of one round to that of the next. */
	get roundDuration(): number {
		const jitter = this.isShared ? JITTER_WHERE_SHARED : JITTER;
		return this.window * (1 + this.margin) + jitter;
	}

	/** How many requests a round may have. */
	get most(): number {
		return this.trials.mostOf(this);
	}

	/** Tells that as many got through as fit into a window. */
	noteFullRound(): void {
		this.trials.noteFullRound(this.isShared);
		this.margin = Math.max(LEAST_MARGIN, this.margin * MARGIN_KEPT);
		if (this.trial !== 'none' || !this.isConfirmed) return;
		this.trials.beginIfDue(this);
		if (this.trials.current !== 'shorter') return;
		this.windowBefore = this.window;
		this.window = shorterWindow(this.window);
	}

	/** Tells that a request got through right after a full round. */
	noteNextRound(now: number): void {
		this.isConfirmed = true;
		if (this.trial !== 'shorter') return;
		this.trials.noteShortened();
		this.shortenedAt = now;
	}

	/** Tells how many got through in a round that ended without a refusal. */
	noteEndOfRound(got: number): void {
		if (this.trial !== 'more') return;
		this.trials.noteMore(got, this);
		if (got > this.size) this.grow(got);
	}

	/**
	 * Learns from a refusal, as soon as requests get through again. Others may have used up a part of
	 * the window that was full first, so the next one, new for all, shows how much it takes.
	 */
	learn(refusal: Refusal, now: number): void {
		const isFirst = !this.isKnown;
		// Before anything got through, others may have used up everything.
		if (isFirst && refusal.gotSincePause === 0) return;
		const isStarved = this.isStarved(refusal);
		const isWindow = this.isWindow(refusal);
		this.gotBefore = refusal.gotSincePause;
		if (!isWindow) this.sharing.noteRefusal(refusal, this, now);
		if (isWindow) this.measureWindow(refusal);
		else if (isFirst || (!this.isConfirmed && !this.isShared)) this.measure(refusal);
		else this.learnFromKnown(refusal, now);
		this.longestWait = Math.max(this.longestWait, refusal.wait);
		if (this.isShared) this.chooseWindow(refusal);
		this.trials.end();
		if (isStarved || (isFirst && refusal.wait > LEAST_NAMED_WAIT)) this.trials.tryMuchMore();
	}

	private learnFromKnown(refusal: Refusal, now: number): void {
		if (this.trial === 'shorter') return this.keepWindow();
		if (now - this.shortenedAt < DOUBTED_FOR) return this.takeWindowBack();
		if (this.isStarved(refusal)) return;
		if (refusal.place === 'first') return this.widenMargin();
		this.learnSize(refusal);
	}

	/**
	 * Among others a refusal costs the wait that is named, so that shorter windows gain nothing. And
	 * what lets requests through after it each time has no longer window, though others made it seem so.
	 */
	private chooseWindow({ place, count }: Refusal): void {
		if (this.window < LEAST_NAMED_WAIT) return this.lengthenWindow();
		if (this.window === LEAST_NAMED_WAIT || this.longestWait > LEAST_NAMED_WAIT) return;
		if (place === 'later' && count === 1) this.takeLeastWindow();
	}

	private lengthenWindow(): void {
		this.sharing.noteLengthened();
		this.takeLeastWindow();
	}

	private takeLeastWindow(): void {
		this.size = Math.max(1, Math.floor((this.size * LEAST_NAMED_WAIT) / this.window));
		this.window = LEAST_NAMED_WAIT;
		this.tooShort = 0;
	}

	/**
	 * Whether others used up whole windows for so long that what was known of one's own part is old.
	 * Only where windows are short: to find that out in long ones costs more than it gains.
	 */
	private isStarved(refusal: Refusal): boolean {
		const isLong = refusal.count >= REFUSALS_OF_STARVED && outlastsWindow(refusal, this);
		return isLong && this.window <= LEAST_NAMED_WAIT;
	}

	/** As many as the last time got through between two pauses, although rounds are taken for shorter. */
	private isWindow({ gotSincePause }: Refusal): boolean {
		if (!this.isKnown || this.isShared) return false;
		return gotSincePause > this.size && gotSincePause === this.gotBefore;
	}

	private measure(refusal: Refusal): void {
		this.sharing.noteMeasured(refusal.gotSincePause);
		if (wasShortlyFull(refusal)) this.measureRate(refusal);
		else this.measureWindow(refusal);
	}

	private measureWindow({ gotSincePause, fullFor, openAfter, wait }: Refusal): void {
		this.noteMeasured();
		this.size = Math.max(1, gotSincePause);
		const longest = Math.min(openAfter, Math.max(wait, this.size * WIDEST_SPACING));
		const tooShort = TOLERANCE * fullFor;
		this.tooShort = tooShort < longest ? tooShort : longest / 2;
		const guess = wait > LEAST_NAMED_WAIT ? longest : this.size * LIKELY_SPACING;
		const likely = Math.min(longest, Math.max(guess, this.tooShort));
		this.window = windowBetween(this.tooShort, likely, longest);
	}

	/** Several windows may have passed before the one that was full. */
	private measureRate({ gotSincePause, fullFor }: Refusal): void {
		this.noteMeasured();
		this.window = LEAST_NAMED_WAIT;
		this.size = Math.max(1, Math.round((gotSincePause * this.window) / fullFor));
		this.tooShort = 0;
		this.trials.noteMovement(this.isShared);
		this.trials.noteGuess();
	}

	private noteMeasured(): void {
		this.margin = LEAST_MARGIN;
		this.isConfirmed = false;
		this.shortenedAt = Number.NEGATIVE_INFINITY;
		this.trials.noteWindow();
	}

	private keepWindow(): void {
		this.tooShort = this.window;
		this.window = this.windowBefore;
		this.trials.noteWindow();
	}

	private takeWindowBack(): void {
		const size = (this.size * this.windowBefore * SHRINKING) / this.window;
		this.size = Math.max(1, Math.floor(size));
		this.keepWindow();
		this.sharing.noteOthers();
		this.shortenedAt = Number.NEGATIVE_INFINITY;
	}

	private widenMargin(): void {
		const margin = Math.max(this.margin * MARGIN_GROWTH, JITTER / this.window);
		this.margin = Math.min(MOST_MARGIN, margin);
		this.trials.noteWindow();
	}

	private learnSize({ got, loss, count }: Refusal): void {
		this.trials.noteLoss(loss);
		if (got > this.size + 1) return this.grow(got);
		if (got >= this.size) {
			this.trials.noteVain(count, this.isShared);
			this.size = got;
			return;
		}
		this.size = Math.max(1, got, Math.floor(this.size * SHRINKING));
		this.trials.noteMovement(this.isShared);
		this.sharing.noteOthers();
	}

	private grow(size: number): void {
		this.size = size;
		this.trials.noteMovement(this.isShared);
	}
}

/** The least wait was enough, after a time that is longer than it. */
function wasShortlyFull({ wait, count, fullFor }: Refusal): boolean {
	return wait <= LEAST_NAMED_WAIT && count === 1 && fullFor > LEAST_NAMED_WAIT;
}
