import type { Refusal } from './limitRefusal';
import type { Trial } from './limitTrials';

/** A limit of one's own that is known does not refuse twice within this time. */
const REFUSED_AGAIN_WITHIN = 5_000;

/** What is measured twice may differ by so much; the first time is always another, and may be a part. */
const LIKENESS = 0.1;
const DIFFERENCES_OF_ONE = 2;

/** What is known of a limit that has refused a request; the window in milliseconds. */
interface RefusedBy {
	isKnown: boolean;
	/** Whether a full round was followed by another without a refusal. */
	isConfirmed: boolean;
	trial: Trial;
	size: number;
	window: number;
}

/** What throttle answers tell of others that use the same limit: nothing else tells of them. */
export class LimitSharing {
	/** Whether others get through where this process doesn't. */
	isShared = false;

	/** Whether requests come evenly over the window, not early: it seems to consist of shorter ones. */
	isEven = false;

	/** Whether the window was taken for a shorter one until others were noticed. */
	private isLengthened = false;

	/** Whether far fewer than expected got through the last time. */
	private wasFar = false;

	private measured = 0;

	private differences = 0;

	private refusedAt = Number.NEGATIVE_INFINITY;

	/** Tells that requests get through again after a refusal. */
	noteRefusal(refusal: Refusal, limit: RefusedBy, now: number): void {
		if (this.isLengthened) this.chooseSpread(refusal, limit);
		if (outlastsWindow(refusal, limit) || this.isSoonAgain(limit, now)) this.noteOthers();
		if (limit.trial === 'none') this.refusedAt = now;
	}

	/** Tells how many got through between two refusals: of a limit of one's own as many each time. */
	noteMeasured(got: number): void {
		const isOther = Math.abs(got - this.measured) > this.measured * LIKENESS;
		this.differences = isOther ? this.differences + 1 : 0;
		this.measured = got;
		if (this.differences > DIFFERENCES_OF_ONE) this.noteOthers();
	}

	/** Tells that others got through. */
	noteOthers(): void {
		this.isShared = true;
	}

	/** Tells that the window is taken for a longer one than before. */
	noteLengthened(): void {
		this.isLengthened = true;
	}

	/** If the window is a short one after all, far fewer than expected get through each time. */
	private chooseSpread({ got }: Refusal, { size, trial }: RefusedBy): void {
		if (trial !== 'none') return;
		const isFar = got * 2 < size;
		this.isEven = !this.isEven && isFar && this.wasFar;
		this.wasFar = isFar;
	}

	/** What nobody else used would not be too little again so soon, unless a trial asked for it. */
	private isSoonAgain({ isConfirmed, trial }: RefusedBy, now: number): boolean {
		return trial === 'none' && isConfirmed && now - this.refusedAt < REFUSED_AGAIN_WITHIN;
	}
}

/** Whether a new window began meanwhile, and others used it up. */
export function outlastsWindow(
	{ count, lasted, wait }: Refusal,
	{ isKnown, window }: RefusedBy,
): boolean {
	return isKnown && count > 1 && lasted > window + wait;
}
