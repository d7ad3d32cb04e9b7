import type { Persistence } from '../../../nodes/api/client';
import type { Changes } from '../../../nodes/record/field';
import { recordsOfParent } from '../../../nodes/reading/recordsOfParent';
import type { Creation } from '../../../nodes/writing/creations';
import { writeCreations } from '../../../nodes/writing/creations';
import type { Deletion } from '../../../nodes/writing/deletions';
import { writeDeletions } from '../../../nodes/writing/deletions';
import { putOut } from '../../../nodes/writing/putOut';
import type { Update } from '../../../nodes/writing/update';
import { writeUpdates } from '../../../nodes/writing/updates';
import type { Upsert } from '../../../nodes/writing/upsert';
import { writeUpserts } from '../../../nodes/writing/upserts';
import type { Execution } from './n8nProcess';

/** Waits of half an hour for the throttle, as a nightly workflow may set it. */
export const PATIENT: Persistence = { throttleWait: 1_800_000, advice: 'Run the node again then.' };

/** Gives the update of one field or more, as Update plans it for an item. */
export function updateOf(item: number, id: number, changes: Changes): Update {
	return {
		item,
		id,
		changes,
		ifEmpty: {},
		collection: 'Update Fields',
		onlyIfUnchangedSince: undefined,
		unchanged: 'skip',
		reading: 'ifOthersChanged',
		output: { kind: 'raw' },
		telling: 'record',
		persistence: { ...PATIENT },
	};
}

/** Runs Update for these items. */
export async function update(execution: Execution, updates: readonly Update[]): Promise<void> {
	const { session, outcomes } = execution;
	await putOut(await writeUpdates(updates, session, outcomes), session, outcomes);
}

/** A person as a form gives them. */
export interface Person {
	contract: number;
	email: string;
	name: string;
	changes?: Changes;
}

/** Runs Create or Update, matched on the email, for these people. */
export async function upsert(execution: Execution, people: readonly Person[]): Promise<void> {
	const { session, outcomes } = execution;
	const upserts = people.map(upsertOf);
	const listOfParent = async (parent: number, persistence: Persistence) =>
		await recordsOfParent('CoworkerContractId', parent, persistence, session);
	const finished = await writeUpserts(upserts, listOfParent, session, outcomes);
	await putOut(finished, session, outcomes);
}

function upsertOf({ contract, email, name, changes = {} }: Person, item: number): Upsert {
	return {
		item,
		parent: contract,
		match: { properties: ['Email', 'CoworkerEmail'], value: email },
		body: bodyOf({ contract, email, name, changes }),
		changes: { FullName: name, ...changes },
		ifEmpty: {},
		collection: 'Additional Fields',
		unchanged: 'skip',
		output: { kind: 'raw' },
		telling: 'record',
		reading: 'none',
		persistence: { ...PATIENT },
	};
}

function bodyOf({ contract, email, name, changes = {} }: Person): Changes {
	return {
		CoworkerContractId: contract,
		ContractContactType: 1,
		AmlCheckStatus: 0,
		Email: email,
		FullName: name,
		...changes,
	};
}

/** Runs Create for these people. */
export async function create(execution: Execution, people: readonly Person[]): Promise<void> {
	const { session, outcomes } = execution;
	const creations = people.map<Creation>((person, item) => ({
		item,
		body: bodyOf(person),
		parent: person.contract,
		output: { kind: 'raw' },
		telling: 'record',
		reading: 'none',
		persistence: { ...PATIENT },
	}));
	await putOut(await writeCreations(creations, session, outcomes), session, outcomes);
}

/** Runs Delete for these contacts. */
export async function remove(
	{ session, outcomes }: Execution,
	deletions: ReadonlyArray<Pick<Deletion, 'id' | 'onlyIfUnchangedSince'>>,
): Promise<void> {
	const all = deletions.map((deletion, item) => ({
		...deletion,
		item,
		missing: 'deleted' as const,
		telling: 'record' as const,
		output: { kind: 'raw' } as const,
		persistence: { ...PATIENT },
	}));
	await writeDeletions(all, session, outcomes);
}
