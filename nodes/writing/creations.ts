import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import type { WriteStamp } from '../api/records';
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

/** A record that was just created: what was sent, and what the answer said of it. */
export interface Created extends Finished {
	body: Changes;
	stamp: WriteStamp;
}

/** Creates one record. Throws a Failure; Outdated where `isOutdated` says so by its turn. */
export async function writeCreation(
	creation: Creation,
	session: Session,
	isOutdated?: () => boolean,
): Promise<Created> {
	const { item, body, parent, output, telling, reading, persistence } = creation;
	const { records, clock, writes, createdBefore } = session;
	const holds = (match: Match): boolean => mayBeMeant(body, match);
	const whenSent = (): (() => void) =>
		writes.beginCreation(parent, { owner: session, holds }, clock);
	const { stamp, sent } = await createdBefore.once(
		item,
		body,
		async () => await records.create(body, { ...persistence, whenSent }, isOutdated),
	);
	const isOther = sent === 'other';
	if (isOther) session.hint(hintAtOtherValues(session));
	const write = { action: 'created', from: {}, to: body, properties: Object.keys(body) } as const;
	const done = doneOf(records.type, creation, write);
	const record = shownRecord(records.type, creation, done, { ...body, ...stamp });
	return {
		item,
		id: stamp.Id,
		record,
		output,
		reading: isOther ? 'back' : reading,
		persistence,
		telling,
		done,
		body,
		stamp,
	};
}

/** Values such as the current time are others each time that n8n repeats the node. */
function hintAtOtherValues({ records: { type } }: Session): string {
	return `n8n repeated this node (Retry On Fail). Some ${type.labelPlural} come out with the values that an earlier try created them with, since none is created twice.`;
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
