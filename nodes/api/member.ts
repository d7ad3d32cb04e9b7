import type { Clock } from './clock';

/** What a request does, as far as its pace is concerned. */
export type Kind = 'read' | 'write';

const KINDS: readonly Kind[] = ['read', 'write'];
const MOST_OF_AN_EXECUTION = 4;

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

/** An applicant whose turn has not come yet. */
export interface Waiting extends Applicant {
	tell: (turn: Turn) => void;
}

/** A request that may be next. */
export interface Candidate {
	member: Member;
	waiting: Waiting;
}

interface UnderWay {
	start: number;
	/** Number of the execution's turn before this one. */
	turnBefore: number;
}

/** One execution in the pace of its account. */
export class Member {
	/** When it wakes up to look again, if it sleeps. */
	wakesAt: number | undefined;

	private waiting: Waiting[] = [];

	private readonly underWay: Record<Kind, UnderWay[]> = { read: [], write: [] };

	/** How many may be under way: one of each kind until it succeeded, then two, then four. */
	private readonly allowed: Record<Kind, number> = { read: 1, write: 1 };

	/** Numbers of its last turns: who has waited longest comes first, whatever else it was given. */
	readonly lastTurn: Record<Kind, number> = { read: 0, write: 0 };

	constructor(readonly clock: Clock) {}

	get isWaiting(): boolean {
		return this.waiting.length > 0;
	}

	/** Whether it has no request at all. */
	get isIdle(): boolean {
		return this.waiting.length + this.starts.length === 0;
	}

	/** When the requests under way were started. */
	get starts(): number[] {
		return [...this.underWay.read, ...this.underWay.write].map(({ start }) => start);
	}

	/**
	 * How many requests of a kind it still has; infinite where more may follow, since so many are at
	 * work. One fewer than may be at once says nothing: the next one comes right after an answer.
	 */
	countLeft(kind: Kind): number {
		const { length } = this.waiting.filter((one) => one.kind === kind);
		const isEnd = this.waiting.length + this.starts.length < MOST_OF_AN_EXECUTION - 1;
		return isEnd || length === 0 ? length : Number.POSITIVE_INFINITY;
	}

	add(waiting: Waiting): void {
		let index = this.waiting.length;
		while (index > 0 && this.waiting[index - 1].place > waiting.place) index--;
		this.waiting.splice(index, 0, waiting);
	}

	/** Its first waiting request of each kind that may have another one under way. */
	candidates(): Candidate[] {
		if (this.starts.length >= MOST_OF_AN_EXECUTION) return [];
		return KINDS.flatMap((kind) => {
			if (this.underWay[kind].length >= this.allowed[kind]) return [];
			const waiting = this.waiting.find((one) => one.kind === kind);
			return waiting ? [{ member: this, waiting }] : [];
		});
	}

	noteStart(waiting: Waiting, now: number, turn: number): void {
		this.waiting.splice(this.waiting.indexOf(waiting), 1);
		const { kind } = waiting;
		this.underWay[kind].push({ start: now, turnBefore: this.lastTurn[kind] });
		this.lastTurn[kind] = turn;
	}

	/** What the throttle refused was no turn; or one of two could get the refusals, the other the room. */
	noteRefusal(kind: Kind, start: number): void {
		const refused = this.underWay[kind].find((one) => one.start === start);
		if (refused) this.lastTurn[kind] = Math.min(this.lastTurn[kind], refused.turnBefore);
	}

	noteEnd(kind: Kind, start: number): void {
		const underWay = this.underWay[kind];
		const index = underWay.findIndex((one) => one.start === start);
		underWay.splice(index, 1);
	}

	noteSuccess(kind: Kind): void {
		this.allowed[kind] = Math.min(MOST_OF_AN_EXECUTION, this.allowed[kind] * 2);
	}

	/** Takes out those that wait in vain. Gives them; each is judged once, since time goes on. */
	without(isMeant: (one: Waiting) => boolean): Waiting[] {
		const dismissed = new Set(this.waiting.filter(isMeant));
		if (dismissed.size === 0) return [];
		this.waiting = this.waiting.filter((one) => !dismissed.has(one));
		return [...dismissed];
	}

	/** Orders candidates: the execution whose last turn of its kind is longest ago comes first. */
	static inOrder(this: void, one: Candidate, other: Candidate): number {
		const byTurn = lastTurnOf(one) - lastTurnOf(other);
		return byTurn || one.waiting.place - other.waiting.place;
	}
}

function lastTurnOf({ member, waiting }: Candidate): number {
	return member.lastTurn[waiting.kind];
}
