import type { Failure } from '../record/failure';
import type { NexudusRequest } from './exchange';
import { isWrite } from './exchange';
import { doubtfulFailure, sameFailureFor } from './failures';
import type { Verdict } from './verdict';

/** So many records refused one after the other show that the right to write is missing. */
const REFUSED_RECORDS = 3;

/** So many writes of unknown fate in a row show that the next ones would end like them. */
const MOST_IN_DOUBT = 4;

/** Gives the failure of a write that is not sent. */
export type FailureOf = (request: NexudusRequest) => Failure;

/**
 * Decides when what came of some writes holds for all others of an execution, so that these are
 * not sent any more: at a refused token at once, at a missing right after three records in a row,
 * at unknown fates after four in a row. A page of a firewall tells nothing of other writes.
 */
export class EndOfWrites {
	private readonly refused = new Set<unknown>();

	private inDoubt = 0;

	private end: FailureOf | undefined;

	/** Gives the failure of a write that may not start; undefined where it may. */
	refusalOf(request: NexudusRequest): Failure | undefined {
		return isWrite(request) ? this.end?.(request) : undefined;
	}

	/** Lets no write start any more. The first reason is the one that counts. */
	set(failureOf: FailureOf): void {
		this.end ??= failureOf;
	}

	/** Notes what came of a write. */
	note(request: NexudusRequest, verdict: Verdict): void {
		if (!isWrite(request)) return;
		if (verdict.kind === 'success') this.noteKnownFate();
		// What came of a creation can't be looked up, other writes are looked up first.
		if (verdict.kind === 'uncertain' && request.method === 'POST') this.noteUnknownFate();
		if (verdict.kind === 'refused') this.noteRefusal(request, verdict.failure, verdict.status);
	}

	/** Tells that nobody knows what came of a write. */
	noteUnknownFate(): void {
		if (++this.inDoubt >= MOST_IN_DOUBT) this.set((one) => doubtfulFailure(one, MOST_IN_DOUBT));
	}

	private noteRefusal(request: NexudusRequest, failure: Failure, status: number | undefined): void {
		// What says nothing of the right to write: a firewall's page, no answer at all.
		if (status === undefined || failure.details.cause === 'temporarily-unavailable') return;
		const isForbidden = status === 403;
		if (!isForbidden && status !== 401) return this.noteKnownFate();
		if (isForbidden) this.refused.add(recordOf(request));
		if (isForbidden && this.refused.size < REFUSED_RECORDS) return;
		this.set((other) => sameFailureFor(other, request, failure));
	}

	private noteKnownFate(): void {
		this.inDoubt = 0;
		this.refused.clear();
	}
}

/** Gives what tells one record from another; each creation is about one of its own. */
function recordOf(request: NexudusRequest): unknown {
	if (request.method === 'POST') return request;
	return request.method === 'PUT' ? `${request.path}/${String(request.body?.Id)}` : request.path;
}
