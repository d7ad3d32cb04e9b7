import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import { instantOf } from '../record/moments';
import type { Again } from './again';
import { askedAgain } from './again';
import type { Change, Detected, Look } from './detection';
import { detected } from './detection';
import type { Waiting } from './keptBack';
import { MOST_KEPT_BACK, waitingFrom } from './keptBack';
import type { Loaded } from './loading';
import { loaded, nothingLoaded } from './loading';
import { CREATION, lookAtChanges, lookAtStart, newestRow } from './look';
import { assureNewestIsShown } from './shown';
import type { PollRequest } from './request';
import type { Stored } from './step';
import { stepped } from './step';
import type { TriggerState } from './state';
import { emptyState, storedState } from './state';

/** Events of one poll at the most: what comes after waits for the next one. */
export const MOST_EVENTS = 2000;

/**
 * Polls once: gives the events since the stored state, or starts with what is there. `complete` adds
 * what else comes out with the events; the state stays as it was where that fails.
 */
export async function pollOnce<Item>(
	stored: Stored,
	request: PollRequest,
	shape: (change: Change) => Item,
	complete: (items: readonly Item[]) => Promise<void> = async () => undefined,
): Promise<Item[]> {
	return await stepped(stored, request, async (resumed) => {
		const state = storedState(resumed, request.watch.event, request.account);
		if (!state) return { items: [], state: await startedState(request) };
		const next = await polled(request, state);
		const items = next.changes.map(shape);
		await complete(items);
		return { items, state: next.state };
	});
}

/**
 * Gives the state that a trigger starts from: what is there is seen, and nothing is an event. It
 * reads the newest stamp and the overlap before it, not the table. For changes of a value it
 * also reads the values of all records, 1,000 a request, and goes on with that in the next polls
 * where the time does not suffice. Throws a Failure.
 */
export async function startedState(request: PollRequest): Promise<TriggerState> {
	const newest = await newestRow(request);
	const state = emptyState(request, instantOf(newest?.[request.watch.clock]));
	const look = await lookAtStart(request, state);
	const isShown = !newest || look.rows.some((row) => idOf(row) === idOf(newest));
	if (!isShown) await assureNewestIsShown(request, state);
	return detected(request, state, look).state;
}

/**
 * Gives the events since a state, oldest first, as many as there is time for, and the state that
 * goes with them. An event whose full record Nexudus can't give is kept back: it is asked for at
 * every poll of a day. Throws a Failure; then nothing has happened.
 */
export async function polled(request: PollRequest, state: TriggerState): Promise<Detected> {
	const look = await lookAtChanges(request, state);
	if (look.rows.length === 0) await assureNewestIsShown(request, state);
	const before = waitingFrom(state.keptBack);
	const { changes } = detected(request, state, look);
	const rows = changes.map(({ row }) => row).filter((row) => !before.has(idOf(row)));
	const late = rows.slice(MOST_EVENTS).map(idOf);
	const first = await fullOf(request, rows.slice(0, MOST_EVENTS));
	const isLate = rows.length > 0 && request.clock.now() >= request.deadline;
	const again = isLate || first.left.size > 0 ? untried(before) : await askedAgain(request, before);
	const news = keptBack(request, rows, first, again.waiting.size);
	const records = new Map([...first.records, ...again.records]);
	return detected(
		request,
		state,
		withLoaded(look, records, new Set([...first.gone, ...again.gone])),
		new Set([...late, ...first.left]),
		new Map([...again.waiting, ...news]),
	);
}

async function fullOf(request: PollRequest, rows: readonly NexudusRecord[]): Promise<Loaded> {
	if (request.rows === 'asListed') return nothingLoaded();
	const { records, persistence } = request.reading;
	return await loaded(records, rows.map(idOf), persistence, request);
}

function untried(waiting: ReadonlyMap<number, Waiting>): Again {
	return { records: new Map(), gone: new Set(), waiting: new Map(waiting) };
}

/** Gives the records that are kept back from now on. Throws where there are too many. */
function keptBack(
	request: PollRequest,
	rows: readonly NexudusRecord[],
	{ failed }: Loaded,
	before: number,
): Array<[number, Waiting]> {
	const [first] = failed.values();
	if (first && before + failed.size > MOST_KEPT_BACK) throw first;
	const since = request.clock.now();
	return rows.flatMap((row): Array<[number, Waiting]> => {
		const failure = failed.get(idOf(row));
		if (!failure) return [];
		request.warn(
			`${failure.message}. Its event is kept back, and every poll of a day tries it again.`,
		);
		return [[idOf(row), { since, created: instantOf(row[CREATION]) ?? 0 }]];
	});
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
		rows: [...replaced(look.rows), ...records.values()],
		...(sweep ? { sweep: { ...sweep, rows: replaced(sweep.rows) } } : {}),
	};
}
