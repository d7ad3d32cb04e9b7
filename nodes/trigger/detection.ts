import type { NexudusRecord, RecordType } from '../record/field';
import { idOf } from '../record/field';
import type { RowCondition } from '../record/rowConditions';
import { meetsAll } from '../record/rowConditions';
import { instantOf } from '../record/moments';
import type { Waiting } from './keptBack';
import { storedWaiting } from './keptBack';
import { keptValue, packed, unpacked } from './knownValues';
import { Seen } from './seen';
import type { SweepState, TriggerState } from './state';
import { minuteOf, OVERLAP } from './state';
import { versionOf } from './version';
import type { Sign, Watch } from '../record/watch';

const NEVER = Number.NEGATIVE_INFINITY;

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
	conditions: readonly RowCondition[];
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
 * left for a later poll: nothing is remembered of them, and they will be read again. Nor is
 * anything remembered of the records in `waiting`, but those are looked for by their Ids.
 */
export function detected(
	asked: Asked,
	state: TriggerState,
	look: Look,
	postponed: ReadonlySet<number> = new Set(),
	waiting: ReadonlyMap<number, Waiting> = new Map(),
): Detected {
	return new Detection(asked, state, look, { postponed, waiting }).result();
}

/** Gives the function that tells whether a row is an event for a trigger in this state. */
export function eventTeller(asked: Asked, state: TriggerState): (row: NexudusRecord) => boolean {
	const look = { rows: [], completeUntil: Number.POSITIVE_INFINITY };
	const held = { postponed: new Set<number>(), waiting: new Map<number, Waiting>() };
	const detection = new Detection(asked, state, look, held);
	return (row) => detection.changeOf(row).length > 0;
}

/** Records whose events are not handed over yet. */
interface Held {
	postponed: ReadonlySet<number>;
	waiting: ReadonlyMap<number, Waiting>;
}

class Detection {
	private readonly seen: Seen;

	private readonly known: Map<number, number>;

	constructor(
		private readonly asked: Asked,
		private readonly state: TriggerState,
		private readonly look: Look,
		private readonly held: Held,
	) {
		this.seen = new Seen(state.seen);
		this.known = unpacked(state.known);
	}

	result(): Detected {
		const rows = this.rows();
		const found = rows.flatMap((row) => this.changeOf(row));
		const left = found.filter(({ row }) => this.isLeft(row));
		for (const row of rows) if (!this.isHeld(row)) this.remember(row);
		const from = this.nextFrom(left);
		const { event, account, since } = this.state;
		return {
			changes: found.filter(({ row }) => !this.isHeld(row)).sort(byAge),
			state: {
				event,
				account,
				since,
				from,
				seen: this.seen.storedFrom(from ?? NEVER),
				known: packed(this.knownAfterwards(rows)),
				sweep: this.nextSweep(left),
				...storedWaiting(this.held.waiting),
			},
		};
	}

	private isHeld(row: NexudusRecord): boolean {
		return this.held.waiting.has(idOf(row)) || this.held.postponed.has(idOf(row));
	}

	/** What waits for its full record is not found by reading the columns again. */
	private isLeft(row: NexudusRecord): boolean {
		return this.held.postponed.has(idOf(row)) && !this.held.waiting.has(idOf(row));
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

	changeOf(row: NexudusRecord): Change[] {
		const { sign } = this.asked.watch;
		const previous = sign.kind === 'value' ? this.previousValue(row, sign) : this.unseen(row);
		if (previous === undefined || !this.isWanted(row)) return [];
		return [{ row, previous, moment: this.momentOf(row) }];
	}

	/** A new record is judged when it is first seen: one that waits has passed. */
	private isWanted(row: NexudusRecord): boolean {
		const { watch, conditions } = this.asked;
		if (watch.sign.kind === 'appearance' && this.state.keptBack?.[idOf(row)]) return true;
		return meetsAll(conditions, row);
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

function stamp(row: NexudusRecord, column: string): number {
	return instantOf(row[column]) ?? NEVER;
}

function byAge(one: Change, other: Change): number {
	return (one.moment ?? 0) - (other.moment ?? 0) || idOf(one.row) - idOf(other.row);
}
