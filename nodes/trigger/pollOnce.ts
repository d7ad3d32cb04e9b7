import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import type { Asked, Change, Detected, Look } from './detection';
import { detected, emptyState } from './detection';
import { loaded } from './loading';
import type { Looking } from './look';
import { lookAtChanges, lookAtStart, newestStamp } from './look';
import { unlessUnderWay } from './unlessUnderWay';
import type { TriggerState } from './state';
import { storedState } from './state';

/** Events of one poll at the most: what comes after waits for the next one. */
export const MOST_EVENTS = 2000;

/** What one poll is asked for. */
export interface PollRequest extends Asked, Looking {
	rows: 'asListed' | 'full';
}

/** Where n8n keeps the state of a trigger between polls. */
export interface Stored {
	state?: unknown;
}

/**
 * Polls once: gives the events since the stored state, or starts with what is there. The state is
 * put down in one assignment after all else has succeeded, so a poll that fails changes nothing.
 * While a poll with the same storage is still going on, it gives nothing at once.
 */
export async function pollOnce<Item>(
	stored: Stored,
	request: PollRequest,
	shape: (change: Change) => Item,
): Promise<Item[]> {
	const items = await unlessUnderWay(stored, async () => {
		const state = storedState(stored.state, request.watch.event, request.account);
		const next = state
			? await polled(request, state)
			: { changes: [], state: await startedState(request) };
		const shown = next.changes.map(shape);
		stored.state = next.state;
		return shown;
	});
	return items ?? [];
}

/**
 * Gives the state that a trigger starts from: what is there is seen, and nothing is an event. It
 * reads the newest stamp and the overlap before it, not the table. For changes of a value it
 * also reads the values of all records, 1,000 a request, and goes on with that in the next polls
 * where the time does not suffice. Throws a Failure.
 */
export async function startedState(request: PollRequest): Promise<TriggerState> {
	const state = emptyState(request, await newestStamp(request));
	return detected(request, state, await lookAtStart(request, state)).state;
}

/**
 * Gives the events since a state, oldest first, as many as there is time for, and the state that
 * goes with them. Throws a Failure; then nothing has happened.
 */
export async function polled(request: PollRequest, state: TriggerState): Promise<Detected> {
	const look = await lookAtChanges(request, state);
	const { changes } = detected(request, state, look);
	const ids = changes.map((change) => idOf(change.row));
	const late = new Set(ids.slice(MOST_EVENTS));
	if (request.rows === 'asListed') return detected(request, state, look, late);
	const { reading } = request;
	const read = await loaded(
		reading.records,
		ids.slice(0, MOST_EVENTS),
		reading.persistence,
		request,
	);
	return detected(
		request,
		state,
		withLoaded(look, read.records, read.gone),
		new Set([...late, ...read.left]),
	);
}

/** A full record may be newer than its row: what is put out is what is remembered. */
function withLoaded(
	look: Look,
	records: ReadonlyMap<number, NexudusRecord>,
	gone: ReadonlySet<number>,
): Look {
	const replaced = (rows: readonly NexudusRecord[]): NexudusRecord[] =>
		rows.filter((row) => !gone.has(idOf(row))).map((row) => records.get(idOf(row)) ?? row);
	const { sweep } = look;
	return {
		...look,
		rows: replaced(look.rows),
		...(sweep ? { sweep: { ...sweep, rows: replaced(sweep.rows) } } : {}),
	};
}
