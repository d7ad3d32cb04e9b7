import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { Outdated } from '../api/exchange';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { recordNamed } from '../record/field';
import type { Moment } from '../record/moments';
import { isOutdated, isOvertaken, lessPatient } from './copies';
import type { Telling } from './telling';
import { nameIn } from './telling';
import { changedSinceFailure, isChangedSince } from './unchangedSince';

/** One item's deletion of one record. */
export interface Deletion {
	item: number;
	id: number;
	onlyIfUnchangedSince: Moment | undefined;
	/** What a record that is already gone counts as. */
	missing: 'failure' | 'deleted';
	persistence: Persistence;
	telling: Telling;
}

/** What records are called, by Id: the property that names them, where it could be read. */
type Names = Map<number, NexudusRecord>;

/** Deletes many records, up to four at a time; for one record one after the other. */
export async function writeDeletions(
	deletions: readonly Deletion[],
	session: Session,
	outcomes: Outcomes,
): Promise<void> {
	const names: Names = new Map();
	await readNames(deletions, names, session);
	const workOn = async (group: Deletion[]): Promise<void> => {
		for (const deletion of group) {
			if (!outcomes.goesOn()) return;
			const failure = await failureOfDeleting(deletion, names, session);
			if (failure) outcomes.fail(deletion.item, failure, deletion.id);
			else outcomes.succeed(deletion.item, [deletedRecord(deletion, names)]);
		}
	};
	await inParallel(groupedById(deletions), workOn, () => outcomes.goesOn());
}

/** What is read before it is deleted tells its name then. */
async function readNames(
	deletions: readonly Deletion[],
	names: Names,
	{ records }: Session,
): Promise<void> {
	const unread = deletions.filter(({ onlyIfUnchangedSince }) => !onlyIfUnchangedSince);
	if (unread.length === 0) return;
	const ids = [...new Set(unread.map(({ id }) => id))];
	await records.glance(ids, unread[0].persistence, (record) => {
		names.set(Number(record.Id), nameIn(records.type, record));
	});
}

function deletedRecord({ id, telling }: Deletion, names: Names): NexudusRecord {
	const which = { Id: id, ...names.get(id) };
	if (telling !== 'preview') return { deleted: true, ...which };
	return { preview: true, action: 'deleted', ...which, changes: [] };
}

function groupedById(deletions: readonly Deletion[]): Deletion[][] {
	const groups = new Map<number, Deletion[]>();
	for (const deletion of deletions) {
		groups.set(deletion.id, [...(groups.get(deletion.id) ?? []), deletion]);
	}
	return [...groups.values()];
}

/** Gives undefined where the record is gone as wanted. */
async function failureOfDeleting(
	deletion: Deletion,
	names: Names,
	session: Session,
): Promise<Failure | undefined> {
	try {
		await deleteUnchanged(deletion, names, session);
		return undefined;
	} catch (error) {
		const failure = asFailure(error);
		if (failure.details.isMissing) {
			return deletion.missing === 'deleted' ? undefined : failure;
		}
		if (!failure.details.mayBeWritten) return failure;
		return await failureAfterLooking(deletion, failure, session);
	}
}

/** What was seen of the record is looked at again where the deletion had to wait for too long. */
async function deleteUnchanged(deletion: Deletion, names: Names, session: Session): Promise<void> {
	const { id, onlyIfUnchangedSince, persistence } = deletion;
	const { records, clock, writes } = session;
	const whenSent = (): (() => void) => writes.begin(id, clock);
	if (!onlyIfUnchangedSince) return await records.delete(id, { ...persistence, whenSent });
	await writes.whenOneIsFree([id], clock);
	const copy = { knownAt: 0, seen: writes.ended };
	const whenRead = (): undefined => {
		copy.seen = writes.ended;
	};
	const record = await records.read(id, { ...persistence, whenSent: whenRead });
	copy.knownAt = clock.now();
	names.set(id, nameIn(records.type, record));
	if (isChangedSince(record, onlyIfUnchangedSince, undefined)) {
		throw changedSinceFailure(records.type, record);
	}
	try {
		const isTooOld = (): boolean => isOutdated(copy, clock) || isOvertaken(copy, id, session);
		await records.delete(id, { ...persistence, whenSent }, isTooOld);
	} catch (error) {
		if (!(error instanceof Outdated)) throw asFailure(error);
		const patience = lessPatient(persistence, error);
		await deleteUnchanged({ ...deletion, persistence: patience }, names, session);
	}
}

/** The answer was lost: whether the record is still there tells what came of it. */
async function failureAfterLooking(
	{ id, persistence }: Deletion,
	failure: Failure,
	{ records, clock }: Session,
): Promise<Failure | undefined> {
	if (clock.isCancelled()) return failure;
	try {
		await records.read(id, persistence);
	} catch (error) {
		if (asFailure(error).details.isMissing) return undefined;
		records.noteUnknownFate();
		return uncertain(records.type, id, failure);
	}
	return new Failure(failure.message, {
		...failure.details,
		description: `${recordNamed(records.type, id)} is still there. Run this item again in a while.`,
		mayBeWritten: undefined,
	});
}

function uncertain(type: RecordType, id: number, { details }: Failure): Failure {
	const message = `${recordNamed(type, id)} may have been deleted: the answer was lost`;
	return new Failure(message, details);
}
