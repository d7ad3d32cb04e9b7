import { Outdated } from '../api/exchange';
import type { RecordType } from '../record/field';
import { asFailure, Failure } from '../record/failure';
import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { lessPatient } from './copies';
import type { Created } from './creations';
import { writeCreation } from './creations';
import type { Newcomer } from './matching';
import type { Newborn } from './settling';
import type { Siblings } from './siblings';
import type { Update } from './update';
import type { Upsert } from './upsert';
import { updateOf } from './upsert';

/** What came of the records that were not there yet. */
export interface Settled {
	newborns: Newborn[];
	/** Items whose record is there by now: another item, or somebody else, created it. */
	updates: Update[];
}

/** Gives the failure of an item that several records fit. */
export function severalMatch(
	type: RecordType,
	{ ids, newcomers }: { ids: readonly number[]; newcomers: number },
): Failure {
	const ofThisRun = newcomers > 0 ? [`${newcomers} that other items of this run create`] : [];
	return new Failure(`Several ${type.labelPlural} match: ${[...ids, ...ofThisRun].join(', ')}`, {
		description:
			'Nothing was written for this item. Remove the duplicates in Nexudus, match on another field, or use Update with the ID of the right one.',
		cause: 'configuration-invalid',
	});
}

/**
 * Creates each new record by its first item; the other items become updates of it. Right before a
 * creation is sent, its list has to be fresh: else its parent is listed again, and a record that
 * somebody else created meanwhile is updated instead.
 */
export async function settleNewcomers(
	newcomers: ReadonlyArray<Newcomer<Upsert>>,
	siblingsOf: (parent: number) => Siblings,
	session: Session,
	outcomes: Outcomes,
): Promise<Settled> {
	const settled: Settled = { newborns: [], updates: [] };
	const settle = async ({ items }: Newcomer<Upsert>): Promise<void> => {
		const waiting = [...items];
		const siblings = siblingsOf(items[0].parent);
		while (waiting.length > 0 && outcomes.goesOn()) {
			const created = await createdOrFailure(waiting[0], siblings, session);
			if (created instanceof Outdated) {
				await lookAgain(waiting, siblings, { settled, session, outcomes, created });
				continue;
			}
			const [first] = waiting.splice(0, 1);
			if (!(created instanceof Failure)) {
				settled.newborns.push({ upsert: first, created });
				settled.updates.push(...waiting.map((other) => updateOf(other, created.id)));
				return;
			}
			outcomes.fail(first.item, created);
			if (!created.details.mayBeWritten) continue;
			for (const other of waiting) outcomes.fail(other.item, created);
			return;
		}
	};
	await inParallel(newcomers, settle, () => outcomes.goesOn());
	return settled;
}

async function createdOrFailure(
	upsert: Upsert,
	siblings: Siblings,
	session: Session,
): Promise<Created | Failure> {
	try {
		return await writeCreation(upsert, session, () => siblings.isOutdated(upsert.match));
	} catch (error) {
		return asFailure(error);
	}
}

interface Looking {
	settled: Settled;
	session: Session;
	outcomes: Outcomes;
	created: Outdated;
}

/** Takes from the waiting items those whose record is there by now, or that can't be settled. */
async function lookAgain(
	waiting: Upsert[],
	siblings: Siblings,
	{ settled, session, outcomes, created }: Looking,
): Promise<void> {
	const [first] = waiting;
	first.persistence = lessPatient(first.persistence, created);
	const failure = await failureOfListing(first, siblings);
	for (const upsert of waiting.splice(0)) {
		const ids = siblings.idsOf(upsert.match);
		if (failure) outcomes.fail(upsert.item, failure);
		else if (ids.length === 0) waiting.push(upsert);
		else if (ids.length === 1) settled.updates.push(updateOf(upsert, ids[0]));
		else {
			const several = severalMatch(session.records.type, { ids, newcomers: 0 });
			outcomes.fail(upsert.item, several);
		}
	}
}

async function failureOfListing(
	{ match, persistence }: Upsert,
	siblings: Siblings,
): Promise<Failure | undefined> {
	try {
		await siblings.listAgain(match, persistence);
		return undefined;
	} catch (error) {
		return asFailure(error);
	}
}
