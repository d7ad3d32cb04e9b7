import type { Refusal } from './limitRefusal';
import type { Trial } from './limitTrials';

/** A limit of one's own that is known does not refuse twice within this time. */
const REFUSED_AGAIN_WITHIN = 5_000;

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

	private refusedAt = Number.NEGATIVE_INFINITY;

	/** Tells that requests get through again after a refusal. */
	noteRefusal(refusal: Refusal, limit: RefusedBy, now: number): void {
		if (this.isLengthened) this.chooseSpread(refusal, limit);
		if (outlastsWindow(refusal, limit) || this.isSoonAgain(limit, now)) this.noteOthers();
		if (limit.trial === 'none') this.refusedAt = now;
	}

	/** Tells that others got through. */
	noteOthers(): void {
		this.isShared = true;
	}

	/** Tells that the window is taken for a longer one than before. */
	noteLengthened(): void {
		this.isLengthened = true;
	}

	/** If the window is a short one after all, far fewer than expected get through at its start. */
	private chooseSpread({ got }: Refusal, { size, trial }: RefusedBy): void {
		if (trial === 'none') this.isEven = !this.isEven && got * 2 < size;
	}

	/** What nobody else used would not be too little again so soon, unless a trial asked for it. */
	private isSoonAgain({ isConfirmed, trial }: RefusedBy, now: number): boolean {
		return trial === 'none' && isConfirmed && now - this.refusedAt < REFUSED_AGAIN_WITHIN;
	}
}

/** A new window began meanwhile, and others used it up. */
function outlastsWindow({ count, lasted, wait }: Refusal, { isKnown, window }: RefusedBy): boolean {
	return isKnown && count > 1 && lasted > window + wait;
}
