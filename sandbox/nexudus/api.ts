import { hasRole } from './accounts';
import { authenticate } from './authentication';
import type { Answer } from './http/answer';
import type { ApiRequest } from './http/request';
import { findRoute } from './http/route';
import type { ApiRoute } from './routes/apiRoute';
import { SIGN_IN_PATH, signIn, type SignInState } from './routes/signIn';
import { messageAnswer } from './writing/apiAnswers';

/** What the API does with a request that reaches it: sign-in, routes, users and roles. */
export class Api {
	constructor(
		private readonly routes: readonly ApiRoute[],
		private readonly access: SignInState,
	) {}

	carryOut(request: ApiRequest): Answer {
		if (isSignIn(request)) return signIn(request, this.access);
		const found = findRoute(this.routes, request);
		if (!found) return this.noRoute(request);

		const { accounts, assumptions, tokens } = this.access;
		const user = authenticate(request.headers.authorization, accounts, tokens);
		if (!user) return refused(401);
		if (!hasRole(user, found.route.role)) return refused(assumptions.missingRole);
		return found.route.handle({ request, user, parts: found.parts });
	}

	private noRoute({ path, method }: ApiRequest): Answer {
		if (this.routes.some((route) => route.path.test(path))) {
			return messageAnswer(405, `The requested resource does not support http method '${method}'.`);
		}
		return messageAnswer(404, 'No HTTP resource was found that matches the request URI.');
	}
}

/** Whether a request asks for a token. */
export function isSignIn({ method, path }: Pick<ApiRequest, 'method' | 'path'>): boolean {
	return method === 'POST' && SIGN_IN_PATH.test(path);
}

function refused(status: 401 | 403): Answer {
	return messageAnswer(status, 'Authorization has been denied for this request.');
}
