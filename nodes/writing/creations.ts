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
	const stamp = await session.records.create(body, persistence);
	const record = shaperOf(session.records.type, output)({ ...body, ...stamp });
	return { item, id: stamp.Id, record, output, reading, persistence };
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
