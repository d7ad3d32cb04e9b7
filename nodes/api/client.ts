import type { Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import type { Clock } from './clock';
import type { FailureOf } from './endOfWrites';
import { EndOfWrites } from './endOfWrites';
import type { NexudusRequest, Send } from './exchange';
import { dateOf, isWrite, Outdated } from './exchange';
import { cancelledFailure, outdatedFailure, throttledFailure } from './failures';
import type { Applicant } from './member';
import type { Turns } from './pace';
import { repetition } from './repetition';
import type { Verdict } from './verdict';
import { verdictOfAnswer, verdictOfError } from './verdict';

/** How long one request may go on, and what its user can do where that is too short. */
export interface Persistence {
	/** Milliseconds that it may spend waiting for Nexudus's throttle. */
	throttleWait: number;
	/** What its user can do where the throttle asks for more; a sentence that follows the time. */
	advice: string;
	/** How often it is tried at the most, where trying again is harmless. Default 4. */
	tries?: number;
	/** A write beside the user's own ones: that it is refused says nothing of these. */
	isAside?: true;
	/** Called right before each sending; what it gives is called when that attempt has ended. */
	whenSent?: () => (() => unknown) | undefined;
}

/** Every request of one execution goes through here: paced, repeated where harmless, judged. */
export class Client {
	private readonly endOfWrites = new EndOfWrites();

	private requests = 0;

	/** Milliseconds that the server's clock is ahead of this machine's, at the least. */
	private serverLead = 0;

	constructor(
		private readonly send: Send,
		readonly clock: Clock,
		private readonly type: RecordType,
		private readonly pace: Turns,
	) {}

	/**
	 * Sends a request until it succeeds or may not be repeated. Gives the body of the answer.
	 * Throws a Failure; its `mayBeWritten` tells where a write's fate is unknown.
	 */
	async request(request: NexudusRequest, persistence: Persistence): Promise<unknown> {
		const { throttleWait, tries: mostTries } = persistence;
		let tries = 0;
		let throttledSince: number | undefined;
		const applicant: Applicant = {
			kind: isWrite(request) ? 'write' : 'read',
			place: ++this.requests,
			bears: (until) =>
				!this.endOfWrites.refusalOf(request) &&
				until - (throttledSince ?? this.clock.now()) <= throttleWait,
			isWanted: () => this.refusalBeforeSending(request) === undefined,
		};
		for (;;) {
			const verdict = await this.attempt(request, applicant, persistence);
			if (verdict.kind === 'success') return verdict.body;
			if (verdict.kind === 'throttled') {
				throttledSince ??= this.clock.now();
				continue;
			}
			if (verdict.failure instanceof Outdated && throttledSince !== undefined) {
				verdict.failure.throttledFor = this.clock.now() - throttledSince;
			}
			const pause = repetition(request, verdict, ++tries, mostTries);
			if (pause === undefined) throw verdict.failure;
			await this.clock.sleep(pause);
		}
	}

	/** Gives what the server's clock showed at a time of this machine's, at the earliest. */
	serverTime(instant: number): number {
		return instant + this.serverLead;
	}

	/** Lets no write start any more: those that wait for their turn fail with this Failure. */
	endWrites(failure: Failure): void {
		this.endWritesWith(() => failure);
	}

	/** Tells that nobody knows what came of a write, even after looking. */
	noteUnknownFate(): void {
		this.endOfWrites.noteUnknownFate();
		this.pace.dismissImpatient();
	}

	private endWritesWith(failureOf: FailureOf): void {
		this.endOfWrites.set(failureOf);
		this.pace.dismissImpatient();
	}

	private async attempt(
		request: NexudusRequest,
		applicant: Applicant,
		persistence: Persistence,
	): Promise<Verdict> {
		const { advice, whenSent, isAside } = persistence;
		const earlyRefusal = this.refusalBeforeSending(request);
		if (earlyRefusal) return earlyRefusal;
		const turn = await this.pace.enter(applicant);
		if (turn.kind === 'unwanted') return await this.attempt(request, applicant, persistence);
		if (turn.kind === 'tooLong') {
			return (
				this.refusalBeforeSending(request) ?? this.endedByThrottle(request, turn.until, advice)
			);
		}
		const refusal = this.refusalBeforeSending(request);
		if (refusal) {
			this.pace.giveBack(applicant.kind, turn.at);
			return refusal;
		}
		const ended = whenSent?.();
		const verdict = await this.judged(request);
		ended?.();
		// Before the next one may start, which this one may have ended.
		if (!isAside) this.endOfWrites.note(request, verdict);
		this.pace.leave(applicant.kind, turn.at, verdict);
		if (verdict.kind !== 'success') this.pace.dismissImpatient();
		return verdict;
	}

	private async judged(request: NexudusRequest): Promise<Verdict> {
		try {
			const answer = await this.send(request);
			const date = dateOf(answer);
			if (date !== undefined) this.serverLead = date - this.clock.now();
			return verdictOfAnswer(answer, request, this.type);
		} catch (error) {
			return verdictOfError(error, request);
		}
	}

	private refusalBeforeSending(request: NexudusRequest): Verdict | undefined {
		if (this.clock.isCancelled()) return { kind: 'refused', failure: cancelledFailure(request) };
		if (request.isOutdated?.()) return { kind: 'refused', failure: outdatedFailure(request) };
		const failure = this.endOfWrites.refusalOf(request);
		return failure && { kind: 'refused', failure };
	}

	/** A pause that nobody wants to sit out ends all writes: they would only meet it one by one. */
	private endedByThrottle(request: NexudusRequest, until: number, advice: string): Verdict {
		const failureOf = (one: NexudusRequest): Failure =>
			throttledFailure(one, until, this.clock.now(), advice);
		this.endWritesWith(failureOf);
		return { kind: 'refused', failure: failureOf(request) };
	}
}
