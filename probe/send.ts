import type { NexudusAnswer, Send, Silence } from '../nodes/api/exchange';
import { NoAnswer, requestTarget } from '../nodes/api/exchange';
import type { Settings } from './settings';

const LONGEST_ANSWER = 30_000;
const NEVER_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_SSL/;

/** Gives the function that sends one request once, with the token; no redirect is followed. */
export function sendTo({ baseUrl, token }: Pick<Settings, 'baseUrl' | 'token'>): Send {
	return async (request) => {
		try {
			const response = await fetch(baseUrl + requestTarget(request), {
				method: request.method,
				headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
				redirect: 'manual',
				signal: AbortSignal.timeout(LONGEST_ANSWER),
			});
			return await answerOf(response);
		} catch (error) {
			throw new NoAnswer(silenceOf(error));
		}
	};
}

async function answerOf(response: Response): Promise<NexudusAnswer> {
	return {
		status: response.status,
		reason: response.statusText,
		headers: Object.fromEntries(response.headers),
		body: parsed(await response.text()),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function silenceOf(error: unknown): Silence {
	if (!(error instanceof Error)) return 'lost';
	if (error.name === 'TimeoutError') return 'timedOut';
	const { cause } = error;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	if (NEVER_CONNECTED.test(code)) return 'unreachable';
	return UNTRUSTED.test(code) ? 'untrusted' : 'lost';
}
