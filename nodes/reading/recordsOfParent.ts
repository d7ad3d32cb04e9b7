import type { Persistence } from '../api/client';
import type { NexudusRecord } from '../record/field';
import { fieldOf, parameterName } from '../record/field';
import { filtering } from '../record/filters';
import type { Session } from '../run/session';
import { listed } from './list';
import { RowCheck } from './rowCheck';

const PAGE_SIZE = 1000;

/** Gives the list rows of all records that belong to the same parent, by Id. Throws a Failure. */
export async function recordsOfParent(
	property: string,
	parent: number,
	persistence: Persistence,
	session: Session,
): Promise<NexudusRecord[]> {
	const { records, directions } = session;
	const { queries, conditions } = filtering(
		records.type,
		{ [parameterName(property)]: parent },
		{ timeZone: 'UTC', textMatch: 'api', emptyFilters: 'refuse' },
	);
	const check = new RowCheck(conditions, 'asListed', persistence, session);
	return await listed(records, directions, {
		query: queries[0],
		sort: { field: fieldOf(records.type, 'Id'), direction: 'asc' },
		limit: undefined,
		pageSize: PAGE_SIZE,
		persistence,
		accept: async (rows) => await check.accepted(rows),
	});
}
