import { createHash } from 'node:crypto';
import type { WriteStamp } from '../api/records';
import { Failure } from '../record/failure';
import type { Changes } from '../record/field';

/** Milliseconds after its last creation in which a run can be repeated. */
const KEPT_FOR = 3_600_000;

/** What came of a creation: the stamp of its answer, or the failure that left its fate unknown. */
type Fate = { stamp: WriteStamp; sent: string } | { doubt: Failure };

interface Memory {
	fates: Map<string, Fate>;
	until: number;
}

/** What tells the run of a node from others; a run and its repetitions have the same. */
export interface RepeatedRun {
	name: string;
	/**
	 * What tells one creation from another: the input item, or what is sent where one name stands
	 * for several runs.
	 */
	creationsBy: 'item' | 'content';
}

/** A creation that was made, and whether what was sent for it is what would be sent now. */
export interface Created {
	stamp: WriteStamp;
	sent: 'now' | 'same' | 'other';
}

/** The creations of runs that n8n may repeat, by run. What is past its time goes at the next access. */
const memories = new Map<string, Memory>();

/**
 * Sees to it that a run and its repetitions create each record once. Ids, stamps and hashes are all
 * that is remembered, in this process. A run that n8n doesn't repeat remembers nothing.
 */
export class CreatedBefore {
	private readonly places = new Set<string>();

	/** @param now gives milliseconds since 1970 */
	constructor(
		private readonly run: RepeatedRun | undefined,
		private readonly now: () => number,
	) {}

	/**
	 * Creates by `create`, unless an earlier try of this run did. Throws what `create` throws; where
	 * an earlier try left the fate of this creation unknown, its failure again.
	 */
	async once(item: number, body: Changes, create: () => Promise<WriteStamp>): Promise<Created> {
		if (!this.run) return { stamp: await create(), sent: 'now' };
		const sent = createHash('sha256').update(JSON.stringify(body)).digest('hex');
		const place = this.run.creationsBy === 'item' ? String(item) : sent;
		this.places.add(place);
		const fate = this.fateOf(this.run, place);
		if (fate && 'doubt' in fate) throw fate.doubt;
		if (fate) return { stamp: fate.stamp, sent: fate.sent === sent ? 'same' : 'other' };
		try {
			const stamp = await create();
			this.note(this.run, place, { stamp, sent });
			return { stamp, sent: 'now' };
		} catch (error) {
			throw this.noted(this.run, place, error);
		}
	}

	/** Ends the memory of this run: no item failed, so n8n does not repeat it. */
	forget(): void {
		if (!this.run) return;
		const memory = memories.get(this.run.name);
		for (const place of this.places) memory?.fates.delete(place);
		const isOver = this.run.creationsBy === 'item' || memory?.fates.size === 0;
		if (isOver) memories.delete(this.run.name);
	}

	private fateOf({ name }: RepeatedRun, place: string): Fate | undefined {
		const now = this.now();
		for (const [one, { until }] of memories) {
			if (until <= now) memories.delete(one);
		}
		return memories.get(name)?.fates.get(place);
	}

	private noted(run: RepeatedRun, place: string, error: unknown): unknown {
		const isInDoubt = error instanceof Failure && error.details.mayBeWritten === true;
		if (isInDoubt) this.note(run, place, { doubt: error });
		return error;
	}

	private note({ name }: RepeatedRun, place: string, fate: Fate): void {
		const fates = memories.get(name)?.fates ?? new Map<string, Fate>();
		memories.set(name, { fates: fates.set(place, fate), until: this.now() + KEPT_FOR });
	}
}
