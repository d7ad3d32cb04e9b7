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
 * n8n signs in again by itself after a 401, so with a login that one status is left to it.
 */
export function n8nSend(context: NexudusContext, credentialType: string, baseUrl: string): Send {
	const ignored = credentialType === 'nexudusLoginApi' ? { ignore: true, except: [401] } : true;
	return async (request) => {
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
		return await answerOf(context, credentialType, options);
	};
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
	try {
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
	} catch (error) {
		return answerOrThrow(error);
	}
}

/** n8n wraps what its HTTP client threw; the reason stands in one of the causes. */
function answerOrThrow(error: unknown): NexudusAnswer {
	const causes = causesOf(error);
	const failure = causes.find((cause) => cause instanceof Failure);
	if (failure instanceof Failure) throw signInFailed(failure);
	if (causes.some((cause) => property(cause, 'httpCode') === '401')) {
		return { status: 401, reason: '', headers: {}, body: '' };
	}
	throw noAnswer(causes);
}

function signInFailed(failure: Failure): SignInFailed {
	return new SignInFailed(failure);
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
