import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { Failure } from '../record/failure';
import { checkedBaseUrl } from '../api/baseUrl';
import type { NexudusAnswer } from '../api/exchange';
import { isThrottle, retryAfter } from '../api/verdict';

const TIMEOUT = 30_000;

/** Log-ins under way, so that requests which need a token at the same time share one. */
const underWay = new Map<string, Promise<string>>();

/**
 * Gives a new bearer token for an email and a password (document "Authentication": a form to
 * /api/token with the grant "password"). Throws a Failure that says in words what stands against.
 */
export async function sessionTokenOf(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const baseUrl = checkedBaseUrl(credentials.baseUrl);
	const user = JSON.stringify([baseUrl, credentials.email, credentials.password]);
	const login = underWay.get(user) ?? loggedIn(helper, baseUrl, credentials);
	underWay.set(user, login);
	try {
		return await login;
	} finally {
		underWay.delete(user);
	}
}

async function loggedIn(
	helper: IHttpRequestHelper,
	baseUrl: string,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: `${baseUrl}/api/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'password',
			username: String(credentials.email ?? '').trim(),
			password: String(credentials.password ?? ''),
		}).toString(),
		timeout: TIMEOUT,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	return tokenOf(await answerTo(helper, options));
}

/** The HTTP client's own error holds the request with the password: it must not be handed on. */
async function answerTo(
	helper: IHttpRequestHelper,
	options: IHttpRequestOptions,
): Promise<TokenAnswer> {
	try {
		return (await helper.helpers.httpRequest(options)) as TokenAnswer;
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

function tokenOf({ statusCode, statusMessage = '', headers = {}, body }: TokenAnswer): string {
	const answer = typeof body === 'object' && body !== null ? body : {};
	if ('access_token' in answer && typeof answer.access_token === 'string') {
		return answer.access_token;
	}
	const given = { status: statusCode, reason: statusMessage, headers, body };
	if (isThrottle(given)) throw throttled(given);
	throw loginFailure(statusCode, 'error' in answer ? String(answer.error) : '');
}

function notReached(): Failure {
	return new Failure("Nexudus was not reached to log in: check 'Base URL' in the credential", {
		description: 'Nothing was sent for this item. Check the network of your n8n as well.',
		cause: 'temporarily-unavailable',
	});
}

/** A log-in hears nothing of a cancelled execution, so the request that needs it does the waiting. */
function throttled(answer: NexudusAnswer): Failure {
	const wait = retryAfter(answer);
	return new Failure(`Nexudus takes no log-ins right now (${answer.status})`, {
		description: `Nothing was sent for this item. ${wait === undefined ? 'Try again in a while.' : `Try again in ${Math.ceil(wait / 1000)} seconds.`}`,
		cause: 'rate-limited',
		...(wait === undefined ? {} : { retryAfter: wait }),
	});
}

function loginFailure(status: number, error: string): Failure {
	switch (error) {
		case 'invalid_grant':
			return refused(
				'Nexudus refused this email and password: correct them in the credential',
				'A suspended user is refused with the same answer.',
			);
		case 'two_factor_auth_check':
			return refused(
				"This Nexudus user signs in with two factors: use the credential 'Nexudus Access Token API' instead",
				'A user without two-factor sign-in works as well.',
			);
		case 'must_reset_password':
			return refused(
				'This Nexudus user has to reset the password first: sign in to Nexudus in a browser',
				'Then enter the new password in the credential.',
			);
	}
	if (status === 409 || status >= 500) return unavailable(status);
	return refused(
		'Nexudus did not give a token for this email and password',
		"Check 'Base URL', email and password in the credential.",
	);
}

function refused(message: string, description: string): Failure {
	return new Failure(message, { description, status: 401, cause: 'credential-invalid' });
}

function unavailable(status: number): Failure {
	return new Failure(`Nexudus takes no log-ins right now (${status})`, {
		description: 'Nothing was sent for this item. Run the node again in a while.',
		cause: 'temporarily-unavailable',
	});
}
