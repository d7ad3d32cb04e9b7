import type { Planned } from '../run/outcome';
import type { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import type { Output } from '../record/output';
import { shaperOf } from '../record/output';
import { readBack } from './readBack';

/** One item whose write is done. */
export interface Finished {
	item: number;
	/** The record as it was written. */
	record: NexudusRecord;
	/** Whether what comes out is to be read from Nexudus again. */
	reading: 'back' | 'none';
	persistence: Persistence;
}

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
