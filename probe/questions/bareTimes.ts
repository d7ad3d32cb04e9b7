import type { QueryPair } from '../../nodes/record/conditions';
import type { NexudusRecord } from '../../nodes/record/field';
import { idOf } from '../../nodes/record/field';
import { instantOf } from '../../nodes/record/moments';
import type { Account } from '../account';
import type { Answers, Finding } from '../findings';
import type { Outcome } from './trial';
import { tryOut } from './trial';

const MINUTE = 60_000;
/** No zone is further from UTC. */
const FURTHEST_ZONE = 15 * 60 * MINUTE;
const ROWS = 1_000;
const LONG_AGO: readonly [number, number] = [Date.UTC(1990, 0, 1), Date.UTC(1990, 0, 2)];
/** Months in which a zone with summer time is certain to have it, or not to have it. */
const SEASONS = [
	[0, 1, 11],
	[5, 6, 7],
];

type Stamp = 'CreatedOn' | 'UpdatedOn';
type Zone = Answers['bareTimes'];

/**
 * Finds out in which zone Nexudus reads the times of a filter: looks for a contact within the
 * minute of its stamp, in winter and in summer, since London's winter time is UTC.
 */
export async function askBareTimes(account: Account): Promise<Finding<Zone>> {
	if (account.isEmpty) return { answer: 'unknown', seen: 'No contact to ask with' };
	for (const stamp of ['CreatedOn', 'UpdatedOn'] as const) {
		const zones: Zone[] = [];
		for (const row of inEachSeason(account, stamp)) zones.push(await zoneOf(account, stamp, row));
		const words = `Looked for ${zones.length} contacts within the minute of ${stamp}, by UTC`;
		if (zones.includes('other')) return { answer: 'other', seen: `${words}: not found there` };
		if (zones.includes('utc')) return { answer: 'utc', seen: `${words}: found` };
	}
	return { answer: 'unknown', seen: 'The filters by time told nothing' };
}

function inEachSeason(account: Account, stamp: Stamp): NexudusRecord[] {
	const rows = [...account.rows.values()].filter((row) => instantOf(row[stamp]) !== undefined);
	const inMinute = new Map<number, number>();
	for (const row of rows) {
		const minute = minuteOf(row, stamp);
		inMinute.set(minute, (inMinute.get(minute) ?? 0) + 1);
	}
	const alone = rows.filter((row) => (inMinute.get(minuteOf(row, stamp)) ?? 0) < ROWS / 2);
	const found = SEASONS.flatMap((months) => {
		const inSeason = alone.find((row) =>
			months.includes(new Date(minuteOf(row, stamp)).getUTCMonth()),
		);
		return inSeason ? [inSeason] : [];
	});
	return found.length > 0 ? found : alone.slice(0, 1);
}

async function zoneOf(account: Account, stamp: Stamp, row: NexudusRecord): Promise<Zone> {
	const minute = minuteOf(row, stamp);
	const within = async (margin: number, tolerance: number): Promise<Outcome> =>
		await tryOut(account, {
			query: window(stamp, minute - margin, minute + MINUTE + margin),
			absent: window(stamp, ...LONG_AGO),
			id: idOf(row),
			matches: (one) => {
				const instant = instantOf(one[stamp]);
				return instant !== undefined && Math.abs(instant - minute) <= margin + tolerance;
			},
			size: ROWS,
		});
	const inMinute = await within(0, MINUTE);
	if (inMinute === 'works') return 'utc';
	if (inMinute !== 'misses') return 'unknown';
	const inDay = await within(FURTHEST_ZONE, FURTHEST_ZONE + MINUTE);
	return inDay === 'works' ? 'other' : 'unknown';
}

function minuteOf(row: NexudusRecord, stamp: Stamp): number {
	return Math.floor((instantOf(row[stamp]) ?? 0) / MINUTE) * MINUTE;
}

/** Times without a zone, in the documented form YYYY-MM-DDTHH:mm. */
function window(stamp: Stamp, from: number, to: number): QueryPair[] {
	const bare = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
	return [
		[`from_ContractContact_${stamp}`, bare(from)],
		[`to_ContractContact_${stamp}`, bare(to)],
	];
}
