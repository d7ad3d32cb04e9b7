import type { Persistence } from '../api/client';
import type { Sort } from '../api/sortDirections';
import type { QueryPair } from '../record/conditions';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import type { Filtering } from '../record/filters';
import type { Output, Shaper } from '../record/output';
import { shaperOf, shownProperties, trimmerOf } from '../record/output';
import type { ReadingSession } from '../run/session';
import { listedDuplicates } from './listedDuplicates';
import { listed, sortedRecords } from './list';
import type { Needs } from './rowCheck';
import { RowCheck } from './rowCheck';

/** Which rows are wanted, and in what form. */
export interface RowsRequest {
	filtering: Filtering;
	sort: Sort;
	limit: number | undefined;
	pageSize: number;
	rows: 'asListed' | 'full';
	output: Output;
	persistence: Persistence;
}

/** Gives the rows that meet all filters, as they are to come out. Throws a Failure. */
export async function filteredRows(
	request: RowsRequest,
	session: ReadingSession,
): Promise<NexudusRecord[]> {
	const { sameness } = request.filtering;
	if (sameness) return await listedDuplicates({ ...request, sameness }, session);
	const rows = await rowsOf(request, session);
	const { atTheEnd } = shapers(session.records.type, request);
	for (let index = 0; index < rows.length; index++) rows[index] = atTheEnd(rows[index]);
	return rows;
}

async function rowsOf(request: RowsRequest, session: ReadingSession): Promise<NexudusRecord[]> {
	const { conditions, queries } = request.filtering;
	const needs = needsOf(session.records.type, request);
	const check = new RowCheck(conditions, request.rows, request.persistence, session, needs);
	const { onArrival } = shapers(session.records.type, request);
	const list = async (query: readonly QueryPair[]): Promise<NexudusRecord[]> =>
		await listed(session.records, session.directions, {
			...request,
			query,
			accept: async (rows) => await check.accepted(rows, onArrival),
		});
	const [first, ...others] = queries;
	const lists = [await list(first), ...(await Promise.all(others.map(list)))];
	check.hintAtRejected();
	return lists.length === 1 ? lists[0] : together(lists, request);
}

/** What people chose has to be there; of what 'Simplified' shows, all that can be had. */
function needsOf(type: RecordType, { output, sort }: RowsRequest): Needs {
	const shown = shownProperties(type, output);
	const asked = [sort.field.property, ...(output.linked ? [output.linked.property] : [])];
	if (output.kind !== 'simplified') return { needed: [...asked, ...shown], welcome: [] };
	return { needed: asked, welcome: shown };
}

/** Several lists become one: each record once, in the order asked for, up to the limit. */
function together(lists: NexudusRecord[][], { sort, limit }: RowsRequest): NexudusRecord[] {
	const byId = new Map(lists.flat().map((row) => [idOf(row), row]));
	return sortedRecords(byId.values(), sort).slice(0, limit);
}

/**
 * Gives what becomes of each row on arrival, and of all at the end. Whole rows of a large table
 * would take several times the memory of what comes out, so that none is kept. Only an order other
 * than by Id may need more than what comes out.
 */
function shapers(
	type: RecordType,
	{ output, sort }: RowsRequest,
): { onArrival: Shaper; atTheEnd: Shaper } {
	const shape = shaperOf(type, output);
	const { property } = sort.field;
	if (property === 'Id') return { onArrival: shape, atTheEnd: (row) => row };
	return { onArrival: trimmerOf(type, output, [property]), atTheEnd: shape };
}
