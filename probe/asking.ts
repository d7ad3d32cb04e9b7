import type { Clock } from '../nodes/api/clock';
import type { NexudusAnswer, NexudusRequest, Send, Silence } from '../nodes/api/exchange';
import { NoAnswer } from '../nodes/api/exchange';
import type { Applicant } from '../nodes/api/member';
import type { Turns } from '../nodes/api/pace';
import { Pace } from '../nodes/api/pace';
import { repetition } from '../nodes/api/repetition';
import type { Verdict } from '../nodes/api/verdict';
import { verdictOfAnswer, verdictOfError } from '../nodes/api/verdict';
import type { RecordType } from '../nodes/record/field';
import { ProbeFailure, RequestsUsedUp } from './failure';
import { silenceFailure, throttleFailure, tokenFailure } from './refusals';

/** The most requests that one run sends, repeated ones included. */
export const MOST_REQUESTS = 60;

/** Document "API limitations": one request in 100 ms, as they arrive; so they leave further apart. */
const SPACING = 150;
const LONGEST_THROTTLE_WAIT = 120_000;
const TRIES = 3;

/** What came of one question; no status where the answer was lost each time. */
export type Reply = Pick<NexudusAnswer, 'body'> & { status: number | undefined };

interface Attempt {
	verdict: Verdict;
	answer: NexudusAnswer | undefined;
	silence: Silence | undefined;
}

/** Asks Nexudus by GET alone: one request after the other, at its pace, 60 at the most. */
export class Asking {
	/** How many requests were sent. */
	requests = 0;

	private readonly pace: Turns;

	private lastSent = Number.NEGATIVE_INFINITY;

	constructor(
		private readonly send: Send,
		private readonly clock: Clock,
		readonly type: RecordType,
	) {
		this.pace = new Pace().join(clock);
	}

	get requestsLeft(): number {
		return MOST_REQUESTS - this.requests;
	}

	/**
	 * Gives the answer to a path with its query as it goes over the wire. Trouble of the server and
	 * lost answers are repeated up to `tries`. Throws RequestsUsedUp, and a ProbeFailure where the
	 * token is refused, the server is out of reach, or its throttle asks for too long a wait.
	 */
	async get(target: string, tries = TRIES): Promise<Reply> {
		const request: NexudusRequest = { method: 'GET', path: target, purpose: '', role: '' };
		for (let tried = 1; ; tried++) {
			const { verdict, answer, silence } = await this.unthrottled(request);
			if (answer?.status === 401) throw tokenFailure(this.requests);
			const pause = repetition(request, verdict, tried, tries);
			if (pause !== undefined) {
				await this.clock.sleep(pause);
				continue;
			}
			if (silence === 'unreachable' || silence === 'untrusted') throw silenceFailure(silence);
			return { status: answer && statusOf(answer), body: answer?.body };
		}
	}

	private async unthrottled(request: NexudusRequest): Promise<Attempt> {
		let throttledSince: number | undefined;
		const applicant: Applicant = {
			kind: 'read',
			place: 0,
			bears: (until) => until - (throttledSince ?? this.clock.now()) <= LONGEST_THROTTLE_WAIT,
			isWanted: () => true,
		};
		for (;;) {
			if (this.requestsLeft <= 0) throw new RequestsUsedUp();
			const turn = await this.pace.enter(applicant);
			if (turn.kind === 'tooLong') throw throttleFailure(turn.until);
			if (turn.kind === 'unwanted') continue;
			const attempt = await this.attempt(request);
			this.pace.leave('read', turn.at, attempt.verdict);
			if (attempt.verdict.kind !== 'throttled') return attempt;
			throttledSince ??= this.clock.now();
		}
	}

	private async attempt(request: NexudusRequest): Promise<Attempt> {
		const early = this.lastSent + SPACING - this.clock.now();
		if (early > 0) await this.clock.sleep(early);
		this.lastSent = this.clock.now();
		this.requests++;
		try {
			const answer = await this.send(request);
			return { answer, verdict: verdictOfAnswer(answer, request, this.type), silence: undefined };
		} catch (error) {
			if (!(error instanceof NoAnswer)) throw error;
			const { silence } = error;
			return { answer: undefined, verdict: verdictOfError(error, request), silence };
		}
	}
}

/** A text with status 200 that is no JSON was cut off: no answer to any question. */
function statusOf({ status, body }: NexudusAnswer): number | undefined {
	const isCutOff = status === 200 && typeof body === 'string' && !body.trimStart().startsWith('<');
	return isCutOff && body.trim() !== '' ? undefined : status;
}

/** Gives a reply's status. Throws a ProbeFailure where no answer came at all. */
export function answered({ status }: Reply): number {
	if (status !== undefined) return status;
	throw new ProbeFailure(
		'Nexudus gave no whole answer in time, again and again. Check NEXUDUS_URL and your network, then run the probe once more.',
	);
}
