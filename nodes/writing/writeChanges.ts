import type { Session } from '../run/session';
import type { WriteStamp } from '../api/records';
import { pauseAfter } from '../api/repetition';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import { differences, merged, missingRequired } from '../record/changedRecord';
import type { Copy } from './copies';
import { isOutdated } from './copies';
import { refuseIfChangedSince } from './unchangedSince';
import type { Update } from './update';

const MOST_TRIES = 3;

/** What an update left of the record. */
export interface Updated {
	record: NexudusRecord;
	isWritten: boolean;
	/** Properties whose values differed from the record's. */
	changed: readonly string[];
}

/**
 * Puts one update onto a copy of the record and writes it back whole. The copy then holds what was
 * written. A write whose answer was lost is repeated only after the record was loaded again and
 * turned out not to have the values. Throws a Failure; Outdated where the copy got too old.
 */
export async function writeChanges(update: Update, copy: Copy, session: Session): Promise<Updated> {
	const { type } = session.records;
	refuseIfChangedSince(copy.record, update.onlyIfUnchangedSince, copy.ownUpdatedOn);
	const changed = differences(type, copy.record, update.changes);
	if (changed.length === 0 && update.unchanged === 'skip') {
		return { record: copy.record, isWritten: false, changed };
	}
	for (let tries = 1; ; tries++) {
		const next = merged(copy.record, update.changes);
		refuseIfIncomplete(type, next);
		const stamp = await stampOrDoubt(next, update, copy, session);
		if (!(stamp instanceof Failure)) {
			keep(copy, { ...next, ...stamp }, session);
			return { record: copy.record, isWritten: true, changed };
		}
		keep(copy, await reloaded(update, session), session);
		if (differences(type, copy.record, update.changes).length === 0) {
			copy.ownUpdatedOn = copy.record.UpdatedOn;
			return { record: copy.record, isWritten: true, changed };
		}
		if (tries >= MOST_TRIES) throw notWritten(update, stamp);
		await session.clock.sleep(pauseAfter(tries));
		refuseIfChangedSince(copy.record, update.onlyIfUnchangedSince, copy.ownUpdatedOn);
	}
}

function keep(copy: Copy, record: NexudusRecord, { clock }: Session): void {
	copy.record = record;
	copy.knownAt = clock.now();
}

/** Gives the Failure where nobody knows whether the write was carried out. */
async function stampOrDoubt(
	record: NexudusRecord,
	update: Update,
	copy: Copy,
	session: Session,
): Promise<WriteStamp | Failure> {
	try {
		const isTooOld = (): boolean => isOutdated(copy, session.clock);
		const stamp = await session.records.update(record, update.persistence, isTooOld);
		copy.ownUpdatedOn = stamp.UpdatedOn;
		return stamp;
	} catch (error) {
		const failure = asFailure(error);
		if (failure.details.mayBeWritten && !session.clock.isCancelled()) return failure;
		throw asFailure(error);
	}
}

function notWritten(update: Update, failure: Failure): Failure {
	return new Failure(failure.message, {
		...failure.details,
		description: `Contract contact ${update.id} was loaded again after each of ${MOST_TRIES} tries and does not have the new values. Nothing was changed. Run this item again in a while.`,
		mayBeWritten: undefined,
	});
}

async function reloaded(update: Update, session: Session): Promise<NexudusRecord> {
	try {
		return await session.records.read(update.id, update.persistence);
	} catch (error) {
		throw uncertain(update, error);
	}
}

function uncertain(update: Update, error: unknown): unknown {
	if (!(error instanceof Failure)) return error;
	return new Failure(`Contract contact ${update.id} may have been updated: the answer was lost`, {
		description: `Loading it again to make sure did not work either: ${error.message}. Look in Nexudus before you run this item again.`,
		mayBeWritten: true,
	});
}

function refuseIfIncomplete(type: RecordType, record: NexudusRecord): void {
	const missing = missingRequired(type, record).map((field) => `'${field.label}'`);
	if (missing.length === 0) return;
	throw new Failure(
		`Contract contact ${idOf(record)} has no ${missing.join(' and no ')}, which Nexudus requires`,
		{ description: `Nothing was written. Set ${missing.join(' and ')} under 'Update Fields'.` },
	);
}
