import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { checkedBaseUrl, nexudusAt } from '../api/baseUrl';
import type { NexudusAnswer } from '../api/exchange';
import { dateOf } from '../api/exchange';
import { codeAt, keyOfSecret } from '../api/oneTimeCode';
import { isThrottle, retryAfter } from '../api/verdict';
import { isRecord } from '../record/field';
import { CodeRefused, loginFailure, notReached, throttled } from './signInFailures';
import { tokenFor } from './signIns';

const TIMEOUT = 30_000;

/** What a log-in is made of. */
interface SignIn {
	baseUrl: string;
	email: string;
	password: string;
	/** The key of the user's authenticator app, where one was entered. */
	key: Buffer | undefined;
}

/**
 * Gives a new bearer token for an email and a password, and the secret of an authenticator app where
 * there is one (document "Authentication": a form to /api/token with the grant "password"). Throws a
 * Failure that says in words what stands against.
 */
export async function sessionTokenOf(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const signIn: SignIn = {
		baseUrl: checkedBaseUrl(credentials.baseUrl),
		email: String(credentials.email ?? '').trim(),
		password: String(credentials.password ?? ''),
		key: keyOfSecret(credentials.twoFactorSecret),
	};
	const user = { fingerprint: fingerprintOf(signIn), proof: signIn.key ? 'code' : 'none' } as const;
	return await tokenFor(
		user,
		credentials.sessionToken,
		async (codeInstant) => await loggedIn(helper, signIn, codeInstant),
	);
}

function fingerprintOf({ baseUrl, email, password, key }: SignIn): string {
	const parts = [nexudusAt(baseUrl), email.toLowerCase(), password, key?.toString('hex')];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function loggedIn(
	helper: IHttpRequestHelper,
	{ baseUrl, email, password, key }: SignIn,
	codeInstant: number,
): Promise<string> {
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: `${baseUrl}/api/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'password',
			username: email,
			password,
			...(key ? { totp: codeAt(key, codeInstant) } : {}),
		}).toString(),
		timeout: TIMEOUT,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	const answer = await answerTo(helper, options);
	if (key && errorIn(answer.body) === 'two_factor_auth_check') {
		throw new CodeRefused(dateOf(answer));
	}
	return tokenIn(answer);
}

/** The HTTP client's own error holds the request with the password: it must not be handed on. */
async function answerTo(
	helper: IHttpRequestHelper,
	options: IHttpRequestOptions,
): Promise<NexudusAnswer> {
	try {
		const { statusCode, statusMessage, headers, body } = (await helper.helpers.httpRequest(
			options,
		)) as TokenAnswer;
		return { status: statusCode, reason: statusMessage ?? '', headers: headers ?? {}, body };
	} catch {
		throw notReached();
	}
}

interface TokenAnswer {
	statusCode: number;
	statusMessage?: string;
	headers?: Record<string, unknown>;
	body: unknown;
}

function tokenIn(answer: NexudusAnswer): string {
	const { body } = answer;
	if (isRecord(body) && typeof body.access_token === 'string') return body.access_token;
	if (isThrottle(answer)) throw throttled(answer.status, retryAfter(answer));
	throw loginFailure(answer.status, errorIn(body));
}

function errorIn(body: unknown): string {
	return isRecord(body) ? String(body.error ?? '') : '';
}
