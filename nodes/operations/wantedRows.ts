import type { Sort } from '../api/sortDirections';
import type { ItemParameters } from '../n8n/itemParameters';
import type { RecordType } from '../record/field';
import type { EmptyFilters, Filtering } from '../record/filters';
import { filtering, severalValuesOf } from '../record/filters';

/** How many rows come out where nothing else is said. */
export const DEFAULT_LIMIT = 50;

/**
 * Gives what is filtered by. An empty filter is refused, unless an option or a tool call lets it be
 * dropped. Throws a Failure.
 */
export function wantedFilters(type: RecordType, parameters: ItemParameters, sort: Sort): Filtering {
	const limit = returnsAll(parameters) ? undefined : DEFAULT_LIMIT;
	return filtering(type, parameters.collection('filters', 'Filters'), {
		timeZone: parameters.timeZone,
		textMatch: parameters.choice('textMatch', ['api', 'exact']),
		emptyFilters: wantedEmptyFilters(parameters),
		severalValues: severalValuesOf(sort, limit),
	});
}

function wantedEmptyFilters(parameters: ItemParameters): EmptyFilters {
	if (parameters.isOn('ignoreEmptyFilters', false)) return 'drop';
	if (!parameters.isTool) return 'refuse';
	return { droppedInToolCall: (name) => parameters.isFromModel('filters', name) };
}

/** Gives the most rows that may come out, or undefined for all. Throws a Failure. */
export function wantedLimit(parameters: ItemParameters, filters: Filtering): number | undefined {
	if (returnsAll(parameters)) {
		return hasLostAllFilters(parameters, filters) ? DEFAULT_LIMIT : undefined;
	}
	const limit = parameters.number(askedLimit(parameters), 'Limit', 1, Number.MAX_SAFE_INTEGER);
	return Math.floor(limit);
}

function returnsAll(parameters: ItemParameters): boolean {
	return parameters.isTurnedOn('returnAll', 'Return All');
}

/** An empty limit is refused, but for a model that has to fill in something. */
function askedLimit(parameters: ItemParameters): unknown {
	if (parameters.isTool) return parameters.valueOr('limit', DEFAULT_LIMIT);
	return parameters.value('limit') ?? DEFAULT_LIMIT;
}

/** A model that leaves all filters empty asks for something else than the whole table. */
function hasLostAllFilters({ isTool }: ItemParameters, filters: Filtering): boolean {
	const isUnfiltered = filters.conditions.length === 0 && !filters.sameness;
	return isTool && filters.dropped.length > 0 && isUnfiltered;
}

/** Gives what to tell where filters were dropped. */
export function hintsAtDropped(
	{ nouns }: RecordType,
	parameters: ItemParameters,
	filters: Filtering,
): string[] {
	if (filters.dropped.length === 0) return [];
	const dropped = `Left out, because they came out empty: ${filters.dropped.join(', ')}.`;
	const result = hasLostAllFilters(parameters, filters)
		? `No filter is left, so at most ${DEFAULT_LIMIT} ${nouns} are listed.`
		: `More ${nouns} may be listed than you expect.`;
	return [`${dropped} ${result}`];
}
