import type { Clock } from '../api/clock';
import { listed } from '../reading/list';
import type { NexudusRecord } from '../record/field';
import { fieldOf } from '../record/field';
import { instantOf } from '../record/moments';
import type { ColumnPart, Reading } from './columns';
import { readColumn } from './columns';
import type { Asked, Look, SweepLook } from './detection';
import { eventTeller } from './detection';
import type { TriggerState } from './state';
import { OVERLAP } from './state';
import type { Watch } from '../record/watch';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A date that never changes, by which all records can be read in parts. */
export const CREATION = 'CreatedOn';

/** What the looking needs besides. */
export interface Looking {
	reading: Reading;
	watch: Watch;
	clock: Clock;
	/** By the local clock: from then on nothing new is begun. */
	deadline: number;
}

/** Gives the row with the newest stamp, by the API's own clock; undefined for an empty table. */
export async function newestRow({ reading, watch }: Looking): Promise<NexudusRecord | undefined> {
	const [newest] = await listed(reading.records, reading.directions, {
		query: [],
		sort: { field: fieldOf(reading.records.type, watch.clock), direction: 'desc' },
		limit: 1,
		pageSize: 1,
		persistence: reading.persistence,
		accept: async (rows) => rows,
	});
	return newest;
}

/** Reads the whole overlap and, for changes of a value, all records: what a trigger starts from. */
export async function lookAtStart(looking: Asked & Looking, state: TriggerState): Promise<Look> {
	const sweeping = { deadline: looking.deadline, isEvent: () => false };
	return await look({ ...looking, deadline: Number.POSITIVE_INFINITY }, state, sweeping);
}

/**
 * Reads what may have changed since the state: one request for each column that is watched, as
 * long as a page holds it, and once an hour all records for changes that no date tells of. At the
 * deadline the rest of the clock column is left, where the next poll will begin further on.
 */
export async function lookAtChanges(looking: Asked & Looking, state: TriggerState): Promise<Look> {
	const isEvent = eventTeller(looking, state);
	return await look(looking, state, { deadline: looking.deadline, isEvent });
}

/** How all records are read where it is their turn. */
interface Sweeping {
	deadline: number;
	/** Whether a row may come out, so that all of it is needed. */
	isEvent: (row: NexudusRecord) => boolean;
}

async function look(looking: Looking, state: TriggerState, sweeping: Sweeping): Promise<Look> {
	const { reading, watch, clock, deadline } = looking;
	const mayStop = (newest: number): boolean =>
		clock.now() >= deadline && newest - OVERLAP - MINUTE >= (state.from ?? 0);
	const others = state.from === null ? [] : watch.others;
	const [inTime, ...besides] = await Promise.all([
		readColumn(reading, { property: watch.clock, from: state.from, mayStop, unfiltered: 'fail' }),
		...others.map(async (property) => await readWhole(reading, property, state)),
	]);
	const sweep = await sweptIfDue(looking, state, sweeping);
	const { completeUntil } = inTime;
	const isRead = (row: NexudusRecord): boolean =>
		(instantOf(row[watch.clock]) ?? 0) < completeUntil;
	return {
		rows: [...inTime.rows, ...besides.flatMap(({ rows }) => rows.filter(isRead))],
		completeUntil,
		...(sweep ? { sweep } : {}),
	};
}

async function readWhole(
	reading: Reading,
	property: string,
	{ from }: TriggerState,
): Promise<ColumnPart> {
	return await readColumn(reading, { property, from, mayStop: () => false, unfiltered: 'skip' });
}

async function sweptIfDue(
	{ reading, watch, clock }: Looking,
	state: TriggerState,
	{ deadline, isEvent }: Sweeping,
): Promise<SweepLook | undefined> {
	const { sign } = watch;
	if (sign.kind !== 'value' || !isDue(state, clock.now())) return undefined;
	const { position } = state.sweep;
	const needed = ['Id', CREATION, watch.clock, sign.property];
	const { rows, completeUntil } = await readColumn(reading, {
		property: CREATION,
		from: position,
		mayStop: () => clock.now() >= deadline,
		trim: (row) => (isEvent(row) ? row : trimmed(row, needed)),
		unfiltered: 'fail',
	});
	const isDone = completeUntil === Number.POSITIVE_INFINITY;
	return {
		rows,
		isWhole: isDone && position === null,
		next: isDone
			? { doneAt: clock.now(), position: null }
			: { doneAt: state.sweep.doneAt, position: completeUntil },
	};
}

/** Whole rows of a large table would take ten times the memory. */
function trimmed(row: NexudusRecord, properties: readonly string[]): NexudusRecord {
	return Object.fromEntries(properties.map((property) => [property, row[property]]));
}

/** A local clock that was set back must not put off the reading. */
function isDue({ sweep }: TriggerState, now: number): boolean {
	if (sweep.doneAt === null || sweep.position !== null) return true;
	return now - sweep.doneAt >= HOUR || now < sweep.doneAt;
}
