const FIRST_SPACING = 120;
const WIDEST_SPACING = 1_000;
const ROUNDED_UP_BY = 500;
const PART_OF_ROUND = 0.25;
/** Nobody asked for anything for so long: that time says nothing of how much fits into it. */
const IDLE_AFTER = 1_000;
const UNTROUBLED_FOR = 2_500;
const UNTROUBLED_ROUNDS = 2;
const NARROWING = 0.93;
/** Others that share the limit may have got through instead: one refusal takes no more away. */
const SHRINKING = 0.8;

/**
 * How many requests of one kind Nexudus takes in what time, as its throttle answers teach. Until
 * the first of them everything goes. Then requests come in rounds, as large as what got through
 * before: spaced over the first quarter of a round, none in the rest. Limits count in windows, so
 * the early part of one is the time that no other request can have used up.
 */
export class Allowance {
	/** Milliseconds from one request to the next on average; 0 until a throttle answer. */
	private spacing = 0;

	private requestsPerRound = Number.POSITIVE_INFINITY;

	private roundStart = 0;

	private startsInRound = 0;

	private lastStart = 0;

	private lastEnd = 0;

	private lastThrottle = 0;

	/** Start of the first request that got through after the last throttle answer. */
	private measuredSince = Number.NEGATIVE_INFINITY;

	private successes = 0;

	private untroubledSince = 0;

	/** When the next request may start. */
	earliestStart(): number {
		if (this.spacing === 0) return 0;
		if (this.startsInRound >= this.requestsPerRound) return this.roundEnd();
		return this.lastStart + this.spacing * PART_OF_ROUND;
	}

	noteStart(now: number): void {
		const idle = now - Math.max(this.lastStart, this.lastEnd);
		if (this.spacing === 0 && idle > IDLE_AFTER) this.measuredSince += idle;
		if (this.startsInRound >= this.requestsPerRound || now >= this.roundEnd()) {
			this.roundStart = now;
			this.startsInRound = 0;
		}
		this.startsInRound++;
		this.lastStart = now;
	}

	/** A request got its turn, but was not sent. */
	noteUnsent(): void {
		this.startsInRound--;
	}

	noteSuccess(start: number, now: number): void {
		if (start > this.lastThrottle && this.measuredSince < this.lastThrottle) {
			this.measuredSince = start;
			this.successes = 0;
			this.untroubledSince = now;
		}
		this.successes++;
		this.lastEnd = now;
		const enough = Math.max(UNTROUBLED_FOR, UNTROUBLED_ROUNDS * this.roundDuration());
		if (now - this.untroubledSince < enough) return;
		this.spacing *= NARROWING;
		this.untroubledSince = now;
	}

	/** Whether a throttle answer tells anything new: several may come for those under way. */
	isNews(start: number): boolean {
		return start > this.lastThrottle;
	}

	/**
	 * What got through since the last throttle answer is what fits into the time until `end`. That
	 * never makes requests come quicker than before.
	 */
	noteThrottle(now: number, end: number): void {
		const gotThrough = Math.max(1, this.successes);
		const seen = Math.max(0, end - ROUNDED_UP_BY - this.measuredSince) / gotThrough;
		const widest = this.spacing === 0 ? FIRST_SPACING : WIDEST_SPACING;
		this.spacing = Math.max(this.spacing, Math.min(seen, widest));
		this.requestsPerRound = Math.min(
			this.requestsPerRound,
			this.requestsPerRound === Number.POSITIVE_INFINITY
				? gotThrough
				: Math.max(gotThrough, Math.floor(this.requestsPerRound * SHRINKING)),
		);
		this.startsInRound = this.requestsPerRound;
		this.roundStart = 0;
		this.lastThrottle = now;
	}

	private roundDuration(): number {
		return this.spacing === 0 ? 0 : this.requestsPerRound * this.spacing;
	}

	private roundEnd(): number {
		return this.roundStart + this.roundDuration();
	}
}
