import type { Accounts } from '../accounts';
import type { Assumptions } from '../assumptions';
import { type Answer, jsonAnswer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import type { SecondFactor } from '../secondFactor';
import { ACCESS_LIFETIME, type TokenPair, type Tokens } from '../tokens';

export const SIGN_IN_PATH = /^\/api\/token\/?$/i;

/** What a sign-in is judged by. */
export interface SignInState {
	readonly accounts: Accounts;
	readonly tokens: Tokens;
	readonly secondFactor: SecondFactor;
	readonly assumptions: Assumptions;
}

/** POST /api/token with a form-encoded body; refusals are documented as 400 (facts, section 2). */
export function signIn(request: ApiRequest, state: SignInState): Answer {
	const answer = answerTo(request, state);
	return { ...answer, headers: { ...answer.headers, date: state.secondFactor.date() } };
}

function answerTo(request: ApiRequest, state: SignInState): Answer {
	const form = readForm(request);
	const clientId = clientIdOf(request, form);
	if (form.get('grant_type') === 'password') return byPassword(form, clientId, state);
	if (form.get('grant_type') === 'refresh_token') return byRefresh(form, clientId, state.tokens);
	return refused(400, 'unsupported_grant_type');
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
	{ accounts, tokens, secondFactor, assumptions }: SignInState,
): Answer {
	const user = accounts.withPassword(form.get('username') ?? '', form.get('password') ?? '');
	if (!user) {
		const description = 'The user name or password is incorrect.';
		return refused(assumptions.signInRefusal, 'invalid_grant', description);
	}
	if (user.signIn === 'mustResetPassword') return refused(400, 'must_reset_password');
	const client = clientId ?? user.email;
	if (!secondFactor.isGiven(user, client, form.get('totp') ?? '')) {
		return refused(400, 'two_factor_auth_check');
	}
	return granted(tokens.issue(user.email, clientId));
}

function byRefresh(form: URLSearchParams, clientId: string | undefined, tokens: Tokens): Answer {
	const redeemed = tokens.redeem(form.get('refresh_token') ?? '', clientId);
	if (!redeemed) return refused(400, 'invalid_grant');
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

function refused(status: 400 | 401, error: string, description?: string): Answer {
	return jsonAnswer(status, { error, error_description: description });
}
