import type { Role, User } from '../accounts';
import type { Answer } from '../http/answer';
import type { ApiRequest } from '../http/request';

/** A call of an API route by a user who has its role. */
export interface ApiCall {
	readonly request: ApiRequest;
	readonly user: User;
	/** The groups of the route's path. */
	readonly parts: readonly string[];
}

export interface ApiRoute {
	readonly method: string;
	readonly path: RegExp;
	/** Where the path alone does not tell. */
	readonly only?: (request: ApiRequest) => boolean;
	readonly role: Role;
	handle(call: ApiCall): Answer;
}
