import { Allowance } from '../../nodes/api/allowance';

/** Milliseconds that Nexudus takes to answer, and asks to wait. */
const LATENCY = 120;
const WAIT = 1_000;
const MOST_UNDER_WAY = 8;
const SECONDS = 40;
/** Requests that fit into each second as soon as the others are gone. */
const WRITES_A_SECOND = 60;
/**
 * What others leave of the first seconds: it looks like a window of half a second, until nothing is
 * left for two seconds, and then twice far less than expected. So requests come evenly from then on.
 */
const LEFT_BY_OTHERS = [5, 60, 60, 0, 0, 4, 3];

/** A process that always has something to write, and a Nexudus that counts by the second. */
class Course {
	readonly written = Array.from({ length: SECONDS }, () => 0);

	private readonly allowance = new Allowance();

	private readonly underWay: Array<{ start: number; isRefused: boolean }> = [];

	private pausedUntil = 0;

	/** Lets the seconds pass, and gives how many were written in each. */
	run(): readonly number[] {
		for (let now = 0; now < SECONDS * 1_000; now++) {
			this.answer(now);
			if (this.mayStart(now)) this.start(now);
		}
		return this.written;
	}

	private mayStart(now: number): boolean {
		if (this.underWay.length >= MOST_UNDER_WAY || now < this.pausedUntil) return false;
		return this.allowance.earliestStart(() => Number.POSITIVE_INFINITY) <= now;
	}

	private start(now: number): void {
		const second = Math.floor(now / 1_000);
		const isRefused = this.written[second] >= (LEFT_BY_OTHERS[second] ?? WRITES_A_SECOND);
		if (!isRefused) this.written[second]++;
		this.underWay.push({ start: now, isRefused });
		this.allowance.noteStart(now);
	}

	private answer(now: number): void {
		const answered = this.underWay.filter(({ start }) => start + LATENCY === now);
		this.underWay.splice(0, answered.length);
		for (const { start, isRefused } of answered) {
			this.allowance.noteEnd(start);
			if (isRefused) this.refuse(start, now);
			else this.allowance.noteThrough(start, now);
		}
	}

	private refuse(start: number, now: number): void {
		if (!this.allowance.isNews(start)) return;
		this.pausedUntil = now + WAIT;
		this.allowance.noteThrottle(start, now, this.pausedUntil);
	}
}

describe('A process whose requests come evenly over each second', () => {
	it('finds out that there is room again, although the last ones are still under way as a second ends', () => {
		const written = new Course().run();
		expect(Math.max(...written.slice(-10))).toBeGreaterThan(WRITES_A_SECOND / 2);
	});
});
