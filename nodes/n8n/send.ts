import type { IHttpRequestOptions } from 'n8n-workflow';
import type { NexudusAnswer, Send, Silence } from '../api/exchange';
import { isWrite, NoAnswer, requestTarget, SignInFailed } from '../api/exchange';
import { Failure } from '../record/failure';
import type { NexudusContext } from './context';

const READ_TIMEOUT = 30_000;
const WRITE_TIMEOUT = 60_000;

const NEVER_CONNECTED = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'ERR_INVALID_URL',
];
const TIMED_OUT = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];
const CANCELLED = ['ERR_CANCELED', 'ABORT_ERR'];
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_SSL/;

/**
 * Gives the function that sends a request with the node's credential through n8n's own helper.
 * n8n signs in again by itself after a 401, so with a login that one status is left to it. Once
 * a sign-in was refused none is tried any more: each would bring the user nearer to a lock-out.
 */
export function n8nSend(context: NexudusContext, credentialType: string, baseUrl: string): Send {
	const ignored = credentialType === 'nexudusLoginApi' ? { ignore: true, except: [401] } : true;
	let refusal: Failure | undefined;
	return async (request) => {
		if (refusal) throw new SignInFailed(refusal);
		const options: IHttpRequestOptions = {
			method: request.method,
			url: baseUrl + requestTarget(request),
			timeout: isWrite(request) ? WRITE_TIMEOUT : READ_TIMEOUT,
			json: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: ignored as IHttpRequestOptions['ignoreHttpStatusErrors'],
			...(request.body ? { body: request.body } : {}),
		};
		try {
			return await answerOf(context, credentialType, options);
		} catch (error) {
			const causes = causesOf(error);
			refusal ??= signInFailureIn(causes, isRefusal);
			return answerOrThrow(causes);
		}
	};
}

/** What may be otherwise a moment later is no refusal. */
function isRefusal({ details: { cause } }: Failure): boolean {
	return cause !== 'temporarily-unavailable' && cause !== 'rate-limited';
}

/** n8n wraps what its HTTP client, or the log-in, threw; that stands in one of the causes. */
function signInFailureIn(
	causes: readonly unknown[],
	counts: (failure: Failure) => boolean = () => true,
): Failure | undefined {
	return causes.find((cause): cause is Failure => cause instanceof Failure && counts(cause));
}

interface FullResponse {
	statusCode: number;
	statusMessage?: string;
	headers: Record<string, unknown>;
	body: unknown;
}

async function answerOf(
	context: NexudusContext,
	credentialType: string,
	options: IHttpRequestOptions,
): Promise<NexudusAnswer> {
	const response = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		credentialType,
		options,
	)) as FullResponse;
	return {
		status: response.statusCode,
		reason: response.statusMessage ?? '',
		headers: response.headers,
		body: response.body,
	};
}

function answerOrThrow(causes: unknown[]): NexudusAnswer {
	const failure = signInFailureIn(causes);
	if (failure) throw new SignInFailed(failure);
	if (causes.some((cause) => property(cause, 'httpCode') === '401')) {
		return { status: 401, reason: '', headers: {}, body: '' };
	}
	throw noAnswer(causes);
}

function noAnswer(causes: unknown[]): NoAnswer {
	const codes = causes.map((cause) => String(property(cause, 'code') ?? ''));
	return new NoAnswer(silenceOf(codes));
}

function silenceOf(codes: string[]): Silence {
	if (codes.some((code) => CANCELLED.includes(code))) return 'cancelled';
	if (codes.some((code) => NEVER_CONNECTED.includes(code))) return 'unreachable';
	if (codes.some((code) => UNTRUSTED.test(code))) return 'untrusted';
	if (codes.some((code) => TIMED_OUT.includes(code))) return 'timedOut';
	return 'lost';
}

function causesOf(error: unknown): unknown[] {
	const causes: unknown[] = [];
	for (let cause = error; cause && causes.length < 5; cause = property(cause, 'cause')) {
		causes.push(cause);
	}
	return causes;
}

function property(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return (value as Record<string, unknown>)[name];
}
