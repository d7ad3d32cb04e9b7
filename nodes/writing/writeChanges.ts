import type { Session } from '../execution/session';
import type { WriteStamp } from '../nexudus/records';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import { differences, merged, missingRequired } from '../record/merge';
import type { Copy } from './copies';
import { isOutdated } from './copies';
import { refuseIfChangedSince } from './unchangedSince';
import type { Update, Updated } from './updates';

const MOST_TRIES = 3;

/**
 * Puts one update onto a copy of the record and writes it back whole. The copy then holds what was
 * written. A write whose answer was lost is repeated only after the record was loaded again and
 * turned out not to have the values. Throws a Failure; Outdated where the copy got too old.
 */
export async function writeChanges(update: Update, copy: Copy, session: Session): Promise<Updated> {
	const { type } = session.records;
	for (let tries = 1; ; tries++) {
		refuseIfChangedSince(copy.record, update.onlyIfUnchangedSince, copy.ownUpdatedOn);
		const changed = differences(type, copy.record, update.changes);
		if (changed.length === 0 && (tries > 1 || update.unchanged === 'skip')) {
			return { record: copy.record, written: tries > 1 ? Object.keys(update.changes) : [] };
		}
		const next = merged(copy.record, update.changes);
		refuseIfIncomplete(type, next);
		const stamp = await written(next, update, copy, session, tries);
		if (stamp) {
			keep(copy, stamped(next, stamp), session.clock.now());
			return { record: copy.record, written: Object.keys(update.changes) };
		}
		const fresh = await reloaded(update, session);
		copy.record = fresh;
		copy.knownAt = session.clock.now();
	}
}

function keep(copy: Copy, record: NexudusRecord, now: number): void {
	copy.record = record;
	copy.knownAt = now;
	copy.ownUpdatedOn = record.UpdatedOn;
}

/** Gives undefined where the answer was lost and trying again may help. */
async function written(
	record: NexudusRecord,
	update: Update,
	copy: Copy,
	session: Session,
	tries: number,
): Promise<WriteStamp | undefined> {
	try {
		const isTooOld = (): boolean => isOutdated(copy, session.clock);
		return await session.records.update(record, update.persistence, isTooOld);
	} catch (error) {
		if (isWorthRepeating(error, tries, session)) return undefined;
		throw asFailure(error);
	}
}

function isWorthRepeating(error: unknown, tries: number, session: Session): boolean {
	if (!(error instanceof Failure) || !error.details.mayBeWritten) return false;
	return tries < MOST_TRIES && !session.clock.isCancelled();
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

/** Gives the record with what the answer to the write says of it. */
export function stamped(record: NexudusRecord, stamp: WriteStamp): NexudusRecord {
	return { ...record, ...stamp };
}
