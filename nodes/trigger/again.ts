import { listed } from '../reading/list';
import { rangeCondition } from '../record/conditions';
import { asFailure } from '../record/failure';
import type { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import { unloadedRemover } from '../record/output';
import type { Waiting } from './keptBack';
import { hasWaitedEnough, waitingOn } from './keptBack';
import type { Loaded } from './loading';
import { loaded, nothingLoaded } from './loading';
import { CREATION } from './look';
import type { PollRequest } from './request';
import { minuteOf } from './state';

const MINUTE = 60_000;
const PAGE_SIZE = 1000;

/** What came of the records that wait for their full record. */
export interface Again {
	/** Those that come out now: full, or as list rows where the time is over. */
	records: Map<number, NexudusRecord>;
	gone: Set<number>;
	waiting: Map<number, Waiting>;
}

/** Asks once more for the full records that could not be had. Throws a Failure. */
export async function askedAgain(
	request: PollRequest,
	waiting: ReadonlyMap<number, Waiting>,
): Promise<Again> {
	const now = request.clock.now();
	const { records, gone, left, failed } =
		request.rows === 'full' ? await loadedAgain(request, [...waiting.keys()]) : nothingLoaded();
	const again: Again = { records, gone, waiting: new Map() };
	for (const [id, entry] of waiting) {
		if (records.has(id) || gone.has(id)) continue;
		const isOver = request.rows === 'asListed' || hasWaitedEnough(entry, now);
		if (left.has(id) || !isOver) again.waiting.set(id, waitingOn(entry, now));
		else await takeListRow(request, { id, entry, failure: failed.get(id) }, again);
	}
	return again;
}

/** Another poll follows soon, so each is asked for once only; what came out before must not wait. */
async function loadedAgain(request: PollRequest, ids: readonly number[]): Promise<Loaded> {
	const { records, persistence } = request.reading;
	try {
		return await loaded(records, ids, { ...persistence, tries: 1 }, request);
	} catch (error) {
		const failure = asFailure(error);
		if (failure.details.cause !== 'rate-limited') throw failure;
		return { ...nothingLoaded(), left: new Set(ids) };
	}
}

/** Puts a record's list row in the place of the full record; one without a row is gone. */
async function takeListRow(
	request: PollRequest,
	{ id, entry, failure }: { id: number; entry: Waiting; failure: Failure | undefined },
	{ records, gone }: Again,
): Promise<void> {
	const row = await listRow(request, id, entry);
	if (row === undefined) {
		gone.add(id);
		return;
	}
	records.set(id, unloadedRemover(request.type)(row));
	if (failure === undefined) return;
	request.warn(
		`${failure.message}. Every poll of a day tried it. Its event came out with the fields of the list only.`,
	);
}

/** Rows are found again by the time of their creation, which never changes. */
async function listRow(
	{ reading: { records, directions, persistence } }: PollRequest,
	id: number,
	{ created }: Waiting,
): Promise<NexudusRecord | undefined> {
	const { type } = records;
	const field = fieldOf(type, CREATION);
	const sent = { prefix: type.name, timeZone: 'UTC', textMatch: 'api' } as const;
	const minute = minuteOf(created);
	const [row] = await listed(records, directions, {
		query: [
			...rangeCondition(field, new Date(minute), 'from', sent).query,
			...rangeCondition(field, new Date(minute + MINUTE), 'to', sent).query,
		],
		sort: { field: fieldOf(type, 'Id'), direction: 'asc' },
		limit: undefined,
		pageSize: PAGE_SIZE,
		persistence,
		accept: async (rows) => rows.filter((candidate) => idOf(candidate) === id),
	});
	return row;
}
