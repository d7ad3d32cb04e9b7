import type { ReadingSession } from '../run/session';
import type { Persistence } from '../api/client';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import type { RowCondition } from '../record/rowConditions';
import { mayCome, meetsAll, needsFullRecord } from '../record/rowConditions';
import type { Shaper } from '../record/output';
import { unloadedRemover } from '../record/output';
import { AbsentKeys } from './absentKeys';

const NOTHING: NexudusRecord = {};

/** As many as one request loads: the first ones tell whether the full records have what is absent. */
const FIRST_LOADED = 100;

/** What is looked at in the rows of a list besides the filters, and what is shown of them. */
export interface Needs {
	/** Without these there is no right answer. */
	needed: readonly string[];
	/** Without these something is left out, and a hint says so. */
	welcome: readonly string[];
}

const NO_NEEDS: Needs = { needed: [], welcome: [] };

/**
 * Checks every row against the filters that were sent, since Nexudus ignores a filter that it
 * does not know and answers with the whole table. What rows come without is loaded.
 */
export class RowCheck {
	private rejected = 0;

	private readonly listedConditions: readonly RowCondition[];

	private readonly withoutUnloaded: Shaper;

	private readonly absent: AbsentKeys;

	private readonly required: ReadonlySet<string>;

	constructor(
		private readonly conditions: readonly RowCondition[],
		private readonly rows: 'asListed' | 'full',
		private readonly persistence: Persistence,
		private readonly session: ReadingSession,
		private readonly needs: Needs = NO_NEEDS,
	) {
		const { type } = session.records;
		this.listedConditions = conditions.filter((condition) => !needsFullRecord(condition));
		this.withoutUnloaded = unloadedRemover(type);
		const lookedAt = this.listedConditions.flatMap(({ fields }) => fields);
		this.required = new Set([...needs.needed, ...lookedAt.map(({ property }) => property)]);
		this.absent = new AbsentKeys(type, [...this.required, ...needs.welcome]);
	}

	/**
	 * Gives the rows that meet every filter, loaded in full where that was asked for or where they
	 * come without something needed, in the form that `onArrival` gives: full records are not held
	 * any longer than it takes to judge them.
	 */
	async accepted(
		rows: readonly NexudusRecord[],
		onArrival: Shaper = (row) => row,
	): Promise<NexudusRecord[]> {
		this.absent.see(rows);
		const isTold = !rows.some((row) => this.absent.areIn(row));
		const matching = rows.filter((row) =>
			isTold ? this.belongs(row, this.listedConditions) : this.mayBelong(row),
		);
		if (this.rows === 'full') return await this.loaded(matching, onArrival);
		if (isTold) return matching.map((row) => onArrival(this.withoutUnloaded(row)));
		return await this.completed(matching, onArrival);
	}

	/** The first rows that were loaded tell whether it is worth loading others. */
	private async completed(
		rows: readonly NexudusRecord[],
		onArrival: Shaper,
	): Promise<NexudusRecord[]> {
		const accepted = new Map<number, NexudusRecord>();
		const first = rows.filter((row) => this.absent.areIn(row)).slice(0, FIRST_LOADED);
		const wasLoaded = new Set(first);
		await this.load(first, onArrival, accepted);
		const others = rows.filter((row) => !wasLoaded.has(row) && this.absent.areIn(row));
		await this.load(others, onArrival, accepted);
		for (const row of others) wasLoaded.add(row);
		for (const row of rows) {
			if (wasLoaded.has(row) || !this.mayBelong(row)) continue;
			accepted.set(idOf(row), onArrival(this.withoutUnloaded(row)));
		}
		return inOrder(rows, accepted);
	}

	/** Of a row that comes without something only what it tells is judged. */
	private mayBelong(row: NexudusRecord): boolean {
		if (!this.absent.areIn(row)) return this.belongs(row, this.listedConditions);
		const told = this.listedConditions.filter(({ fields }) =>
			fields.every(({ property }) => !this.absent.isAbsent(property, row)),
		);
		return this.belongs(row, told);
	}

	private belongs(row: NexudusRecord, conditions: readonly RowCondition[]): boolean {
		if (meetsAll(conditions, row)) return true;
		if (!mayCome(conditions, row)) this.rejected++;
		return false;
	}

	private async loaded(
		rows: readonly NexudusRecord[],
		onArrival: Shaper,
	): Promise<NexudusRecord[]> {
		const accepted = new Map<number, NexudusRecord>();
		await this.load(rows, onArrival, accepted);
		return inOrder(rows, accepted);
	}

	/** A record that was deleted since it was listed is no part of the list any more. */
	private async load(
		rows: readonly NexudusRecord[],
		onArrival: Shaper,
		accepted: Map<number, NexudusRecord>,
	): Promise<void> {
		if (rows.length === 0) return;
		const judged = (record: NexudusRecord, id: number): NexudusRecord => {
			this.absent.learn(record);
			if (this.belongs(record, this.conditions)) accepted.set(id, onArrival(record));
			return NOTHING;
		};
		try {
			const { records } = this.session;
			const read = await records.readMany(rows.map(idOf), this.persistence, judged);
			for (const found of read.values()) {
				if (found instanceof Failure && !found.details.isMissing) throw found;
			}
		} catch (error) {
			this.goOnWithout(rows, asFailure(error));
			for (const row of rows) accepted.set(idOf(row), onArrival(this.withoutUnloaded(row)));
		}
	}

	/** What is only welcome is left out where its user may not read full records. */
	private goOnWithout(rows: readonly NexudusRecord[], failure: Failure): void {
		const { type } = this.session.records;
		const isRequired = rows.some((row) =>
			[...this.required].some((property) => this.absent.isAbsent(property, row)),
		);
		const isRefused = failure.details.status === 401 || failure.details.status === 403;
		if (this.rows === 'full' || isRequired || !isRefused) throw failure;
		const missing = this.needs.welcome.filter((property) =>
			rows.some((row) => this.absent.isAbsent(property, row)),
		);
		this.absent.forget(missing);
		const labels = missing.map((property) => fieldOf(type, property).label);
		this.session.hint(
			`Lists of ${type.nouns} come without ${labels.join(', ')}, so that it is empty here. To load it, the user of the credential needs the role ${type.name}-Read.`,
		);
	}

	/** Tells the user where the server gave rows that the filters exclude. */
	hintAtRejected(): void {
		if (this.rejected === 0) return;
		this.session.hint(
			`Nexudus also returned ${this.session.records.type.nouns} that do not match the filters. They were left out.`,
		);
	}
}

function inOrder(
	rows: readonly NexudusRecord[],
	accepted: ReadonlyMap<number, NexudusRecord>,
): NexudusRecord[] {
	return rows.map((row) => accepted.get(idOf(row))).filter((row) => row !== undefined);
}
