import type { Answer } from './answer';
import type { ApiRequest } from './request';

/** A route beside the API: the control routes, and those of the caller of startPracticeNexudus. */
export interface Route {
	readonly method: string;
	/** Tested against the path without the query. */
	readonly path: RegExp;
	/** Gets the groups of the path as `parts`. */
	handle(request: ApiRequest, parts: readonly string[]): Answer | Promise<Answer>;
}

interface Matched {
	readonly method: string;
	readonly path: RegExp;
	readonly only?: (request: ApiRequest) => boolean;
}

/** The first route that fits a request, with the groups of its path. */
export function findRoute<R extends Matched>(
	routes: readonly R[],
	request: ApiRequest,
): { route: R; parts: readonly string[] } | undefined {
	for (const route of routes) {
		if (route.method !== request.method || route.only?.(request) === false) continue;
		const match = route.path.exec(request.path);
		if (match) return { route, parts: match.slice(1) };
	}
	return undefined;
}
