import type { Session } from '../run/session';
import type { WriteStamp } from '../api/records';
import { pauseAfter } from '../api/repetition';
import { asFailure, Failure } from '../record/failure';
import type { Changes, NexudusRecord, RecordType } from '../record/field';
import { recordNamed } from '../record/field';
import {
	differences,
	fillings,
	merged,
	missingRequired,
	ownChanges,
} from '../record/changedRecord';
import type { Copy } from './copies';
import { isOutdated, isOvertaken, noteDoubt } from './copies';
import { changedSinceFailure, isChangedSince } from './unchangedSince';
import type { Update } from './update';

const MOST_TRIES = 3;

/** What an update left of the record. */
export interface Updated {
	record: NexudusRecord;
	isWritten: boolean;
	/** Properties whose values differed from the record's. */
	changed: readonly string[];
	/** These properties as they were before. */
	before: NexudusRecord;
	/** How many writes of this process had ended when this one did. */
	seen: number;
	/** The record before, and the properties that were written and differed from it. */
	former: NexudusRecord;
	written: readonly string[];
}

/**
 * Puts one update onto a copy of the record and writes it back whole. The copy then holds what was
 * written. A write whose answer was lost is repeated only after the record was loaded again and
 * turned out not to have the values. Throws a Failure; Outdated where the copy got too old.
 */
export async function writeChanges(update: Update, copy: Copy, session: Session): Promise<Updated> {
	const { type } = session.records;
	const changed = differingOf(update, copy, type);
	const former = copy.record;
	const before = Object.fromEntries(changed.map((name) => [name, former[name]]));
	const updated = (isWritten: boolean, given: Changes): Updated => ({
		record: copy.record,
		isWritten,
		changed,
		before,
		former,
		written: differences(type, former, given),
		seen: copy.seen,
	});
	if (changed.length === 0 && (update.unchanged === 'skip' || isRefused(update, copy))) {
		return updated(false, {});
	}
	for (let tries = 1; ; tries++) {
		if (isRefused(update, copy)) throw changedSinceFailure(type, copy.record);
		const written = writtenOf(update, copy, type);
		const next = merged(copy.record, written);
		refuseIfIncomplete(type, next, update);
		const stamp = await stampOrDoubt(next, update, copy, session);
		if (!(stamp instanceof Failure)) {
			keep(copy, { ...next, ...stamp }, session);
			return updated(true, written);
		}
		keep(copy, await reloaded(update, copy, session), session);
		if (differences(type, copy.record, written).length === 0) {
			copy.ownUpdatedOn = copy.record.UpdatedOn;
			return updated(true, written);
		}
		if (tries >= MOST_TRIES) throw notWritten(type, update, stamp);
		await session.clock.sleep(pauseAfter(tries));
	}
}

/** A record that has the values already is done, whoever wrote them: n8n may have tried before. */
function isRefused({ onlyIfUnchangedSince }: Update, { record, ownUpdatedOn }: Copy): boolean {
	return isChangedSince(record, onlyIfUnchangedSince, ownUpdatedOn);
}

function differingOf({ changes }: Update, { record }: Copy, type: RecordType): string[] {
	return differences(type, record, ownChanges(type, record, changes));
}

function writtenOf({ changes, ifEmpty }: Update, { record }: Copy, type: RecordType): Changes {
	const filled = fillings(type, record, { ...ifEmpty, ...changes });
	return { ...filled, ...ownChanges(type, record, changes) };
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
		const { records, clock, writes } = session;
		const isTooOld = (): boolean =>
			isOutdated(copy, clock) || isOvertaken(copy, update.id, session);
		const whenSent = (): (() => void) => {
			const end = writes.begin(update.id, clock);
			return () => (copy.seen = end());
		};
		const stamp = await records.update(record, { ...update.persistence, whenSent }, isTooOld);
		copy.ownUpdatedOn = stamp.UpdatedOn;
		return stamp;
	} catch (error) {
		const failure = asFailure(error);
		if (failure.details.mayBeWritten && !session.clock.isCancelled()) return failure;
		throw asFailure(error);
	}
}

function notWritten(type: RecordType, update: Update, failure: Failure): Failure {
	return new Failure(failure.message, {
		...failure.details,
		description: `${recordNamed(type, update.id)} was loaded again after each of ${MOST_TRIES} tries and does not have the new values. Nothing was changed. Run this item again in a while.`,
		mayBeWritten: undefined,
	});
}

async function reloaded(update: Update, copy: Copy, session: Session): Promise<NexudusRecord> {
	const whenSent = (): undefined => {
		copy.seen = session.writes.ended;
	};
	try {
		return await session.records.read(update.id, { ...update.persistence, whenSent });
	} catch (error) {
		const failure = asFailure(error);
		noteDoubt(copy);
		session.records.noteUnknownFate();
		throw uncertain(session.records.type, update, failure);
	}
}

function uncertain(type: RecordType, update: Update, error: Failure): Failure {
	const message = `${recordNamed(type, update.id)} may have been updated: the answer was lost`;
	return new Failure(message, {
		description: `Loading it again to make sure did not work either: ${error.message}. Look in Nexudus before you run this item again.`,
		mayBeWritten: true,
	});
}

function refuseIfIncomplete(type: RecordType, record: NexudusRecord, update: Update): void {
	const missing = missingRequired(type, record).map((field) => `'${field.label}'`);
	if (missing.length === 0) return;
	throw new Failure(
		`${recordNamed(type, update.id)} has no ${missing.join(' and no ')}, which Nexudus requires`,
		{
			description: `Nothing was written. Set ${missing.join(' and ')} under '${update.collection}'.`,
		},
	);
}
