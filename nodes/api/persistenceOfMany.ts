import type { Persistence } from './client';

/** How long each request may go on by which many records are read. */
export interface PersistenceOfMany extends Persistence {
	/** Called right before each sending, with the ids it asks for; what it gives, when that ended. */
	whenAsked?: (ids: readonly number[]) => () => void;
}

/** Gives what holds for one of these requests, which asks for some of the ids. */
export function persistenceFor(
	ids: readonly number[],
	{ whenAsked, ...persistence }: PersistenceOfMany,
): Persistence {
	if (!whenAsked) return persistence;
	return { ...persistence, whenSent: () => whenAsked(ids) };
}
