import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { asFailure, Failure } from '../record/failure';
import type { Changes, NexudusRecord } from '../record/field';
import type { Output } from '../record/output';
import type { Creation } from './creations';
import { writeCreation } from './creations';
import type { Finished } from './finished';
import type { Match, Newcomer } from './matching';
import { targetsOf } from './matching';
import type { Update } from './update';
import { writeUpdates } from './updates';

/** One item that creates a record, or updates the one that is there. */
export interface Upsert {
	item: number;
	/** The record that the new one belongs to, which is where a match is looked for. */
	parent: number;
	match: Match;
	/** What is written where there is no record yet. */
	body: Changes;
	/** What is written where there is one. */
	changes: Changes;
	/** What a required field takes that the record leaves empty. */
	ifEmpty: Changes;
	collection: string;
	unchanged: Update['unchanged'];
	output: Output;
	reading: Finished['reading'];
	persistence: Persistence;
}

/** Gives the records of a parent. Throws a Failure. */
export type ListOfParent = (parent: number, persistence: Persistence) => Promise<NexudusRecord[]>;

/** Items sorted by what is to be done for them. */
interface Work {
	newcomers: Array<Newcomer<Upsert>>;
	updates: Update[];
}

/**
 * Creates or updates many records. The records of each parent are listed once; several items that
 * mean the same new record create it once and update it. Failures go to `outcomes`.
 */
export async function writeUpserts(
	upserts: readonly Upsert[],
	listOfParent: ListOfParent,
	session: Session,
	outcomes: Outcomes,
): Promise<Finished[]> {
	const work: Work = { newcomers: [], updates: [] };
	const sort = async (group: Upsert[]): Promise<void> => {
		const { parent, persistence } = group[0];
		try {
			sortByTarget(group, await listOfParent(parent, persistence), work, outcomes, session);
		} catch (error) {
			const failure = asFailure(error);
			for (const { item } of group) outcomes.fail(item, failure);
		}
	};
	await inParallel(groupedByParent(upserts), sort, () => outcomes.goesOn());
	if (!outcomes.goesOn()) return [];
	const created = await createNewcomers(work, session, outcomes);
	const inOrder = [...work.updates].sort((one, other) => one.item - other.item);
	return [...created, ...(await writeUpdates(inOrder, session, outcomes))];
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
		if (target.kind === 'several') outcomes.fail(upsert.item, severalMatch(target, session));
		else if (target.kind === 'existing') work.updates.push(updateOf(upsert, target.id));
		else if (target.newcomer.items[0] === upsert) work.newcomers.push(target.newcomer);
	});
}

function severalMatch(
	{ ids, newcomers }: { ids: readonly number[]; newcomers: number },
	{ records: { type } }: Session,
): Failure {
	const ofThisRun = newcomers > 0 ? [`${newcomers} that other items of this run create`] : [];
	return new Failure(`Several ${type.labelPlural} match: ${[...ids, ...ofThisRun].join(', ')}`, {
		description:
			'Nothing was written for this item. Remove the duplicates in Nexudus, match on another field, or use Update with the ID of the right one.',
		cause: 'configuration-invalid',
	});
}

function updateOf(upsert: Upsert, id: number): Update {
	const { item, changes, ifEmpty, collection, unchanged, output, reading, persistence } = upsert;
	return {
		item,
		id,
		changes,
		ifEmpty,
		collection,
		unchanged,
		output,
		persistence,
		onlyIfUnchangedSince: undefined,
		reading: reading === 'back' ? 'back' : 'ifOthersChanged',
	};
}

/** Creates each new record by its first item; the other items become updates of it. */
async function createNewcomers(
	work: Work,
	session: Session,
	outcomes: Outcomes,
): Promise<Finished[]> {
	const finished: Finished[] = [];
	const create = async ({ items }: Newcomer<Upsert>): Promise<void> => {
		for (const [position, upsert] of items.entries()) {
			const created = await createdOrFailure(upsert, session);
			if (!(created instanceof Failure)) {
				finished.push(created);
				work.updates.push(...items.slice(position + 1).map((other) => updateOf(other, created.id)));
				return;
			}
			outcomes.fail(upsert.item, created);
			if (created.details.mayBeWritten) {
				for (const other of items.slice(position + 1)) outcomes.fail(other.item, created);
				return;
			}
			if (!outcomes.goesOn()) return;
		}
	};
	await inParallel(work.newcomers, create, () => outcomes.goesOn());
	return finished;
}

async function createdOrFailure(upsert: Upsert, session: Session): Promise<Finished | Failure> {
	const creation: Creation = { ...upsert, body: upsert.body };
	try {
		return await writeCreation(creation, session);
	} catch (error) {
		return asFailure(error);
	}
}
