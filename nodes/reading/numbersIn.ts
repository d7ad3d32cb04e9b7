import type { Persistence } from '../api/client';
import type { QueryPair } from '../record/conditions';
import { keeperOf } from '../record/output';
import type { RowCondition } from '../record/rowConditions';
import type { ReadingSession } from '../run/session';
import { RowCheck } from './rowCheck';
import { readWhole } from './wholeList';

/** Which rows are looked at, and which of their properties is collected. */
export interface NumbersRequest {
	property: string;
	query: readonly QueryPair[];
	conditions: readonly RowCondition[];
	persistence: Persistence;
	/** Tells, when the first page was read, whether so many further ones are worth their requests. */
	isWorth?: (furtherPages: number) => boolean;
}

/**
 * Adds the numbers that a property has in the rows of a list that meet the conditions. Gives whether
 * the list was read to its end. Throws a Failure where it came out short.
 */
export async function addNumbersIn(
	session: ReadingSession,
	{ property, query, conditions, persistence, isWorth }: NumbersRequest,
	numbers: Set<number>,
): Promise<'whole' | 'begun'> {
	const needs = { needed: [property], welcome: [] };
	const check = new RowCheck(conditions, 'asListed', persistence, session, needs);
	const keep = keeperOf([property]);
	return await readWhole(session, {
		query,
		persistence,
		take: async (rows) => {
			for (const row of await check.accepted(rows, keep)) numbers.add(Number(row[property]));
		},
		...(isWorth ? { isWorth } : {}),
	});
}
