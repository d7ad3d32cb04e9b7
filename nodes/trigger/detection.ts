import type { Condition } from '../record/conditions';
import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import { meetsAll } from '../record/filters';
import { instantOf } from '../record/moments';
import { keptValue, packed, unpacked } from './knownValues';
import { Seen } from './seen';
import type { SweepState, TriggerState } from './state';
import { versionOf } from './version';
import type { Sign, Watch } from '../record/watch';

const MINUTE = 60_000;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * How far behind the newest stamp the columns are read again. A row may become visible later than
 * its stamp says; the API filters by the minute; one poll may take minutes. Rows that appear up to
 * five minutes late are found.
 */
export const OVERLAP = 10 * MINUTE;

/** What one poll read. */
export interface Look {
	/** Rows with a stamp from the state's `from` on in a watched column, each record once. */
	rows: readonly NexudusRecord[];
	/** Stamps before this instant were read completely; infinite where nothing was left out. */
	completeUntil: number;
	/** What the reading of all records gave, where it was its turn. */
	sweep?: SweepLook;
}

/** What was read of all records. */
export interface SweepLook {
	rows: readonly NexudusRecord[];
	/** Whether these are all records that there are. */
	isWhole: boolean;
	next: SweepState;
}

/** What is asked: which event, of which records. */
export interface Asked {
	type: RecordType;
	watch: Watch;
	account: string;
	conditions: readonly Condition[];
}

/** An event. */
export interface Change {
	row: NexudusRecord;
	/** The value before, for a change of a value; null where it is unknown. */
	previous: number | null;
	/** The stamp that tells of it; undefined where only the reading of all records did. */
	moment: number | undefined;
}

/** What a look means. */
export interface Detected {
	/** The events, oldest first. */
	changes: Change[];
	/** What to keep, once these events are handed over. */
	state: TriggerState;
}

/**
 * Tells which events a look shows, and what to keep. Events of the records in `postponed` are
 * left for a later poll: nothing is remembered of them, and they will be read again.
 */
export function detected(
	asked: Asked,
	state: TriggerState,
	look: Look,
	postponed: ReadonlySet<number> = new Set(),
): Detected {
	return new Detection(asked, state, look, postponed).result();
}

/** Gives the state of a trigger that has seen nothing yet. */
export function emptyState(asked: Asked, newest: number | undefined): TriggerState {
	return {
		event: asked.watch.event,
		account: asked.account,
		from: newest === undefined ? null : minuteOf(newest - OVERLAP),
		seen: {},
		since: newest ?? null,
		known: '',
		sweep: { doneAt: null, position: null },
	};
}

class Detection {
	private readonly seen: Seen;

	private readonly known: Map<number, number>;

	constructor(
		private readonly asked: Asked,
		private readonly state: TriggerState,
		private readonly look: Look,
		private readonly postponed: ReadonlySet<number>,
	) {
		this.seen = new Seen(state.seen);
		this.known = unpacked(state.known);
	}

	result(): Detected {
		const rows = this.rows();
		const found = rows.flatMap((row) => this.changeOf(row));
		const isPostponed = (change: Change): boolean => this.postponed.has(idOf(change.row));
		const left = found.filter(isPostponed);
		for (const row of rows) if (!this.postponed.has(idOf(row))) this.remember(row);
		const from = this.nextFrom(left);
		return {
			changes: found.filter((change) => !isPostponed(change)).sort(byAge),
			state: {
				...this.state,
				from,
				seen: this.seen.storedFrom(from ?? NEVER),
				known: packed(this.knownAfterwards(rows)),
				sweep: this.nextSweep(left),
			},
		};
	}

	/** A record may come twice, read at two moments: the later version counts. */
	private rows(): NexudusRecord[] {
		const byId = new Map<number, NexudusRecord>();
		for (const row of [...this.look.rows, ...(this.look.sweep?.rows ?? [])]) {
			const other = byId.get(idOf(row));
			if (!other || this.clockOf(row) >= this.clockOf(other)) byId.set(idOf(row), row);
		}
		return [...byId.values()];
	}

