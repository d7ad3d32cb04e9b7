import type { Planned } from '../run/outcome';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import { idOf } from '../record/field';
import type { Output } from '../record/output';
import { shaperOf } from '../record/output';
import { readBack } from './readBack';
import type { Finished } from './finished';

/** Puts out the record of each finished item, read again in batches where that is wanted. */
export async function putOut(
	finished: readonly Finished[],
	planned: ReadonlyArray<Planned<{ output: Output }>>,
	session: Session,
	outcomes: Outcomes,
): Promise<void> {
	const outputs = new Map(planned.map(({ item, plan }) => [item, plan.output]));
	const read = await readBack(
		finished.filter(({ reading }) => reading === 'back'),
		session,
	);
	for (const { item, record, reading } of finished) {
		const known = (reading === 'back' ? read.get(idOf(record)) : undefined) ?? record;
		const output = outputs.get(item) ?? { kind: 'simplified' };
		outcomes.succeed(item, [shaperOf(session.records.type, output)(known)]);
	}
}
