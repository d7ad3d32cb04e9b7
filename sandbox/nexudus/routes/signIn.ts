import type { Accounts, User } from '../accounts';
import { type Answer, jsonAnswer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import { ACCESS_LIFETIME, type TokenPair, type Tokens } from '../tokens';

export const SIGN_IN_PATH = /^\/api\/token\/?$/i;

/** POST /api/token with a form-encoded body; every refusal is a 400 (facts, section 2). */
export function signIn(request: ApiRequest, accounts: Accounts, tokens: Tokens): Answer {
	const form = readForm(request);
	const clientId = clientIdOf(request, form);
	if (form.get('grant_type') === 'password') return byPassword(form, clientId, accounts, tokens);
	if (form.get('grant_type') === 'refresh_token') return byRefresh(form, clientId, tokens);
	return refused('unsupported_grant_type');
}

function readForm({ headers, text }: ApiRequest): URLSearchParams {
	const isForm = headers['content-type']?.includes('application/x-www-form-urlencoded') ?? false;
	return new URLSearchParams(isForm ? text : '');
}

/** The docs call it a header on two pages and a parameter on one; both are taken. */
function clientIdOf({ headers }: ApiRequest, form: URLSearchParams): string | undefined {
	const header = headers.client_id;
	return typeof header === 'string' ? header : (form.get('client_id') ?? undefined);
}

function byPassword(
	form: URLSearchParams,
	clientId: string | undefined,
	accounts: Accounts,
	tokens: Tokens,
): Answer {
	const user = accounts.withPassword(form.get('username') ?? '', form.get('password') ?? '');
	if (!user) return refused('invalid_grant', 'The user name or password is incorrect.');
	const missing = missingStep(user, form.get('totp') ?? '');
	return missing ? refused(missing) : granted(tokens.issue(user.email, clientId));
}

function missingStep({ signIn: step }: User, totp: string): string | undefined {
	if (step === 'mustResetPassword') return 'must_reset_password';
	if (step === 'twoFactor' && !/^\d{6}$/.test(totp)) return 'two_factor_auth_check';
	return undefined;
}

function byRefresh(form: URLSearchParams, clientId: string | undefined, tokens: Tokens): Answer {
	const redeemed = tokens.redeem(form.get('refresh_token') ?? '', clientId);
	if (!redeemed) return refused('invalid_grant');
	return granted(tokens.issue(redeemed.email, redeemed.clientId));
}

function granted({ accessToken, refreshToken }: TokenPair): Answer {
	return jsonAnswer(200, {
		access_token: accessToken,
		token_type: 'bearer',
		expires_in: ACCESS_LIFETIME,
		refresh_token: refreshToken,
	});
}

function refused(error: string, description?: string): Answer {
	return jsonAnswer(400, { error, error_description: description });
}