	private changeOf(row: NexudusRecord): Change[] {
		const { sign } = this.asked.watch;
		const previous = sign.kind === 'value' ? this.previousValue(row, sign) : this.unseen(row);
		if (previous === undefined || !meetsAll(this.asked.conditions, row)) return [];
		return [{ row, previous, moment: this.momentOf(row) }];
	}

	/** Null where the record's version is news, undefined where it was seen before. */
	private unseen(row: NexudusRecord): null | undefined {
		const { type, watch } = this.asked;
		const isKnown = this.seen.versionOf(idOf(row)) === versionOf(type, watch, row);
		return isKnown ? undefined : null;
	}

	/** The value before; null where it is unknown, undefined where it did not change. */
	private previousValue(
		row: NexudusRecord,
		sign: Extract<Sign, { kind: 'value' }>,
	): number | null | undefined {
		const value = keptValue(row[sign.property], sign.initial);
		const known = this.known.get(idOf(row));
		if (known !== undefined) return known === value ? undefined : known;
		if (this.appearedSince(row)) return value === sign.initial ? undefined : null;
		return this.isDatedSince(row) ? null : undefined;
	}

	/**
	 * Until all records have been read once, one that is not known may have been there before; but
	 * not where its creation lies in the overlap, which the activation has read.
	 */
	private appearedSince(row: NexudusRecord): boolean {
		const { since, sweep } = this.state;
		if (since === null || sweep.doneAt !== null) return true;
		return stamp(row, 'CreatedOn') >= since - OVERLAP;
	}

	/** A row with such a date that was there at the activation is known from the overlap. */
	private isDatedSince(row: NexudusRecord): boolean {
		const from = (this.state.since ?? NEVER) - OVERLAP;
		return this.asked.watch.others.some((column) => stamp(row, column) >= from);
	}

	private remember(row: NexudusRecord): void {
		const { type, watch } = this.asked;
		if (watch.sign.kind === 'value') {
			this.known.set(idOf(row), keptValue(row[watch.sign.property], watch.sign.initial));
			return;
		}
		const latest = Math.max(this.clockOf(row), ...watch.others.map((column) => stamp(row, column)));
		this.seen.remember(idOf(row), versionOf(type, watch, row), latest);
	}

	/** Records that a whole reading did not meet are gone. */
	private knownAfterwards(rows: readonly NexudusRecord[]): Map<number, number> {
		if (!this.look.sweep?.isWhole) return this.known;
		const there = new Set(rows.map(idOf));
		return new Map([...this.known].filter(([id]) => there.has(id)));
	}

	/** The reading of all records is done again where an event without a date was left. */
	private nextSweep(left: readonly Change[]): SweepState {
		const isUndatedLeft = left.some((change) => change.moment === undefined);
		return isUndatedLeft || !this.look.sweep ? this.state.sweep : this.look.sweep.next;
	}

	private nextFrom(left: readonly Change[]): number | null {
		const { rows, completeUntil } = this.look;
		const newest = rows.reduce((latest, row) => Math.max(latest, this.clockOf(row)), NEVER);
		const firstLeft = left.reduce(
			(first, { moment }) => Math.min(first, moment ?? first),
			Number.POSITIVE_INFINITY,
		);
		const settled = Math.min(newest - OVERLAP, completeUntil, firstLeft);
		const from = Math.max(this.state.from ?? NEVER, minuteOf(settled));
		return from === NEVER ? null : from;
	}

	/** The stamp by which a row is read again: the clock's, or another one that moved alone. */
	private momentOf(row: NexudusRecord): number | undefined {
		const from = this.state.from ?? NEVER;
		const { clock, others } = this.asked.watch;
		if (this.clockOf(row) >= from) return instantOf(row[clock]);
		const latest = Math.max(...others.map((column) => stamp(row, column)));
		return latest >= from ? latest : undefined;
	}

	private clockOf(row: NexudusRecord): number {
		return stamp(row, this.asked.watch.clock);
	}
}

function minuteOf(instant: number): number {
	return Math.floor(instant / MINUTE) * MINUTE;
}

function stamp(row: NexudusRecord, column: string): number {
	return instantOf(row[column]) ?? NEVER;
}

function byAge(one: Change, other: Change): number {
	return (one.moment ?? 0) - (other.moment ?? 0) || idOf(one.row) - idOf(other.row);
}
