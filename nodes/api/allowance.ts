import { LimitEstimate } from './limitEstimate';
import { LEAST_NAMED_WAIT } from './limitWindow';
import { startInRound } from './roundCourse';

/** Nobody asked for anything for so long: that time says nothing of how much fits into it. */
const IDLE_AFTER = 1_000;
/** A request that goes alone holds up others for no longer than this. */
const ALONE_FOR = 1_000;
/** In rounds so long it costs little that the first request of one goes alone. */
const LONG_ROUND = 1_000;
/** Where a limit is shared, a trial has to be quick: who is refused late in a second begins late in the next. */
const MOST_OF_TRIAL_WHERE_SHARED = 2;

interface Round {
	start: number;
	starts: number;
	ends: number;
	successes: number;
}

/** Throttle answers since the last request that got through. */
interface Trouble {
	place: 'first' | 'later';
	/** How many got through in the round. */
	got: number;
	roundEnd: number;
	firstStart: number;
	lastStart: number;
	/** What Nexudus asked for last: the end of the pause. */
	until: number;
	wait: number;
	count: number;
}

/**
 * How many requests of one kind Nexudus takes in what time, as its throttle answers teach. Until
 * the first of them everything goes. Then requests come in rounds, as long as the window that the
 * limit is taken to be counted in and as large as what fits into it, early in each round: that is
 * the time that no other request can have used up. After a refusal they go one at a time.
 */
export class Allowance {
	private readonly estimate = new LimitEstimate();

	private round: Round = roundFrom(0);

	private previousWasFull = false;

	/** Start of the first request after the last pause, and how many got through since. */
	private resumedAt = 0;

	private gotSincePause = 0;

	/** When the requests under way were started. */
	private readonly underWay: number[] = [];

	private lastStart = 0;

	private lastEnd = 0;

	private lastThrottle = 0;

	private trouble: Trouble | undefined;

	/** How many requests were refused, one after the other, since one got through. */
	get refusalsInARow(): number {
		return this.trouble?.count ?? 0;
	}

	/** When the next request may start, unless one ends before; asked how many are left to send. */
	earliestStart(countLeft: () => number): number {
		const { estimate, round } = this;
		if (!estimate.isKnown || this.trouble) return this.answeredBy();
		if (round.starts >= estimate.most) return this.roundEnd();
		const inRound = startInRound({ ...round, lastStart: this.lastStart }, estimate, countLeft);
		return Math.max(this.answeredBy(), inRound);
	}

	noteStart(now: number): void {
		this.beginRoundIfDue(now);
		this.round.starts++;
		this.underWay.push(now);
		this.lastStart = now;
	}

	/** A request got its turn, but was not sent. */
	noteUnsent(start: number): void {
		if (start >= this.round.start) this.round.starts--;
		this.forget(start);
	}

	/** A request ended, whatever came of it. */
	noteEnd(start: number): void {
		this.forget(start);
		if (start >= this.round.start) this.round.ends++;
	}

	/** A request was answered otherwise than by the throttle. */
	noteThrough(start: number, now: number): void {
		this.lastEnd = now;
		if (start <= this.lastThrottle && this.trouble) {
			this.trouble.got++;
			this.gotSincePause++;
			return;
		}
		if (this.trouble) this.resume(this.trouble, start);
		if (start >= this.resumedAt) this.gotSincePause++;
		if (start >= this.round.start) this.noteSuccessInRound(now);
	}

	/** Whether a throttle answer tells anything new: several may come for those under way. */
	isNews(start: number): boolean {
		return start > this.lastThrottle;
	}

	/** A request was refused at `now` and told to wait until `until`, and that is news. */
	noteThrottle(start: number, now: number, until: number): void {
		this.lastThrottle = now;
		this.trouble ??= {
			place: this.estimate.isKnown && this.round.successes === 0 ? 'first' : 'later',
			got: this.round.successes,
			roundEnd: this.roundEnd(),
			firstStart: start,
			lastStart: start,
			until,
			wait: 0,
			count: 0,
		};
		this.trouble.lastStart = start;
		this.trouble.until = until;
		this.trouble.wait = Math.max(this.trouble.wait, until - now);
		this.trouble.count++;
	}

	private forget(start: number): void {
		this.underWay.splice(this.underWay.indexOf(start), 1);
	}

	/** When so few are under way that another one may be; those without an answer end to count. */
	private answeredBy(): number {
		const most = this.mostUnderWay();
		const { length } = this.underWay;
		return length < most ? 0 : this.underWay[length - most] + ALONE_FOR;
	}

	private mostUnderWay(): number {
		const { estimate, round } = this;
		if (this.trouble) return 1;
		if (!estimate.isKnown) return Number.POSITIVE_INFINITY;
		if (round.starts >= estimate.size) return estimate.isShared ? MOST_OF_TRIAL_WHERE_SHARED : 1;
		const soundsOut = estimate.trial === 'shorter' || estimate.window >= LONG_ROUND;
		if (soundsOut && round.ends === 0) return 1;
		return Number.POSITIVE_INFINITY;
	}

	private beginRoundIfDue(now: number): void {
		const { estimate, round } = this;
		if (this.trouble) return;
		if (!estimate.isKnown) return this.beginIfIdle(now);
		if (round.starts < estimate.most && now < this.roundEnd()) return;
		this.endRound(round);
		this.round = roundFrom(now);
	}

	/** The last requests of an even round are still under way as it ends. */
	private endRound({ successes, starts, ends }: Round): void {
		const { estimate } = this;
		const isKnownToBeFull = successes >= estimate.size;
		const got = estimate.isEven ? successes + starts - ends : successes;
		estimate.noteEndOfRound(got);
		this.previousWasFull = got >= estimate.size;
		if (this.previousWasFull && !isKnownToBeFull) estimate.noteFullRound();
	}

	private beginIfIdle(now: number): void {
		const idle = now - Math.max(this.lastStart, this.lastEnd);
		if (this.round.starts > 0 && idle <= IDLE_AFTER) return;
		this.round = roundFrom(now);
		this.resumedAt = now;
		this.gotSincePause = 0;
	}

	private noteSuccessInRound(now: number): void {
		const { estimate, round } = this;
		round.successes++;
		if (!estimate.isKnown) return;
		if (round.successes === 1 && this.previousWasFull) estimate.noteNextRound(now);
		if (round.successes === estimate.size) estimate.noteFullRound();
	}

	private resume(trouble: Trouble, start: number): void {
		const { roundEnd, until, firstStart, lastStart, place, got, wait, count } = trouble;
		this.trouble = undefined;
		// What was named is rounded up by less than a second.
		const full = Math.max(lastStart, until - LEAST_NAMED_WAIT);
		this.estimate.learn(
			{
				place,
				got,
				wait,
				count,
				lasted: start - firstStart,
				fullFor: full - this.resumedAt,
				openAfter: start - this.resumedAt,
				gotSincePause: this.gotSincePause,
				loss: start - roundEnd,
			},
			start,
		);
		this.round = { ...roundFrom(start), starts: 1, ends: 1 };
		this.previousWasFull = false;
		this.resumedAt = start;
		this.gotSincePause = 0;
	}

	private roundEnd(): number {
		return this.round.start + this.estimate.roundDuration;
	}
}

function roundFrom(start: number): Round {
	return { start, starts: 0, ends: 0, successes: 0 };
}
