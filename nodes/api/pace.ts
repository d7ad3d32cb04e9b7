import { Allowance } from './allowance';
import type { Clock } from './clock';
import type { Verdict } from './verdict';

/** What a request does, as far as its pace is concerned. */
export type Kind = 'read' | 'write';

const KINDS: readonly Kind[] = ['read', 'write'];
const MOST_OF_AN_EXECUTION = 4;
const MOST_OF_AN_ACCOUNT = 8;
/** A request without an answer for so long no longer holds up other executions. */
const HUNG_AFTER = 5_000;
const FIRST_WAIT = 1_000;
/** How the pause grows while nothing gets through: where Nexudus names no time, and where it does. */
const UNNAMED = { growth: 1.75, longest: 15_000 };
const NAMED = { growth: 1.3, longest: 4_000 };
const JITTER = 0.05;

/** A request that wants to start. */
export interface Applicant {
	kind: Kind;
	/** Its place in the order in which requests first applied: who is sent back stays ahead. */
	place: number;
	/** Whether it would wait for a pause that Nexudus asked for, until this time. */
	bears: (pausedUntil: number) => boolean;
	/** Whether it would still be sent now; one that wouldn't takes no turn away from others. */
	isWanted: () => boolean;
}

/**
 * What a request is told: that it starts, that it is not wanted any more, or until when a pause
 * lasts that it won't wait for.
 */
export type Turn =
	| { kind: 'start'; at: number }
	| { kind: 'unwanted' }
	| { kind: 'tooLong'; until: number };

interface Waiting extends Applicant {
	tell: (turn: Turn) => void;
}

