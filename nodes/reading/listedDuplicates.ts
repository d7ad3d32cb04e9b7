import type { Persistence } from '../api/client';
import type { NexudusRecord, RecordType } from '../record/field';
import { fieldOf } from '../record/field';
import type { Sameness } from '../record/duplicates';
import { duplicatesAmong, sideBySide, tellingProperties } from '../record/duplicates';
import type { Filtering } from '../record/filters';
import type { Output, Shaper } from '../record/output';
import { keeperOf, shaperOf, trimmerOf } from '../record/output';
import { looksOnlyAt, meetsAll, needsFullRecord } from '../record/rowConditions';
import type { ReadingSession } from '../run/session';
import { listed } from './list';
import { RowCheck } from './rowCheck';

/** As many as one request loads in full. */
const LEAST_AT_ONCE = 100;

/** Which duplicates are wanted, and in what form. */
export interface DuplicatesRequest {
	filtering: Filtering;
	sameness: Sameness;
	limit: number | undefined;
	pageSize: number;
	rows: 'asListed' | 'full';
	output: Output;
	persistence: Persistence;
}

/**
 * Gives the duplicates that meet all filters, side by side, as they are to come out. Their twins
 * need not meet the filters, so all rows are read, once; only what may come out is loaded in full.
 * Throws a Failure.
 */
export async function listedDuplicates(
	request: DuplicatesRequest,
	session: ReadingSession,
): Promise<NexudusRecord[]> {
	const { filtering, rows, limit, persistence, output } = request;
	const { conditions } = filtering;
	const all = await allRows(request, session);
	const duplicates = duplicatesAmong(all, request.sameness);
	const listedConditions = conditions.filter((condition) => !needsFullRecord(condition));
	const candidates = sideBySide(
		all.filter((row) => meetsAll(listedConditions, row)),
		duplicates,
	);
	const isOrderFinal = listedConditions.length === conditions.length;
	const most = isOrderFinal && limit !== undefined ? limit : candidates.length;
	const check = new RowCheck(conditions, rows, persistence, session);
	const shape = shaperOf(session.records.type, output);
	const found: NexudusRecord[] = [];
	for (let from = 0; from < candidates.length && found.length < most; ) {
		const next = candidates.slice(from, from + Math.max(most, LEAST_AT_ONCE));
		for (const row of await check.accepted(next, shape)) found.push(row);
		from += next.length;
	}
	return sideBySide(found, duplicates).slice(0, limit);
}

/** Gives all rows of the table, or of what they belong to together, less what nobody needs. */
async function allRows(
	request: DuplicatesRequest,
	session: ReadingSession,
): Promise<NexudusRecord[]> {
	const { records, directions } = session;
	const { filtering, sameness, persistence, pageSize } = request;
	const asked = filtering.conditions.filter((condition) => looksOnlyAt(condition, sameness.sameIn));
	const check = new RowCheck(asked, 'asListed', persistence, session);
	const keep = keeper(records.type, request);
	const rows = await listed(records, directions, {
		query: filtering.queries[0],
		sort: { field: fieldOf(records.type, 'Id'), direction: 'asc' },
		limit: undefined,
		pageSize,
		persistence,
		accept: async (page) => await check.accepted(page, keep),
	});
	check.hintAtRejected();
	return rows;
}

/** Whole rows of a large table would take several times the memory of what is looked at. */
function keeper(
	type: RecordType,
	{ filtering, sameness, rows, output }: DuplicatesRequest,
): Shaper {
	const lookedAt = filtering.conditions.flatMap(({ fields }) => fields);
	const kept = ['Id', ...tellingProperties(sameness), ...lookedAt.map(({ property }) => property)];
	return rows === 'full' ? keeperOf(kept) : trimmerOf(type, output, kept);
}
