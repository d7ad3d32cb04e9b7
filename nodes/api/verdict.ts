import type { Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import { isRecord } from '../record/field';
import type { NexudusAnswer, NexudusRequest } from './exchange';
import { dateOf, isWrite, NoAnswer, SignInFailed } from './exchange';
import {
	lostFailure,
	strangeAnswer,
	unavailableFailure,
	unreachableFailure,
	untrustedFailure,
	withoutIdFailure,
} from './failures';
import { conflictFailure, failureOfAnswer, isHtml } from './refusals';

/** A week: longer waits fit neither a timer nor a date. */
const LONGEST_WAIT = 604_800_000;

/** What came of one attempt, as far as it decides what to do next. */
export type Verdict =
	| { kind: 'success'; body: unknown }
	/** Nothing was done; `wait` is in milliseconds, undefined where Nexudus named no time. */
	| { kind: 'throttled'; wait: number | undefined }
	/** Nothing was sent. */
	| { kind: 'notSent'; failure: Failure }
	/** Nobody knows whether it was carried out. */
	| { kind: 'uncertain'; failure: Failure }
	/** Nexudus, or the one who cancelled, said no. */
	| { kind: 'refused'; failure: Failure; status?: number };

/** Judges an answer (document "API limitations" for 409; "Update ContractContact" for 400). */
export function verdictOfAnswer(
	answer: NexudusAnswer,
	request: NexudusRequest,
	type: RecordType,
): Verdict {
	const { status } = answer;
	if (isThrottle(answer)) return { kind: 'throttled', wait: retryAfter(answer) };
	if (status === 409) return { kind: 'refused', failure: conflictFailure(request), status };
	if (status >= 500) return verdictOfServerTrouble(answer, request, type);
	if (status >= 300 || !wasSuccessful(answer)) {
		return { kind: 'refused', failure: failureOfAnswer(answer, request, type), status };
	}
	if (isUnreadable(answer)) return verdictOfUnreadable(answer, request);
	if (request.method === 'POST' && writtenId(answer.body) === undefined) {
		return { kind: 'uncertain', failure: withoutIdFailure(type) };
	}
	return { kind: 'success', body: answer.body };
}

/** A text that is no JSON was cut off, or comes from something else than Nexudus. */
function verdictOfUnreadable(answer: NexudusAnswer, request: NexudusRequest): Verdict {
	if (!isWrite(request) && isHtml(answer)) return { kind: 'refused', failure: strangeAnswer() };
	return { kind: 'uncertain', failure: lostFailure(request, 'lost') };
}

function verdictOfServerTrouble(
	answer: NexudusAnswer,
	request: NexudusRequest,
	type: RecordType,
): Verdict {
	if (isWrite(request) && !wasSuccessful(answer)) {
		const { status } = answer;
		return { kind: 'refused', failure: failureOfAnswer(answer, request, type), status };
	}
	return { kind: 'uncertain', failure: unavailableFailure(answer.status, request) };
}

/** Judges an attempt that ended without an answer. What is unknown may have been carried out. */
export function verdictOfError(error: unknown, request: NexudusRequest): Verdict {
	if (error instanceof SignInFailed) return verdictOfSignIn(error.failure);
	const silence = error instanceof NoAnswer ? error.silence : 'lost';
	switch (silence) {
		case 'unreachable':
			return { kind: 'notSent', failure: unreachableFailure(request) };
		case 'lost':
		case 'timedOut':
			return { kind: 'uncertain', failure: lostFailure(request, silence) };
		case 'untrusted':
			return { kind: 'refused', failure: untrustedFailure(request) };
		case 'cancelled':
			return { kind: 'refused', failure: lostFailure(request, silence) };
	}
}

/**
 * A sign-in that failed for a while sent nothing; one that was refused is refused for all. One
 * that was throttled waits here, where the execution's pace and its cancelling hold.
 */
function verdictOfSignIn(failure: Failure): Verdict {
	const { cause, retryAfter: wait } = failure.details;
	if (cause === 'rate-limited') return { kind: 'throttled', wait };
	if (cause === 'temporarily-unavailable') return { kind: 'notSent', failure };
	return { kind: 'refused', failure, status: 401 };
}

const ASKS_TO_WAIT = /must wait|wait \d+(\.\d+)? seconds?\b/i;

/** Tells whether an answer asks to wait (document "API limitations"; some clients meet 429). */
export function isThrottle(answer: NexudusAnswer): boolean {
	if (answer.status === 429) return true;
	if (answer.status !== 409) return false;
	if (answer.headers['retry-after'] !== undefined) return true;
	return ASKS_TO_WAIT.test(`${answer.reason} ${bodyText(answer.body)}`);
}

function bodyText(body: unknown): string {
	return typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
}

/**
 * Gives how long an answer asks to wait, in milliseconds: the header Retry-After in seconds or as
 * a date, or "Wait N seconds" in the text. Undefined where it names no time.
 */
export function retryAfter(answer: NexudusAnswer): number | undefined {
	const wait = namedWait(answer);
	return wait === undefined ? undefined : Math.min(wait, LONGEST_WAIT);
}

function namedWait(answer: NexudusAnswer): number | undefined {
	const header = String(answer.headers['retry-after'] ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
	const date = header ? Date.parse(header) : Number.NaN;
	// A date is by the server's clock, which may differ from this machine's.
	if (!Number.isNaN(date)) return Math.max(0, date - (dateOf(answer) ?? Date.now()));
	const words = /wait (\d+(?:\.\d+)?) seconds?\b/i.exec(bodyText(answer.body));
	return words ? Number(words[1]) * 1000 : undefined;
}

/** Gives the Id in the answer to a write (documents "Create", "Update ContractContact"). */
export function writtenId(body: unknown): number | undefined {
	if (!isRecord(body) || !isRecord(body.Value)) return undefined;
	const id = Number(body.Value.Id);
	return Number.isSafeInteger(id) && id >= 1 ? id : undefined;
}

function wasSuccessful(answer: NexudusAnswer): boolean {
	const { body } = answer;
	return !isRecord(body) || body.WasSuccessful !== false;
}

/** Every answer with a body is JSON; a text that is none was cut off or comes from something else. */
function isUnreadable(answer: NexudusAnswer): boolean {
	return typeof answer.body === 'string' && answer.body.trim() !== '';
}