/** What the account's pace knows of one execution. */
interface Member {
	clock: Clock;
	waiting: Waiting[];
	/** When each request under way was started, by kind. */
	underWay: Record<Kind, number[]>;
	allowed: Record<Kind, number>;
	/** Number of its last turn: who has waited longest comes first. */
	lastTurn: number;
	/** When it wakes up to look again, if it sleeps. */
	wakesAt: number | undefined;
}

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
 * execution at most four are under way, of each kind one until it succeeded, then two, then four;
 * of the account at most eight. None starts while Nexudus asks to wait, and after the first
 * throttle answer no more than the allowance of its kind. The next turn is the execution's whose
 * last one is longest ago.
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
		const member: Member = {
			clock,
			waiting: [],
			underWay: { read: [], write: [] },
			allowed: { read: 1, write: 1 },
			lastTurn: 0,
			wakesAt: undefined,
		};
		return {
			enter: async (applicant) => await this.enter(member, applicant),
			giveBack: (kind, start) => {
				this.end(member, kind, start);
				this.allowances[kind].noteUnsent();
				this.admit(member.clock.now());
			},
			leave: (kind, start, verdict) => {
				this.end(member, kind, start);
				this.allowances[kind].noteEnd(start);
				if (verdict.kind === 'success') this.noteSuccess(member, kind, start);
				if (verdict.kind === 'throttled') this.noteThrottle(member, kind, start, verdict.wait);
				this.admit(member.clock.now());
			},
			dismissImpatient: () => this.dismissImpatient(member.clock.now()),
		};
	}

	private async enter(member: Member, applicant: Applicant): Promise<Turn> {
		const now = member.clock.now();
		const until = this.pausedUntil;
		if (until > now && !applicant.bears(until)) return { kind: 'tooLong', until };
		this.members.add(member);
		return await new Promise<Turn>((tell) => {
			const { waiting } = member;
			let index = waiting.length;
			while (index > 0 && waiting[index - 1].place > applicant.place) index--;
			waiting.splice(index, 0, { ...applicant, tell });
			this.admit(now);
		});
	}

	private end(member: Member, kind: Kind, start: number): void {
		const { underWay } = member;
		underWay[kind].splice(underWay[kind].indexOf(start), 1);
		this.lastUse = member.clock.now();
		this.forgetIfIdle(member);
	}

	private forgetIfIdle(member: Member): void {
		const { waiting, underWay } = member;
		if (waiting.length + underWay.read.length + underWay.write.length > 0) return;
		this.members.delete(member);
	}

	private dismissImpatient(now: number): void {
		const until = this.pausedUntil;
		if (until <= now) return;
		for (const member of [...this.members]) {
			this.dismiss(member, ({ bears }) => !bears(until), { kind: 'tooLong', until });
		}
	}

	private noteSuccess(member: Member, kind: Kind, start: number): void {
		member.allowed[kind] = Math.min(MOST_OF_AN_EXECUTION, member.allowed[kind] * 2);
		this.allowances[kind].noteSuccess(start, member.clock.now());
	}

	/**
	 * The pause is what Nexudus asks for, or a second; while nothing gets through it grows, since
	 * Nexudus may name the same short time again and again.
	 */
	private noteThrottle(member: Member, kind: Kind, start: number, asked: number | undefined): void {
		const now = member.clock.now();
		const allowance = this.allowances[kind];
		const isNews = allowance.isNews(start);
		const inARow = allowance.refusalsInARow + (isNews ? 1 : 0);
		const { growth, longest } = asked === undefined ? UNNAMED : NAMED;
		const guess = Math.min(longest, FIRST_WAIT * growth ** (inARow - 1));
		const wait = Math.max(asked ?? FIRST_WAIT, inARow > 1 ? guess : 0);
		this.pausedUntil = Math.max(this.pausedUntil, now + wait);
		const jitter = wait * Math.random() * JITTER;
		this.startsAgainAt = Math.max(this.startsAgainAt, now + wait + jitter);
		if (isNews) allowance.noteThrottle(start, now, now + wait);
		this.dismissImpatient(now);
	}

	private admit(now: number): void {
		this.dismissUnwanted();
		for (;;) {
			if (this.underWayAt(now) >= MOST_OF_AN_ACCOUNT) return this.wakeAt(this.hungAt(now), now);
			const candidates = this.candidates();
			const ready = candidates.filter(({ kind }) => this.earliestStart(kind) <= now);
			if (ready.length === 0) return this.wakeForEarliest(candidates, now);
			ready.sort(
				(one, other) => one.member.lastTurn - other.member.lastTurn || inOrder(one, other),
			);
			this.start(ready[0].member, ready[0].waiting, now);
		}
	}

	private dismissUnwanted(): void {
		for (const member of [...this.members]) {
			this.dismiss(member, ({ isWanted }) => !isWanted(), { kind: 'unwanted' });
		}
	}

	private dismiss(member: Member, isMeant: (one: Waiting) => boolean, turn: Turn): void {
		const dismissed = new Set(member.waiting.filter(isMeant));
		if (dismissed.size === 0) return;
		member.waiting = member.waiting.filter((one) => !dismissed.has(one));
		this.forgetIfIdle(member);
		for (const { tell } of dismissed) tell(turn);
	}

	/** The first waiting request of each kind of each execution that may have another one. */
	private candidates(): Candidate[] {
		return [...this.members].flatMap((member) => {
			const { underWay, allowed, waiting } = member;
			if (underWay.read.length + underWay.write.length >= MOST_OF_AN_EXECUTION) return [];
			return KINDS.flatMap((kind) => {
				if (underWay[kind].length >= allowed[kind]) return [];
				const first = waiting.find((one) => one.kind === kind);
				return first ? [{ member, kind, waiting: first }] : [];
			});
		});
	}

	private underWayAt(now: number): number {
		return this.startsUnderWay().filter((start) => now - start < HUNG_AFTER).length;
	}

	/** When the next request under way stops counting. */
	private hungAt(now: number): number {
		const counted = this.startsUnderWay().filter((start) => now - start < HUNG_AFTER);
		return Math.min(...counted) + HUNG_AFTER;
	}

	private startsUnderWay(): number[] {
		return [...this.members].flatMap(({ underWay }) => [...underWay.read, ...underWay.write]);
	}

	private start(member: Member, waiting: Waiting, now: number): void {
		member.waiting.splice(member.waiting.indexOf(waiting), 1);
		member.underWay[waiting.kind].push(now);
		member.lastTurn = ++this.turns;
		this.lastUse = now;
		this.allowances[waiting.kind].noteStart(now);
		waiting.tell({ kind: 'start', at: now });
	}

	private earliestStart(kind: Kind): number {
		return Math.max(this.startsAgainAt, this.allowances[kind].earliestStart());
	}

	private wakeForEarliest(candidates: readonly Candidate[], now: number): void {
		if (candidates.length === 0) return;
		this.wakeAt(Math.min(...candidates.map(({ kind }) => this.earliestStart(kind))), now);
	}

	/** Each execution that waits sleeps by its own clock, so that its own cancelling wakes it. */
	private wakeAt(time: number, now: number): void {
		for (const member of this.members) {
			if (member.waiting.length === 0) continue;
			if (member.wakesAt !== undefined && member.wakesAt <= time) continue;
			member.wakesAt = time;
			void member.clock.sleep(time - now).then(() => {
				if (member.wakesAt === time) member.wakesAt = undefined;
				this.admit(member.clock.now());
			});
		}
	}
}

interface Candidate {
	member: Member;
	kind: Kind;
	waiting: Waiting;
}

function inOrder(one: Candidate, other: Candidate): number {
	return one.waiting.place - other.waiting.place;
}
