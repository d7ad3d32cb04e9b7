import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import type { RowCondition } from '../record/rowConditions';
import { mayCome, meetsAll, needsFullRecord } from '../record/rowConditions';
import type { Shaper } from '../record/output';
import { unloadedRemover } from '../record/output';

const NOTHING: NexudusRecord = {};

/**
 * Checks every row against the filters that were sent, since Nexudus ignores a filter that it
 * does not know and answers with the whole table.
 */
export class RowCheck {
	private rejected = 0;

	private readonly listedConditions: readonly RowCondition[];

	private readonly withoutUnloaded: Shaper;

	constructor(
		private readonly conditions: readonly RowCondition[],
		private readonly rows: 'asListed' | 'full',
		private readonly persistence: Persistence,
		private readonly session: Session,
	) {
		this.listedConditions = conditions.filter((condition) => !needsFullRecord(condition));
		this.withoutUnloaded = unloadedRemover(session.records.type);
	}

	/**
	 * Gives the rows that meet every filter, loaded in full where that was asked for, in the form
	 * that `onArrival` gives: full records are not held any longer than it takes to judge them.
	 */
	async accepted(
		rows: readonly NexudusRecord[],
		onArrival: Shaper = (row) => row,
	): Promise<NexudusRecord[]> {
		const matching = rows.filter((row) => this.belongs(row, this.listedConditions));
		if (this.rows === 'full') return await this.loaded(matching, onArrival);
		return matching.map((row) => onArrival(this.withoutUnloaded(row)));
	}

	private belongs(row: NexudusRecord, conditions: readonly RowCondition[]): boolean {
		if (meetsAll(conditions, row)) return true;
		if (!mayCome(conditions, row)) this.rejected++;
		return false;
	}

	/** A record that was deleted since it was listed is no part of the list any more. */
	private async loaded(
		rows: readonly NexudusRecord[],
		onArrival: Shaper,
	): Promise<NexudusRecord[]> {
		const accepted = new Map<number, NexudusRecord>();
		const judged = (record: NexudusRecord, id: number): NexudusRecord => {
			if (this.belongs(record, this.conditions)) accepted.set(id, onArrival(record));
			return NOTHING;
		};
		const { records } = this.session;
		const read = await records.readMany(rows.map(idOf), this.persistence, judged);
		for (const found of read.values()) {
			if (found instanceof Failure && !found.details.isMissing) throw found;
		}
		return rows.map((row) => accepted.get(idOf(row))).filter((row) => row !== undefined);
	}

	/** Tells the user where the server gave rows that the filters exclude. */
	hintAtRejected(): void {
		if (this.rejected === 0) return;
		this.session.hint(
			`Nexudus also returned ${this.session.records.type.nouns} that do not match the filters. They were left out.`,
		);
	}
}
