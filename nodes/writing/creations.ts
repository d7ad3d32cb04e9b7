import { inParallel } from '../run/inParallel';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { asFailure } from '../record/failure';
import type { Changes } from '../record/field';
import type { Output } from '../record/output';
import { shaperOf } from '../record/output';
import type { Finished } from './finished';

/** One item's new record. */
export interface Creation {
	item: number;
	body: Changes;
	output: Output;
	reading: Finished['reading'];
	persistence: Persistence;
}

/** Creates one record. Throws a Failure. */
export async function writeCreation(creation: Creation, session: Session): Promise<Finished> {
	const { item, body, output, reading, persistence } = creation;
	const { stamp, sent } = await session.createdBefore.once(
		item,
		body,
		async () => await session.records.create(body, persistence),
	);
	const isOther = sent === 'other';
	if (isOther) session.hint(hintAtOtherValues(session));
	const record = shaperOf(session.records.type, output)({ ...body, ...stamp });
	const told = isOther ? 'back' : reading;
	return { item, id: stamp.Id, record, output, reading: told, persistence };
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
