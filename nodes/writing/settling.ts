import type { NexudusRecord } from '../record/field';
import { fieldOf } from '../record/field';
import { isEmpty, isSameValue } from '../record/comparison';
import { asFailure, Failure } from '../record/failure';
import { inParallel } from '../run/inParallel';
import { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { isOutdated, isOvertaken } from './copies';
import type { Created } from './creations';
import type { Finished } from './finished';
import type { Siblings } from './siblings';
import { writeUpdates } from './updates';
import type { Upsert } from './upsert';
import { updateOf } from './upsert';

/** A record that an item created, and what it was meant for. */
export interface Newborn {
	upsert: Upsert;
	created: Created;
}

/** What became of the records that were created. */
export interface Settlement {
	finished: Finished[];
	/** The record that stands for a created one from now on, where another one was first. */
	standIns: Map<number, number>;
}

/**
 * Looks for each created record once more among its siblings: executions of other processes may
 * have created the same one at the same moment. The smallest Id wins. First what the item set is
 * written to that one, then the one just created is deleted, only if nobody has touched it: a crash
 * in between leaves a duplicate, never a loss.
 */
export async function settleCreations(
	newborns: readonly Newborn[],
	siblingsOf: (parent: number) => Siblings,
	session: Session,
): Promise<Settlement> {
	const previews = newborns.filter(({ upsert }) => upsert.telling === 'preview');
	const finished = previews.map(({ created }) => created);
	const settlement: Settlement = { finished, standIns: new Map() };
	const groups = groupedByParent(newborns.filter(({ upsert }) => upsert.telling !== 'preview'));
	await inParallel([...groups], async ([parent, group]) => {
		const isListed = await listsAgain(siblingsOf(parent), group[0], session);
		for (const newborn of group) {
			const winner = isListed ? winnerOf(newborn, siblingsOf(parent)) : undefined;
			if (winner === undefined) {
				settlement.finished.push(newborn.created);
				continue;
			}
			const merged = await mergedInto(winner, newborn, session);
			if (merged) settlement.standIns.set(newborn.created.id, winner);
			settlement.finished.push(merged ?? newborn.created);
		}
	});
	return settlement;
}

function groupedByParent(newborns: readonly Newborn[]): Map<number, Newborn[]> {
	const groups = new Map<number, Newborn[]>();
	for (const newborn of newborns) {
		const { parent } = newborn.upsert;
		groups.set(parent, [...(groups.get(parent) ?? []), newborn]);
	}
	return groups;
}

async function listsAgain(
	siblings: Siblings,
	{ upsert }: Newborn,
	session: Session,
): Promise<boolean> {
	try {
		await siblings.list(upsert.persistence);
		return true;
	} catch (error) {
		const { message } = asFailure(error);
		session.hint(
			`Whether somebody else created the same at the same moment could not be looked up: ${message}.`,
		);
		return false;
	}
}

function winnerOf({ upsert, created }: Newborn, siblings: Siblings): number | undefined {
	const [smallest] = siblings.idsOf(upsert.match).sort((one, other) => one - other);
	return smallest !== undefined && smallest < created.id ? smallest : undefined;
}

/** Gives undefined where the winner could not be updated: then the created record stays. */
async function mergedInto(
	winner: number,
	newborn: Newborn,
	session: Session,
): Promise<Finished | undefined> {
	const { created, upsert } = newborn;
	const trial = new Outcomes({ ...session, onFailure: 'continue' });
	const [finished] = await writeUpdates([updateOf(upsert, winner)], session, trial);
	if (!finished) {
		session.hint(
			`Both #${winner} and #${created.id} are there: another execution created the same at the same moment, and #${winner} could not be updated. Delete one of them in Nexudus.`,
		);
		return undefined;
	}
	const reason = await reasonToKeep(newborn, session);
	session.hint(
		reason === undefined
			? `Another execution created the same at the same moment: #${winner} was updated, and #${created.id}, just created, was deleted again.`
			: `Another execution created the same at the same moment: #${winner} was updated. #${created.id}, just created, is still there: ${reason}. Delete one of them in Nexudus.`,
	);
	return finished;
}

/** Deletes the created record. Gives why it is still there, undefined where it is gone. */
async function reasonToKeep(
	{ created, upsert }: Newborn,
	session: Session,
): Promise<string | undefined> {
	const { records, clock, writes } = session;
	const { id } = created;
	const persistence = { ...upsert.persistence, isAside: true as const };
	const copy = { knownAt: 0, seen: writes.ended };
	const whenRead = (): undefined => {
		copy.seen = writes.ended;
	};
	try {
		const record = await records.read(id, { ...persistence, whenSent: whenRead });
		copy.knownAt = clock.now();
		if (!isUntouched(record, created, session)) return 'somebody has changed it since';
		const whenSent = (): (() => void) => writes.begin(id, clock);
		const isTooOld = (): boolean => isOutdated(copy, clock) || isOvertaken(copy, id, session);
		await records.delete(id, { ...persistence, whenSent }, isTooOld);
		return undefined;
	} catch (error) {
		const failure = asFailure(error);
		return failure.details.isMissing ? undefined : reasonOf(failure, session);
	}
}

function reasonOf(failure: Failure, { records: { type } }: Session): string {
	const isRefused = failure.details.status === 401 || failure.details.status === 403;
	return isRefused ? `deleting it needs the role ${type.name}-Delete` : failure.message;
}

/** Stamps show whole seconds, so that the values have to be as they were sent, too. */
function isUntouched(record: NexudusRecord, { body, stamp }: Created, session: Session): boolean {
	const { type } = session.records;
	const isAsStamped = (['UpdatedOn', 'UpdatedBy'] as const).every(
		(property) =>
			stamp[property] === undefined ||
			isSameValue(fieldOf(type, property), record[property], stamp[property]),
	);
	return (
		isAsStamped &&
		type.fields.every((field) => {
			if (!field.writable) return true;
			const sent = body[field.property];
			const stored = record[field.property];
			return sent === undefined ? isEmpty(stored) : isSameValue(field, stored, sent);
		})
	);
}
