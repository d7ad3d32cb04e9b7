import type { Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import type { Clock } from './clock';
import type { NexudusRequest, Send } from './exchange';
import { isWrite, Outdated } from './exchange';
import { cancelledFailure, outdatedFailure, throttledFailure } from './failures';
import { Pace } from './pace';
import { repetition } from './repetition';
import type { Verdict } from './verdict';
import { verdictOfAnswer, verdictOfError } from './verdict';

/** How long one request may go on. */
export interface Persistence {
	/** Milliseconds that it may spend waiting for Nexudus's throttle. */
	throttleWait: number;
	/** How often it is tried at the most, where trying again is harmless. Default 4. */
	tries?: number;
}

const MOST_TRIES = 4;

/** Every request of one execution goes through here: paced, repeated where harmless, judged. */
export class Client {
	private readonly pace: Pace;

	private writesEndedBy: Failure | undefined;

	constructor(
		private readonly send: Send,
		private readonly clock: Clock,
		private readonly type: RecordType,
	) {
		this.pace = new Pace(clock);
	}

	/**
	 * Sends a request until it succeeds or may not be repeated. Gives the body of the answer.
	 * Throws a Failure; its `mayBeWritten` tells where a write's fate is unknown.
	 */
	async request(request: NexudusRequest, persistence: Persistence): Promise<unknown> {
		let tries = 0;
		let throttledSince: number | undefined;
		for (;;) {
			const verdict = await this.attempt(request);
			if (verdict.kind === 'success') return verdict.body;
			if (verdict.kind === 'throttled') {
				throttledSince ??= this.clock.now();
				this.endIfTooLong(request, verdict.wait ?? 0, throttledSince, persistence.throttleWait);
				continue;
			}
			this.endWritesIfRefused(request, verdict);
			if (verdict.failure instanceof Outdated && throttledSince !== undefined) {
				verdict.failure.throttledFor = this.clock.now() - throttledSince;
			}
			const pause = repetition(request, verdict, ++tries, persistence.tries ?? MOST_TRIES);
			if (pause === undefined) throw verdict.failure;
			await this.clock.sleep(pause);
		}
	}

	/** Lets no write start any more: those that wait for their turn fail with this Failure. */
	endWrites(failure: Failure): void {
		this.writesEndedBy ??= failure;
	}

	private async attempt(request: NexudusRequest): Promise<Verdict> {
		const kind = isWrite(request) ? 'write' : 'read';
		const start = await this.pace.enter(kind);
		const refusal = this.refusalBeforeSending(request);
		const verdict = refusal ?? (await this.judged(request));
		const wait = this.pace.leave(kind, start, verdict);
		return verdict.kind === 'throttled' ? { kind: 'throttled', wait } : verdict;
	}

	private async judged(request: NexudusRequest): Promise<Verdict> {
		try {
			return verdictOfAnswer(await this.send(request), request, this.type);
		} catch (error) {
			return verdictOfError(error, request);
		}
	}

	private refusalBeforeSending(request: NexudusRequest): Verdict | undefined {
		if (this.clock.isCancelled()) return { kind: 'refused', failure: cancelledFailure(request) };
		if (request.isOutdated?.()) return { kind: 'refused', failure: outdatedFailure(request) };
		if (!isWrite(request) || !this.writesEndedBy) return undefined;
		return { kind: 'refused', failure: this.writesEndedBy };
	}

	/** A wait that nobody wants to sit out ends all writes: they would only meet it one by one. */
	private endIfTooLong(
		request: NexudusRequest,
		wait: number,
		throttledSince: number,
		patience: number,
	): void {
		const now = this.clock.now();
		if (now + wait - throttledSince <= patience) return;
		const failure = throttledFailure(request, wait, now, patience);
		this.endWrites(failure);
		throw failure;
	}

	/** A refused token or a missing role refuses every other write as well. */
	private endWritesIfRefused(request: NexudusRequest, verdict: Verdict): void {
		if (verdict.kind !== 'refused' || !isWrite(request)) return;
		if (verdict.status === 401 || verdict.status === 403) this.endWrites(verdict.failure);
	}
}
