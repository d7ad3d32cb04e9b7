import { listed, sortedRecords } from '../reading/list';
import type { Sort } from '../api/sortDirections';
import type { QueryPair } from '../record/conditions';
import type { NexudusRecord } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import type { Filtering } from '../record/filters';
import { meetsAll } from '../record/rowConditions';
import type { PollRequest } from './request';

/**
 * Gives the newest record that meets the filters, in full where that is asked for; undefined
 * where there is none. Throws a Failure.
 */
export async function newestMatching(
	{ reading, watch, rows }: PollRequest,
	{ queries, conditions }: Filtering,
): Promise<NexudusRecord | undefined> {
	const { records, directions, persistence } = reading;
	const sort: Sort = { field: fieldOf(records.type, watch.clock), direction: 'desc' };
	const newestOf = async (query: readonly QueryPair[]): Promise<NexudusRecord[]> =>
		await listed(records, directions, {
			query,
			sort,
			limit: 1,
			pageSize: 1000,
			persistence,
			accept: async (page) => page.filter((row) => meetsAll(conditions, row)),
		});
	const found = await Promise.all(queries.map(newestOf));
	const [newest] = sortedRecords(found.flat(), sort);
	if (newest === undefined || rows === 'asListed') return newest;
	return await records.read(idOf(newest), persistence);
}
