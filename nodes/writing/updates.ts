import type { Outcomes } from '../execution/outcomes';
import { inParallel } from '../execution/inParallel';
import type { Session } from '../execution/session';
import type { Persistence } from '../nexudus/client';
import { Outdated } from '../nexudus/exchange';
import { asFailure, Failure } from '../record/failure';
import type { Changes, NexudusRecord } from '../record/field';
import type { Moment } from '../record/moments';
import type { BatchSeen } from './batchSize';
import { batchSize } from './batchSize';
import type { Copy } from './copies';
import { copiesOf, isOutdated } from './copies';
import { writeChanges } from './writeChanges';

/** One item's update of one record. */
export interface Update {
	item: number;
	id: number;
	changes: Changes;
	onlyIfUnchangedSince: Moment | undefined;
	unchanged: 'skip' | 'write';
	/** Whether the record is read again after writing, or only where other fields follow suit. */
	reading: 'back' | 'ifOthersChanged';
	persistence: Persistence;
}

/** What an update left: the record, and the properties that were written. */
export interface Updated {
	record: NexudusRecord;
	written: readonly string[];
}

interface RecordQueue {
	id: number;
	updates: Update[];
}

/**
 * Writes many updates: whole records, never from a copy older than five seconds, up to four at a
 * time but for one record one after the other, in the order of the items.
 * Calls `done` for each item that came through; failures go to `outcomes`.
 */
export async function writeUpdates(
	updates: readonly Update[],
	session: Session,
	outcomes: Outcomes,
	done: (update: Update, updated: Updated) => void,
): Promise<void> {
	const known = new Map<number, Copy>();
	let waiting = queuesOf(updates);
	let last: BatchSeen | undefined;
	while (waiting.length > 0 && outcomes.goesOn()) {
		const batch = waiting.splice(0, batchSize(last));
		const copies = await load(batch, session, known);
		const seen = { records: batch.length, writes: 0, duration: 0 };
		const started = session.clock.now();
		const report = (update: Update, updated: Updated): void => {
			if (updated.written.length > 0) seen.writes++;
			done(update, updated);
		};
		const unwritten = await writeBatch(batch, copies, session, outcomes, report, known);
		seen.duration = session.clock.now() - started;
		last = seen;
		waiting = [...unwritten, ...waiting];
	}
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

async function load(
	batch: readonly RecordQueue[],
	session: Session,
	known: ReadonlyMap<number, Copy>,
): Promise<Map<number, Copy | Failure>> {
	const ids = batch.map((queue) => queue.id);
	const asked = session.clock.now();
	try {
		const read = await session.records.readMany(ids, batch[0].updates[0].persistence);
		return copiesOf(read, asked, known);
	} catch (error) {
		const failure = asFailure(error);
		return new Map(ids.map((id) => [id, failure]));
	}
}

async function writeBatch(
	batch: readonly RecordQueue[],
	copies: ReadonlyMap<number, Copy | Failure>,
	session: Session,
	outcomes: Outcomes,
	done: (update: Update, updated: Updated) => void,
	known: Map<number, Copy>,
): Promise<RecordQueue[]> {
	const unwritten: RecordQueue[] = [];
	const workOn = async (queue: RecordQueue): Promise<void> => {
		const copy = copies.get(queue.id);
		if (!copy || copy instanceof Failure) failAll(queue, copy, outcomes);
		else if (isOutdated(copy, session.clock)) unwritten.push(queue);
		else if (!(await writeQueue(queue, copy, session, outcomes, done))) {
			known.set(queue.id, copy);
			unwritten.push(queue);
		}
	};
	await inParallel(batch, workOn, () => outcomes.goesOn());
	return unwritten;
}

function failAll(queue: RecordQueue, failure: Failure | undefined, outcomes: Outcomes): void {
	if (!failure) throw new RangeError(`Record ${queue.id} was neither found nor missed`);
	for (const update of queue.updates) outcomes.fail(update.item, failure, queue.id);
}

/** Gives whether all updates of the record are done; the others stay in the queue. */
async function writeQueue(
	queue: RecordQueue,
	copy: Copy,
	session: Session,
	outcomes: Outcomes,
	done: (update: Update, updated: Updated) => void,
): Promise<boolean> {
	while (queue.updates.length > 0 && outcomes.goesOn()) {
		const [update] = queue.updates;
		try {
			const updated = await writeChanges(update, copy, session);
			done(update, updated);
		} catch (error) {
			if (error instanceof Outdated) return false;
			outcomes.fail(update.item, asFailure(error), update.id);
		}
		queue.updates.shift();
	}
	return true;
}
