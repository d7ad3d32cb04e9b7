import type { Session } from '../run/session';
import type { Persistence } from '../api/client';
import type { Condition } from '../record/conditions';
import { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { idOf } from '../record/field';
import { mayCome, meetsAll } from '../record/filters';
import type { Shaper } from '../record/output';
import { unloadedRemover } from '../record/output';

/**
 * Checks every row against the filters that were sent, since Nexudus ignores a filter that it
 * does not know and answers with the whole table.
 */
export class RowCheck {
	private rejected = 0;

	private readonly listedConditions: readonly Condition[];

	private readonly withoutUnloaded: Shaper;

	constructor(
		private readonly conditions: readonly Condition[],
		private readonly rows: 'asListed' | 'full',
		private readonly persistence: Persistence,
		private readonly session: Session,
	) {
		this.listedConditions = conditions.filter((condition) => !condition.field.leftOutOfLists);
		this.withoutUnloaded = unloadedRemover(session.records.type);
	}

	/** Gives the rows that meet every filter, loaded in full where that was asked for. */
	async accepted(rows: readonly NexudusRecord[]): Promise<NexudusRecord[]> {
		const matching = this.matching(rows, this.listedConditions);
		if (this.rows === 'asListed') return matching.map(this.withoutUnloaded);
		return this.matching(await this.loaded(matching), this.conditions);
	}

	private matching(
		rows: readonly NexudusRecord[],
		conditions: readonly Condition[],
	): NexudusRecord[] {
		return rows.filter((row) => {
			if (meetsAll(conditions, row)) return true;
			if (!mayCome(conditions, row)) this.rejected++;
			return false;
		});
	}

	/** A record that was deleted since it was listed is no part of the list any more. */
	private async loaded(rows: readonly NexudusRecord[]): Promise<NexudusRecord[]> {
		const read = await this.session.records.readMany(rows.map(idOf), this.persistence);
		return rows.flatMap((row) => {
			const found = read.get(idOf(row));
			if (found instanceof Failure && !found.details.isMissing) throw found;
			return found === undefined || found instanceof Failure ? [] : [found];
		});
	}

	/** Tells the user where the server gave rows that the filters exclude. */
	hintAtRejected(): void {
		if (this.rejected === 0) return;
		this.session.hint(
			`Nexudus also returned ${this.session.records.type.nouns} that do not match the filters. They were left out.`,
		);
	}
}
