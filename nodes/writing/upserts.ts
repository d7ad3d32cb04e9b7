import { asFailure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Finished } from './finished';
import type { Newcomer } from './matching';
import { targetsOf } from './matching';
import { settleNewcomers, severalMatch } from './newcomers';
import { settleCreations } from './settling';
import type { ListOfParent } from './siblings';
import { Siblings } from './siblings';
import type { Update } from './update';
import { writeUpdates } from './updates';
import type { Upsert } from './upsert';
import { updateOf } from './upsert';

/** Items sorted by what is to be done for them. */
interface Work {
	newcomers: Array<Newcomer<Upsert>>;
	updates: Update[];
}

/**
 * Creates or updates many records. The records of each parent are listed once, and again where the
 * list is no longer fresh when a record is to be created; several items that mean the same new
 * record create it once and update it. Failures go to `outcomes`.
 */
export async function writeUpserts(
	upserts: readonly Upsert[],
	listOfParent: ListOfParent,
	session: Session,
	outcomes: Outcomes,
): Promise<Finished[]> {
	const work: Work = { newcomers: [], updates: [] };
	const siblings = new Map<number, Siblings>();
	const sort = async (group: Upsert[]): Promise<void> => {
		const { parent, persistence } = group[0];
		const known = new Siblings(parent, listOfParent, session);
		siblings.set(parent, known);
		try {
			sortByTarget(group, await known.list(persistence), work, outcomes, session);
		} catch (error) {
			const failure = asFailure(error);
			for (const { item } of group) outcomes.fail(item, failure);
		}
	};
	await inParallel(groupedByParent(upserts), sort, () => outcomes.goesOn());
	if (!outcomes.goesOn()) return [];
	const siblingsOf = (parent: number): Siblings =>
		siblings.get(parent) ?? new Siblings(parent, listOfParent, session);
	const { newborns, updates } = await settleNewcomers(
		work.newcomers,
		siblingsOf,
		session,
		outcomes,
	);
	const { finished, standIns } = await settleCreations(newborns, siblingsOf, session);
	const all = [...work.updates, ...updates].map((update) => ({
		...update,
		id: standIns.get(update.id) ?? update.id,
	}));
	all.sort((one, other) => one.item - other.item);
	return [...finished, ...(await writeUpdates(all, session, outcomes))];
}

function groupedByParent(upserts: readonly Upsert[]): Upsert[][] {
	const groups = new Map<number, Upsert[]>();
	for (const upsert of upserts) {
		const group = groups.get(upsert.parent) ?? [];
		group.push(upsert);
		groups.set(upsert.parent, group);
	}
	return [...groups.values()];
}

function sortByTarget(
	group: readonly Upsert[],
	existing: readonly NexudusRecord[],
	work: Work,
	outcomes: Outcomes,
	session: Session,
): void {
	const candidates = group.map((upsert) => ({ ...upsert, item: upsert }));
	targetsOf(candidates, existing).forEach((target, index) => {
		const upsert = group[index];
		if (target.kind === 'several') {
			outcomes.fail(upsert.item, severalMatch(session.records.type, target));
		} else if (target.kind === 'existing') work.updates.push(updateOf(upsert, target.id));
		else if (target.newcomer.items[0] === upsert) work.newcomers.push(target.newcomer);
	});
}
