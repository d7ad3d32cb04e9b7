import { Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import type { EveryId, NewestIds } from './everyId';
import { everyId, newestIds } from './everyId';
import { assureOneIsRead, confirmedGone } from './gone';
import { packed, unpacked } from './knownValues';
import type { DeletionRequest } from './request';
import type { Step, Stored } from './step';
import { stepped } from './step';

const HOUR = 3_600_000;
/** Time without a whole list after which people have to know. */
const LONGEST_UNREST = 3 * HOUR;
/** Events of one poll at the most: what comes after waits for the next one. */
const MOST_EVENTS = 2000;

/** Readings of all Ids in one poll at the most. */
const MOST_READINGS = 2;

/** What the trigger keeps between polls: for 10,000 records, about 30 kB. */
export interface DeletionState {
	/** The event that it was made for. */
	event: string;
	/** The credential and address that it was made with: another one may have other records. */
	account: string;
	/** The Ids of the records that are there, as far as was seen (see `knownValues`). */
	known: string;
	/** When all Ids were last read in one moment, in milliseconds by the local clock, or earlier. */
	readAt: number;
}

/** Polls once: gives what was deleted since the stored state, or starts with what is there. */
export async function deletionsOnce(
	stored: Stored,
	request: DeletionRequest,
): Promise<NexudusRecord[]> {
	return await stepped(stored, request, async (resumed) => {
		const state = storedDeletions(resumed, request);
		if (!state) return { items: [], state: await startedDeletions(request) };
		const { items, state: next } = await polledDeletions(request, state);
		return { items: items.map((Id) => ({ deleted: true, Id })), state: next };
	});
}

/** Gives the example of an event that a test shows: no record has this Id. */
export async function exampleOfDeletion(request: DeletionRequest): Promise<NexudusRecord> {
	const { type } = request.reading.records;
	const { ids } = await newestIds(request.reading);
	if (ids.length > 0) await assureOneIsRead(new Set(ids), request);
	return {
		deleted: true,
		Id: 0,
		example: `No ${type.noun} was deleted: a ${type.noun} that is gone can't be shown, so this test made one up. A real event has the fields 'deleted' and 'Id' only.`,
	};
}

function storedDeletions(
	stored: unknown,
	{ event, account }: DeletionRequest,
): DeletionState | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const state = stored as Partial<DeletionState>;
	if (state.event !== event || state.account !== account) return undefined;
	const { known, readAt } = state;
	if (typeof known !== 'string' || typeof readAt !== 'number') return undefined;
	return { event, account, known, readAt };
}

/**
 * Gives the state that a trigger starts from: the Ids that are there. What it will need when one is
 * gone, the reading of single records, is tried now, while somebody looks on. Throws a Failure.
 */
async function startedDeletions(request: DeletionRequest): Promise<DeletionState> {
	const newest = await newestIds(request.reading);
	const last = Math.max(0, ...newest.ids);
	const list = await everyId(request.reading, (id) => id <= last);
	if (list.ids.size > 0) await assureOneIsRead(list.ids, request);
	const now = request.clock.now();
	return stateOf(request, list.ids, list.isOfOneMoment ? now : now - HOUR);
}

/**
 * Gives the Ids of what is gone, and the state that goes with them. The first page and the total
 * tell whether anything is; only then, and once an hour, all Ids are read. Throws a Failure; then
 * nothing has happened.
 */
async function polledDeletions(
	request: DeletionRequest,
	{ known: packedIds, readAt }: DeletionState,
): Promise<Step<number> & { state: DeletionState }> {
	const { reading, clock } = request;
	const known = new Set(unpacked(packedIds).keys());
	const newest = await newestIds(reading);
	const seen = new Set([...known, ...newest.ids]);
	const now = clock.now();
	if (isAsExpected(newest, known, seen) && !isDue(readAt, now)) {
		return { items: [], state: stateOf(request, seen, readAt) };
	}
	const list = await readInto(seen, reading);
	const missing = [...seen].filter((id) => !list.ids.has(id)).slice(0, MOST_EVENTS);
	if (!list.isOfOneMoment) {
		if (missing.length > 0 && now - readAt >= LONGEST_UNREST) throw restless(reading.records.type);
		return { items: [], state: stateOf(request, seen, Math.min(readAt, now - HOUR)) };
	}
	const gone = missing.length > 0 ? await confirmedGone(missing, list.ids, request) : [];
	for (const id of gone) seen.delete(id);
	return { items: gone, state: stateOf(request, seen, now) };
}

/**
 * Reads all Ids and adds them to those that were seen: once more where records came or went in
 * between, or where more have come than the newest page holds.
 */
async function readInto(seen: Set<number>, reading: DeletionRequest['reading']): Promise<EveryId> {
	for (let tries = 1; ; tries++) {
		const list = await everyId(reading, (id) => seen.has(id));
		for (const id of list.ids) seen.add(id);
		if (list.isOfOneMoment || tries === MOST_READINGS) return list;
	}
}

function stateOf(
	{ event, account }: DeletionRequest,
	ids: Iterable<number>,
	readAt: number,
): DeletionState {
	const known = packed(new Map([...ids].map((id) => [id, 0])));
	return { event, account, known, readAt };
}

/** A total below tells that a record is gone; one above, that there are others than the page shows. */
function isAsExpected(
	{ total, completeFrom = 0 }: NewestIds,
	known: ReadonlySet<number>,
	seen: ReadonlySet<number>,
): boolean {
	if (total !== seen.size) return false;
	return completeFrom === 0 || [...known].some((id) => id >= completeFrom);
}

/** A local clock that was set back must not put off the reading. */
function isDue(readAt: number, now: number): boolean {
	return now - readAt >= HOUR || now < readAt;
}

function restless({ labelPlural, nouns }: RecordType): Failure {
	return new Failure(`Nexudus's ${labelPlural} change whenever they are listed`, {
		description: `Some seem to be gone, but for hours the list has changed in the seconds in which it was read, so nobody can tell. The next poll tries again. If it stays, let a schedule start the workflow and list the ${nouns}.`,
		cause: 'temporarily-unavailable',
	});
}
