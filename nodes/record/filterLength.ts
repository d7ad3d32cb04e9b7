import type { QueryPair } from './conditions';
import type { Demand } from './demand';
import type { Failure } from './failure';
import { parameterFailure } from './failure';

/**
 * How long all filters of one request may be together, as they stand in its address. CloudFront,
 * which stands before Nexudus, takes addresses of at most 8,192 characters; the rest is for the
 * host, the path, paging and sorting.
 */
const MOST_CHARACTERS = 7_500;

/** Tells whether filters are too long for the address of a request. Texts have to be well-formed. */
export function isTooLong(query: readonly QueryPair[]): boolean {
	return length(query) > MOST_CHARACTERS;
}

/** Gives the failure of a text that is too long to be asked for; `place` says where it stands. */
export function tooLongFailure(label: string, place: string): Failure {
	return parameterFailure(
		label,
		`${place}is too long for a filter`,
		'Nothing was asked of Nexudus. Give a shorter part of the text: a filter finds any text that contains it.',
	);
}

/** Throws a Failure that names the longest filter, where a query has no room for its filters. */
export function refuseTooLong(
	queries: ReadonlyArray<readonly QueryPair[]>,
	demands: readonly Demand[],
): void {
	if (!queries.some(isTooLong)) return;
	const [longest] = [...demands].sort((one, other) => longestOf(other) - longestOf(one));
	throw tooLongFailure(longest.label, "in 'Filters' ");
}

function longestOf({ queries }: Demand): number {
	return Math.max(0, ...queries.map(length));
}

function length(query: readonly QueryPair[]): number {
	return query.reduce(
		(sum, [name, value]) => sum + encodeURIComponent(`${name}=${value}&`).length,
		0,
	);
}
