import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { Outdated } from '../api/exchange';
import { asFailure, Failure } from '../record/failure';
import type { Changes } from '../record/field';
import { fieldOf } from '../record/field';
import type { BatchSeen } from './batchSize';
import { batchSize } from './batchSize';
import type { Copy, Sighting } from './copies';
import { copiesOf, isOutdated, isOvertaken, lessPatient } from './copies';
import type { Finished } from './finished';
import { doneOf, shownRecord } from './telling';
import type { Trace } from './trace';
import type { Update } from './update';
import type { Updated } from './writeChanges';
import { writeChanges } from './writeChanges';

interface RecordQueue {
	id: number;
	updates: Update[];
}

/** What the batches of one run of updates share. */
interface Progress {
	session: Session;
	outcomes: Outcomes;
	finished: Finished[];
	/** Records that this execution loaded or wrote before. */
	known: Map<number, Copy>;
	/** Writes done so far. */
	writes: number;
}

/**
 * Writes many updates: whole records, never from a copy older than five seconds, up to four at a
 * time but for one record one after the other, in the order of the items. Failures go to
 * `outcomes`.
 */
export async function writeUpdates(
	updates: readonly Update[],
	session: Session,
	outcomes: Outcomes,
): Promise<Finished[]> {
	const progress: Progress = { session, outcomes, finished: [], known: new Map(), writes: 0 };
	let waiting = queuesOf(updates);
	let size = batchSize(undefined);
	while (waiting.length > 0 && outcomes.goesOn()) {
		const batch = await nextBatch(waiting, Math.min(session.records.idsAtOnce, size), session);
		waiting = waiting.filter((queue) => !batch.includes(queue));
		const copies = await load(batch, progress);
		const [started, writesBefore] = [session.clock.now(), progress.writes];
		const { aged, overtaken } = await writeBatch(batch, copies, progress);
		const seen: BatchSeen = {
			records: batch.length,
			writes: progress.writes - writesBefore,
			duration: session.clock.now() - started,
		};
		size = aged.length > 0 ? aged.length + overtaken.length : batchSize(seen);
		waiting = [...aged, ...overtaken, ...waiting];
	}
	return progress.finished;
}

function queuesOf(updates: readonly Update[]): RecordQueue[] {
	const queues = new Map<number, RecordQueue>();
	for (const update of updates) {
		const queue = queues.get(update.id) ?? { id: update.id, updates: [] };
		queue.updates.push(update);
		queues.set(update.id, queue);
	}
	return [...queues.values()];
}

/** A record that another execution is writing right now comes later, as long as there are others. */
async function nextBatch(
	waiting: readonly RecordQueue[],
	most: number,
	{ writes, clock }: Session,
): Promise<RecordQueue[]> {
	const ids = waiting.map(({ id }) => id);
	if (ids.every((id) => writes.isBusy(id))) await writes.whenOneIsFree(ids, clock);
	const free = waiting.filter(({ id }) => !writes.isBusy(id));
	return (free.length > 0 ? free : waiting).slice(0, most);
}

async function load(
	batch: readonly RecordQueue[],
	{ session, known }: Progress,
): Promise<Map<number, Copy | Failure>> {
	const { records, clock, writes } = session;
	const ids = batch.map((queue) => queue.id);
	// For records that no request asks for: a preview knows those that it imagines.
	const started: Sighting = { knownAt: clock.now(), seen: writes.ended };
	const sightings = new Map(ids.map((id) => [id, started]));
	const whenAsked = (asked: readonly number[]): (() => void) => {
		const seen = writes.ended;
		return () => {
			for (const id of asked) sightings.set(id, { knownAt: clock.now(), seen });
		};
	};
	try {
		const persistence = { ...batch[0].updates[0].persistence, whenAsked };
		return copiesOf(await records.readMany(ids, persistence), sightings, known);
	} catch (error) {
		const failure = asFailure(error);
		return new Map(ids.map((id) => [id, failure]));
	}
}

/** Records of a batch that have to be loaded again: too old, or written by another execution. */
interface Unwritten {
	aged: RecordQueue[];
	overtaken: RecordQueue[];
}

async function writeBatch(
	batch: readonly RecordQueue[],
	copies: ReadonlyMap<number, Copy | Failure>,
	progress: Progress,
): Promise<Unwritten> {
	const unwritten: Unwritten = { aged: [], overtaken: [] };
	const workOn = async (queue: RecordQueue): Promise<void> => {
		const copy = copies.get(queue.id);
		if (!copy || copy instanceof Failure) return failAll(queue, copy, progress);
		if (await writeQueue(queue, copy, progress)) return;
		progress.known.set(queue.id, copy);
		const reason = isOvertaken(copy, queue.id, progress.session) ? 'overtaken' : 'aged';
		unwritten[reason].push(queue);
	};
	await inParallel(batch, workOn, () => progress.outcomes.goesOn());
	return unwritten;
}

function failAll(queue: RecordQueue, failure: Failure | undefined, progress: Progress): void {
	if (!failure) throw new RangeError(`Record ${queue.id} was neither found nor missed`);
	for (const update of queue.updates) progress.outcomes.fail(update.item, failure, queue.id);
}

/** Gives whether all updates of the record are done; those that are not stay in the queue. */
async function writeQueue(queue: RecordQueue, copy: Copy, progress: Progress): Promise<boolean> {
	const { session, outcomes } = progress;
	while (queue.updates.length > 0 && outcomes.goesOn()) {
		if (isOutdated(copy, session.clock) || isOvertaken(copy, queue.id, session)) return false;
		const [update] = queue.updates;
		try {
			note(update, await writeChanges(update, copy, session), progress);
		} catch (error) {
			if (error instanceof Outdated) {
				update.persistence = lessPatient(update.persistence, error);
				return false;
			}
			outcomes.fail(update.item, asFailure(error), update.id);
		}
		queue.updates.shift();
	}
	return true;
}

function note(update: Update, updated: Updated, progress: Progress): void {
	const { item, id, output, persistence, telling } = update;
	const { isWritten, former: from, record: to, written: properties } = updated;
	const { type } = progress.session.records;
	if (isWritten) progress.writes++;
	const action = isWritten ? 'updated' : 'unchanged';
	const done = doneOf(type, update, { action, from, to, properties });
	const record = shownRecord(type, update, done, to);
	const reading = needsReading(update, updated, progress.session) ? 'back' : 'none';
	const trace = update.reading === 'back' && isWritten ? traceOf(update, updated) : undefined;
	progress.finished.push({
		item,
		id,
		record,
		output,
		reading,
		persistence,
		telling,
		done,
		...(trace && { trace }),
	});
}

function traceOf({ collection }: Update, { record, changed, before, seen }: Updated): Trace {
	const after = Object.fromEntries(changed.map((name) => [name, record[name]])) as Changes;
	const { UpdatedOn: updatedOn, UpdatedBy: updatedBy } = record;
	return { before, after, updatedOn, updatedBy, seen, collection };
}

/** Nexudus works out other fields anew where contract, coworker or country changed. */
function needsReading(update: Update, { isWritten, changed }: Updated, session: Session): boolean {
	if (!isWritten || update.reading === 'none') return false;
	if (update.reading === 'back') return true;
	return changed.some((property) => fieldOf(session.records.type, property).decidesOthers);
}
