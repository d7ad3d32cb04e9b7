import type { QueryPair } from '../record/conditions';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';

/** One request to Nexudus. */
export interface NexudusRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path below the base URL, beginning with a slash. */
	path: string;
	query?: readonly QueryPair[];
	body?: NexudusRecord;
	/** What was wanted, to go on after "Nexudus could not …", such as "list contract contacts". */
	purpose: string;
	/** The role that the request needs (document "Roles and access": one for each right). */
	role: string;
	/** Asked right before each sending; a request that is outdated by then is not sent. */
	isOutdated?: () => boolean;
}

/** What Nexudus answered, whatever its status. */
export interface NexudusAnswer {
	status: number;
	/** Reason phrase after the status. */
	reason: string;
	/** Header names in lower case. */
	headers: Record<string, unknown>;
	/** Parsed JSON, or the text where it was none. */
	body: unknown;
}

/** Why no answer came. */
export type Silence = 'unreachable' | 'untrusted' | 'lost' | 'timedOut' | 'cancelled';

/** No answer came from Nexudus. */
export class NoAnswer extends Error {
	override name = 'NoAnswer';

	constructor(readonly silence: Silence) {
		super(silence);
	}
}

/** The sign-in failed before the request was sent. */
export class SignInFailed extends Error {
	override name = 'SignInFailed';

	constructor(readonly failure: Failure) {
		super(failure.message);
	}
}

/** A request was not sent, since it was outdated when its turn came. */
export class Outdated extends Failure {
	override name = 'Outdated';

	/** Milliseconds that it had been waiting since its first throttle answer. */
	throttledFor = 0;
}

/** Sends one request once. Throws NoAnswer or SignInFailed. */
export type Send = (request: NexudusRequest) => Promise<NexudusAnswer>;

/** Tells whether a request changes something. */
export function isWrite(request: NexudusRequest): boolean {
	return request.method !== 'GET';
}

/** Gives the time in an answer's header Date, in milliseconds since 1970 (UTC), by whole seconds. */
export function dateOf(answer: NexudusAnswer): number | undefined {
	const date = Date.parse(String(answer.headers.date ?? ''));
	return Number.isNaN(date) ? undefined : date;
}

/** Gives path and query as they stand in the request line. */
export function requestTarget(request: NexudusRequest): string {
	const query = (request.query ?? [])
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join('&');
	return query ? `${request.path}?${query}` : request.path;
}
