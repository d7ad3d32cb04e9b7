import { LEAST_NAMED_WAIT, shorterWindow } from './limitWindow';

const LIKELY_GROWTH = 0.05;
const MOST_GROWTH = 4;
/** What grew by less than this is near the limit. */
const NOTABLE_GROWTH = 1.1;
/** Where a limit is shared, what a trial takes may be missed by others: so it begins with one more. */
const FIRST_STEP = 1;
const STEP_GROWTH = 10;
/** Requests of an even round come closer by what it tries more: so often one more gets through before that. */
const GAINS_WHERE_EVEN = 3;
/** How many times the gain of a trial must make up for what its failure costs. */
const RELUCTANCE_TO_SHORTEN = 2;
const FIRST_RELUCTANCE = 2.5;
const RELUCTANCE_AFTER_MOVEMENT = 0.5;
/** A trial disturbs the others, too: parts that add up are best left alone. */
const RELUCTANCE_WHERE_SHARED = 4;
const MOST_RELUCTANCE_WHERE_SHARED = 8;
const MOST_RELUCTANCE = 4;
/** So many rounds later than others a window is shortened that was guessed. */
const ROUNDS_OF_GUESS = 6;
/** Others may have gone: nothing tells but a trial, so there is one after so many rounds. */
const MOST_ROUNDS_WHERE_SHARED = 9;
/** With each round that got through, what is left of a reluctance that others may have caused. */
const RELUCTANCE_KEPT = 0.9;
/** How much later a round begins after a refusal, in milliseconds: at the least, and as a first guess. */
const LEAST_LOSS = 50;
const LIKELY_LOSS = 250;

/** What a round may try: a shorter window, or more requests than got through before. */
export type Trial = 'none' | 'shorter' | 'more';

/** What is known of a limit when a trial may begin; the window in milliseconds. */
export interface Known {
	size: number;
	window: number;
	/** Windows up to here were too short. */
	tooShort: number;
	/** Whether others got through where this process didn't. */
	isShared: boolean;
	/** Whether requests come evenly over the window. */
	isEven: boolean;
}

/**
 * Decides when to try whether a limit allows more than is known of it. A trial is due as soon as
 * the full rounds since the last one would have gained what its failure costs; after a failure all
 * the later.
 */
export class LimitTrials {
	private trial: Trial = 'none';

	private fullRounds = 0;

	private fullRoundsOfWindow = 0;

	private reluctance = FIRST_RELUCTANCE;

	private lossOfMore = LIKELY_LOSS;

	/** How many more a round tries where the limit is shared. */
	private step = FIRST_STEP;

	/** How often a step of this trial got through. */
	private gains = 0;

	/** The trial that goes on. */
	get current(): Trial {
		return this.trial;
	}

	/** How many requests a round may have. */
	mostOf({ size, isShared }: Known): number {
		if (this.trial !== 'more') return size;
		if (!isShared || this.step === Number.POSITIVE_INFINITY) return size * MOST_GROWTH + 2;
		return size + Math.min(this.step, size);
	}

	/** Tells that a round got as much as is known to fit. */
	noteFullRound(isShared: boolean): void {
		this.fullRounds++;
		this.fullRoundsOfWindow++;
		if (!isShared) return;
		this.reluctance = Math.max(RELUCTANCE_WHERE_SHARED, this.reluctance * RELUCTANCE_KEPT);
	}

	/** Begins a trial if one is due; asked where none goes on. */
	beginIfDue(known: Known): void {
		const [shorter, more] = [this.useOfShorter(known), this.useOfMore(known)];
		if (Math.max(shorter, more) < 1) return;
		this.trial = more >= shorter ? 'more' : 'shorter';
	}

	/** Ends a trial, if one goes on: something was refused. */
	end(): void {
		this.fullRounds = 0;
		this.stop();
	}

	/** Begins a trial of many more at once. */
	tryMuchMore(): void {
		this.trial = 'more';
		this.step = Number.POSITIVE_INFINITY;
	}

	/** Tells that the shorter window was long enough. */
	noteShortened(): void {
		this.trial = 'none';
		this.noteWindow();
	}

	/** Tells how many got through in a round that tried more: near the limit that was the last one. */
	noteMore(got: number, { size, isShared, isEven }: Known): void {
		this.fullRounds = 0;
		if (got > size) this.gains++;
		if (this.gains >= (isEven ? GAINS_WHERE_EVEN : 1)) this.step *= STEP_GROWTH;
		const isNearLimit = isShared ? got <= size : got <= size * NOTABLE_GROWTH;
		if (isNearLimit) this.stop();
	}

	/** Tells that the window was changed, or nearly. */
	noteWindow(): void {
		this.fullRoundsOfWindow = 0;
	}

	/** Tells that the window is a mere guess: then how much fits into it is tried first. */
	noteGuess(): void {
		this.fullRoundsOfWindow = -ROUNDS_OF_GUESS;
	}

	/** Tells what a refusal in the course of a round cost, in milliseconds. */
	noteLoss(loss: number): void {
		this.lossOfMore = Math.min(LEAST_NAMED_WAIT, Math.max(LEAST_LOSS, loss));
	}

	/** Tells that no more than before got through, with so many refusals. */
	noteVain(refusals: number, isShared: boolean): void {
		const most = isShared ? MOST_RELUCTANCE_WHERE_SHARED : MOST_RELUCTANCE;
		this.reluctance = Math.min(most, this.reluctance * 2 * refusals);
	}

	/** Tells that what fits has changed, or may have: then it is soon worth a trial. */
	noteMovement(isShared: boolean): void {
		const most = isShared ? RELUCTANCE_WHERE_SHARED : RELUCTANCE_AFTER_MOVEMENT;
		this.reluctance = Math.min(this.reluctance, most);
	}

	private stop(): void {
		this.trial = 'none';
		this.step = FIRST_STEP;
		this.gains = 0;
	}

	private useOfShorter({ window, tooShort, isShared }: Known): number {
		const shorter = shorterWindow(window);
		if (isShared || shorter <= tooShort) return 0;
		const gain = window - shorter;
		const loss = Math.max(LEAST_LOSS, LEAST_NAMED_WAIT - gain);
		return (this.fullRoundsOfWindow * gain) / loss / RELUCTANCE_TO_SHORTEN;
	}

	private useOfMore({ size, window, isShared }: Known): number {
		const growth = isShared ? Math.max(1 / size, LIKELY_GROWTH) : LIKELY_GROWTH;
		const use = (this.fullRounds * growth * window) / this.lossOfMore / this.reluctance;
		return isShared ? Math.max(use, this.fullRounds / MOST_ROUNDS_WHERE_SHARED) : use;
	}
}
