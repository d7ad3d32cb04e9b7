import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { asFailure } from '../record/failure';
import type { Changes } from '../record/field';
import type { Output } from '../record/output';
import type { Match } from '../record/match';
import type { Finished } from './finished';
import { mayBeMeant } from './matching';
import type { Telling } from './telling';
import { doneOf, shownRecord } from './telling';

/** One item's new record. */
export interface Creation {
	item: number;
	body: Changes;
	/** The record that it belongs to. */
	parent: number;
	output: Output;
	telling: Telling;
	reading: Finished['reading'];
	persistence: Persistence;
}

/** Creates one record. Throws a Failure; Outdated where `isOutdated` says so by its turn. */
export async function writeCreation(
	creation: Creation,
	session: Session,
	isOutdated?: () => boolean,
): Promise<Finished> {
	const { item, body, parent, output, telling, reading, persistence } = creation;
	const { records, clock, writes } = session;
	const holds = (match: Match): boolean => mayBeMeant(body, match);
	const whenSent = (): (() => void) =>
		writes.beginCreation(parent, { owner: session, holds }, clock);
	const stamp = await records.create(body, { ...persistence, whenSent }, isOutdated);
	const whole = { ...body, ...stamp };
	const write = { action: 'created', from: {}, to: body, properties: Object.keys(body) } as const;
	const done = doneOf(records.type, creation, write);
	const record = shownRecord(records.type, creation, done, whole);
	return { item, id: stamp.Id, record, output, reading, persistence, telling, done };
}

/** Creates many records, up to four at a time. Failures go to `outcomes`. */
export async function writeCreations(
	creations: readonly Creation[],
	session: Session,
	outcomes: Outcomes,
): Promise<Finished[]> {
	const finished: Finished[] = [];
	const work = async (creation: Creation): Promise<void> => {
		try {
			finished.push(await writeCreation(creation, session));
		} catch (error) {
			outcomes.fail(creation.item, asFailure(error));
		}
	};
	await inParallel(creations, work, () => outcomes.goesOn());
	return finished;
}
