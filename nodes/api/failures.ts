import { Failure } from '../record/failure';
import type { RecordType } from '../record/field';
import type { NexudusRequest, Silence } from './exchange';
import { isWrite, Outdated } from './exchange';

const WRITE_MAY_HAVE_HAPPENED: Record<string, string> = {
	POST: 'It may have been created',
	PUT: 'It may have been updated',
	DELETE: 'It may have been deleted',
};

function doubt(request: NexudusRequest): string {
	const written = WRITE_MAY_HAVE_HAPPENED[request.method];
	return written
		? `${written}. Look in Nexudus before you run this item again.`
		: 'Nothing was changed. Run the node again in a while.';
}

/** A creation can't be looked up afterwards, so its message itself has to say what is unknown. */
function troubleWith(request: NexudusRequest, trouble: string): string {
	const message = `Nexudus could not ${request.purpose}: ${trouble}`;
	return request.method === 'POST' ? `${message}, so it may have been created` : message;
}

/** Gives the failure of a request that the server was not able to handle (a 5xx answer). */
export function unavailableFailure(status: number, request: NexudusRequest): Failure {
	return new Failure(troubleWith(request, `its server had trouble (${status})`), {
		description: doubt(request),
		status,
		cause: 'temporarily-unavailable',
		...(isWrite(request) ? { mayBeWritten: true } : {}),
	});
}

/** Gives the failure of a connection that was never made. */
export function unreachableFailure(request: NexudusRequest): Failure {
	return new Failure(`Nexudus could not ${request.purpose}: the server was not reached`, {
		description:
			"Nothing was sent. Check 'Base URL' in the credential and the network of your n8n, then run the node again.",
		cause: 'temporarily-unavailable',
	});
}

/** Gives the failure of a connection that was broken off, since the server may be another. */
export function untrustedFailure(request: NexudusRequest): Failure {
	return new Failure(
		`Nexudus could not ${request.purpose}: the server’s certificate is not trusted`,
		{
			description:
				"Nothing was sent. Check 'Base URL' in the credential, and whether a proxy stands between your n8n and Nexudus.",
			cause: 'configuration-invalid',
		},
	);
}

type Loss = Exclude<Silence, 'unreachable' | 'untrusted'>;

const LOSSES: Record<Loss, string> = {
	lost: 'the answer was lost on the way',
	timedOut: 'no answer came in time',
	cancelled: 'the execution was cancelled',
};

/** Gives the failure of a request whose answer did not come. */
export function lostFailure(request: NexudusRequest, loss: Loss): Failure {
	return new Failure(troubleWith(request, LOSSES[loss]), {
		description: doubt(request),
		cause: 'temporarily-unavailable',
		...(isWrite(request) ? { mayBeWritten: true } : {}),
	});
}

/** Gives the failure of a request that was not sent because the execution was cancelled. */
export function cancelledFailure(request: NexudusRequest): Failure {
	return new Failure(`The execution was cancelled before Nexudus could ${request.purpose}`, {
		description: 'Nothing was sent for this item.',
	});
}

/** Gives the failure of a request that was not sent because it was outdated. */
export function outdatedFailure(request: NexudusRequest): Outdated {
	return new Outdated(`Nexudus did not ${request.purpose}: it was loaded too long ago`, {
		description: 'Nothing was written for this item. Run the node again.',
	});
}

/** Gives the failure of a request that would meet the same refusal as an earlier one. */
export function sameFailureFor(
	request: NexudusRequest,
	earlier: NexudusRequest,
	failure: Failure,
): Failure {
	const message = failure.message.split(earlier.purpose).join(request.purpose);
	return new Failure(message, failure.details);
}

/** Gives the failure of a creation that was answered without saying what was created. */
export function withoutIdFailure({ label }: RecordType): Failure {
	return new Failure(`Nexudus answered without an ID, so the ${label} may have been created`, {
		description: 'Look in Nexudus before you run this item again.',
		mayBeWritten: true,
	});
}

/** Gives the failure of a write that is not sent since so many before it were left in doubt. */
export function doubtfulFailure(request: NexudusRequest, inDoubt: number): Failure {
	return new Failure(
		`Nexudus was not asked to ${request.purpose}: what came of the last ${inDoubt} writes is unknown`,
		{
			description:
				'Nothing was sent for this item. Look in Nexudus at the items that may have been written, then run the node again with the others.',
			cause: 'temporarily-unavailable',
		},
	);
}

/** Gives the failure of a request that would have to wait longer for the throttle than allowed. */
export function throttledFailure(
	request: NexudusRequest,
	pausedUntil: number,
	now: number,
	advice: string,
): Failure {
	const wait = Math.max(0, pausedUntil - now);
	const until = new Date(pausedUntil).toISOString().replace(/\.\d+Z$/, 'Z');
	return new Failure(
		`Nexudus did not ${request.purpose}: it asks to wait ${Math.ceil(wait / 1000)} seconds, until ${until}`,
		{
			description: `Nothing was ${isWrite(request) ? 'written' : 'read'}. Nexudus limits requests and takes new ones from ${until}. ${advice}`,
			status: 429,
			cause: 'rate-limited',
			retryAfter: wait,
		},
	);
}

/** What to do where something else than Nexudus answers. */
export const CHECK_BASE_URL =
	"Check 'Base URL' in the credential: https://spaces.nexudus.com unless Nexudus told you otherwise.";

/** Gives the failure of an answer that is none of Nexudus's: something else is at the address. */
export function strangeAnswer(): Failure {
	return new Failure('The server at this address does not answer like Nexudus', {
		description: CHECK_BASE_URL,
		cause: 'configuration-invalid',
	});
}
