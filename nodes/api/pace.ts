import { Allowance } from './allowance';
import type { Clock } from './clock';
import type { Applicant, Candidate, Kind, Turn, Waiting } from './member';
import { Member } from './member';
import type { Verdict } from './verdict';

const MOST_OF_AN_ACCOUNT = 8;
/** A request without an answer for so long no longer holds up other executions. */
const HUNG_AFTER = 5_000;
const FIRST_WAIT = 1_000;
/** How the pause grows while nothing gets through: where Nexudus names no time, and where it does. */
const UNNAMED = { growth: 1.75, longest: 15_000 };
const NAMED = { growth: 1.3, longest: 4_000 };
const JITTER = 0.05;

/** The part of one execution in the pace of its account. */
export interface Turns {
	/** Waits for the turn of a request. One that may start must `leave` or `giveBack` its turn. */
	enter: (applicant: Applicant) => Promise<Turn>;
	/** Gives a turn back: the request is not sent after all. */
	giveBack: (kind: Kind, start: number) => void;
	/** Tells that a request ended which started at this time. */
	leave: (kind: Kind, start: number, verdict: Verdict) => void;
	/** Tells those who won't wait for the end of a pause at once, not after it. */
	dismissImpatient: () => void;
}

/**
 * Decides when the requests of one account may start, whatever executions they belong to. Of an
 * execution at most four are under way, of the account at most eight. None starts while Nexudus
 * asks to wait, and after the first throttle answer no more than the allowance of its kind. The
 * next turn is the execution's whose last one of the kind is longest ago.
 */
export class Pace {
	private readonly members = new Set<Member>();

	private readonly allowances: Record<Kind, Allowance> = {
		read: new Allowance(),
		write: new Allowance(),
	};

	private pausedUntil = 0;

	/** A little after the pause, so that not all who wait come back at the same instant. */
	private startsAgainAt = 0;

	private turns = 0;

	/** When its last request started or ended, by the clock of that execution. */
	lastUse = 0;

	/** Whether no request waits or is under way. */
	get isIdle(): boolean {
		return this.members.size === 0;
	}

	/** Lets an execution take part. */
	join(clock: Clock): Turns {
		const member = new Member(clock);
		return {
			enter: async (applicant) => await this.enter(member, applicant),
			giveBack: (kind, start) => {
				this.end(member, kind, start);
				this.allowances[kind].noteUnsent(start);
				this.admit(clock.now());
			},
			leave: (kind, start, verdict) => {
				if (verdict.kind === 'throttled') member.noteRefusal(kind, start);
				this.end(member, kind, start);
				this.allowances[kind].noteEnd(start);
				if (verdict.kind === 'success') member.noteSuccess(kind);
				if (isThrough(verdict)) this.allowances[kind].noteThrough(start, clock.now());
				if (verdict.kind === 'throttled') this.noteThrottle(clock.now(), kind, start, verdict.wait);
				this.admit(clock.now());
			},
			dismissImpatient: () => this.dismissImpatient(clock.now()),
		};
	}

	private async enter(member: Member, applicant: Applicant): Promise<Turn> {
		const now = member.clock.now();
		const until = this.pausedUntil;
		if (until > now && !applicant.bears(until)) return { kind: 'tooLong', until };
		this.members.add(member);
		return await new Promise<Turn>((tell) => {
			member.add({ ...applicant, tell });
			this.admit(now);
		});
	}

	private end(member: Member, kind: Kind, start: number): void {
		member.noteEnd(kind, start);
		this.lastUse = member.clock.now();
		if (member.isIdle) this.members.delete(member);
	}

	private dismissImpatient(now: number): void {
		const until = this.pausedUntil;
		if (until > now) this.dismiss(({ bears }) => !bears(until), { kind: 'tooLong', until });
	}

	private dismiss(isMeant: (one: Waiting) => boolean, turn: Turn): void {
		for (const member of [...this.members]) {
			const dismissed = member.without(isMeant);
			if (member.isIdle) this.members.delete(member);
			for (const { tell } of dismissed) tell(turn);
		}
	}

	/**
	 * The pause is what Nexudus asks for, or a second; while nothing gets through it grows, since
	 * Nexudus may name the same short time again and again.
	 */
	private noteThrottle(now: number, kind: Kind, start: number, asked: number | undefined): void {
		const allowance = this.allowances[kind];
		const isNews = allowance.isNews(start);
		const inARow = allowance.refusalsInARow + (isNews ? 1 : 0);
		const { growth, longest } = asked === undefined ? UNNAMED : NAMED;
		const guess = Math.min(longest, FIRST_WAIT * growth ** (inARow - 1));
		const wait = Math.max(asked ?? FIRST_WAIT, inARow > 1 ? guess : 0);
		this.pausedUntil = Math.max(this.pausedUntil, now + wait);
		const jitter = wait * Math.random() * JITTER;
		this.startsAgainAt = Math.max(this.startsAgainAt, now + wait + jitter);
		if (isNews) allowance.noteThrottle(start, now, now + (asked ?? FIRST_WAIT));
		this.dismissImpatient(now);
	}

	private admit(now: number): void {
		this.dismiss(({ isWanted }) => !isWanted(), { kind: 'unwanted' });
		for (;;) {
			const counted = this.startsThatCount(now);
			if (counted.length >= MOST_OF_AN_ACCOUNT) {
				return this.wakeAt(Math.min(...counted) + HUNG_AFTER, now);
			}
			const candidates = [...this.members].flatMap((member) => member.candidates());
			const starts = { read: this.earliestStart('read'), write: this.earliestStart('write') };
			const ready = candidates.filter(({ waiting }) => starts[waiting.kind] <= now);
			if (ready.length === 0) return this.wakeForEarliest(candidates, starts, now);
			const [next] = ready.sort(Member.inOrder);
			this.start(next, now);
		}
	}

	private startsThatCount(now: number): number[] {
		const starts = [...this.members].flatMap((member) => member.starts);
		return starts.filter((start) => now - start < HUNG_AFTER);
	}

	private start({ member, waiting }: Candidate, now: number): void {
		member.noteStart(waiting, now, ++this.turns);
		this.lastUse = now;
		this.allowances[waiting.kind].noteStart(now);
		waiting.tell({ kind: 'start', at: now });
	}

	private earliestStart(kind: Kind): number {
		const allowed = this.allowances[kind].earliestStart(() => this.countLeft(kind));
		return Math.max(this.startsAgainAt, allowed);
	}

	private countLeft(kind: Kind): number {
		const counts = [...this.members].map((member) => member.countLeft(kind));
		return counts.reduce((sum, count) => sum + count, 0);
	}

	private wakeForEarliest(
		candidates: readonly Candidate[],
		starts: Record<Kind, number>,
		now: number,
	): void {
		if (candidates.length === 0) return;
		this.wakeAt(Math.min(...candidates.map(({ waiting }) => starts[waiting.kind])), now);
	}

	/** Each execution that waits sleeps by its own clock, so that its own cancelling wakes it. */
	private wakeAt(time: number, now: number): void {
		for (const member of this.members) {
			if (!member.isWaiting) continue;
			if (member.wakesAt !== undefined && member.wakesAt <= time) continue;
			member.wakesAt = time;
			void member.clock.sleep(time - now).then(() => {
				if (member.wakesAt === time) member.wakesAt = undefined;
				this.admit(member.clock.now());
			});
		}
	}
}

/** Whether the throttle let the request pass, whatever came of it then. */
function isThrough(verdict: Verdict): boolean {
	if (verdict.kind === 'refused') return verdict.status !== undefined;
	return verdict.kind === 'success';
}
