import { isSameValue } from '../record/comparison';
import type { NexudusRecord } from '../record/field';
import { fieldOf, recordNamed } from '../record/field';
import { instantOf } from '../record/moments';
import { Outcomes } from '../run/outcomes';
import type { Session } from '../run/session';
import type { Finished } from './finished';
import type { Trace } from './trace';
import { writeUpdates } from './updates';

/** A write is seen to be undone only once whoever undoes it has written. */
const SEEN_AFTER = 1_000;

interface Traced extends Finished {
	trace: Trace;
}

/**
 * Looks at records that are read back whether executions of other processes undid a write in the
 * same moment: they had read the record before it and sent it back whole after it. What somebody
 * else set back is left as it is, and a hint tells.
 */
export class UndoneWrites {
	private readonly latest: Map<number, Traced>;

	private readonly undone: Traced[] = [];

	constructor(
		finished: readonly Finished[],
		private readonly session: Session,
	) {
		this.latest = latestById(finished.filter((one): one is Traced => one.trace !== undefined));
	}

	/** Waits until whoever undoes a write will have written: about a second. */
	async untilSeen(): Promise<void> {
		if (this.latest.size > 0) await this.session.clock.sleep(SEEN_AFTER);
	}

	look(record: NexudusRecord, id: number): void {
		const one = this.latest.get(id);
		if (one && isUndone(record, one, this.session)) this.undone.push(one);
	}

	/** Writes once more what was undone. Gives the ids of these records. */
	async writeAgain(): Promise<ReadonlySet<number>> {
		if (!this.session.clock.isCancelled()) await writeAgain(this.undone, this.session);
		return new Set(this.undone.map(({ id }) => id));
	}
}

/** Several items may have changed one record: what counts is what all of them left. */
function latestById(traced: readonly Traced[]): Map<number, Traced> {
	const latest = new Map<number, Traced>();
	for (const one of traced) {
		const earlier = latest.get(one.id)?.trace;
		const trace = {
			...one.trace,
			before: { ...one.trace.before, ...earlier?.before },
			after: { ...earlier?.after, ...one.trace.after },
		};
		latest.set(one.id, { ...one, trace });
	}
	return latest;
}

/** Stamps have whole seconds. Who wrote in this process has seen this write, and means it. */
function isUndone(record: NexudusRecord, { id, trace }: Traced, session: Session): boolean {
	const { type } = session.records;
	if (session.writes.isOvertaken(id, trace.seen)) return false;
	const [then, now] = [instantOf(trace.updatedOn), instantOf(record.UpdatedOn)];
	if (then === undefined || now === undefined || second(now) < second(then)) return false;
	const isBack = (property: string): boolean =>
		isSameValue(fieldOf(type, property), record[property], trace.before[property]) &&
		!isSameValue(fieldOf(type, property), record[property], trace.after[property]);
	if (!Object.keys(trace.after).some(isBack)) return false;
	if (record.UpdatedBy === trace.updatedBy) return true;
	session.hint(
		`${recordNamed(type, id)}: somebody else saved it in the same moment and set back what this execution had changed. It was left so.`,
	);
	return false;
}

function second(instant: number): number {
	return Math.floor(instant / 1000);
}

async function writeAgain(undone: readonly Traced[], session: Session): Promise<void> {
	if (undone.length === 0) return;
	const trial = new Outcomes({ ...session, onFailure: 'continue' });
	const updates = undone.map(({ item, id, output, persistence, trace }) => ({
		item,
		id,
		output,
		persistence,
		changes: trace.after,
		ifEmpty: {},
		collection: trace.collection,
		onlyIfUnchangedSince: undefined,
		unchanged: 'skip' as const,
		telling: 'record' as const,
		reading: 'ifOthersChanged' as const,
	}));
	const written = await writeUpdates(updates, session, trial);
	const names = undone.map(({ id }) => `#${id}`).join(', ');
	session.hint(
		written.length === undone.length
			? `Another execution undid changes in the same moment. They were written again: ${names}.`
			: `Another execution undid changes in the same moment, and not all could be written again. Look at ${names} in Nexudus.`,
	);
}
