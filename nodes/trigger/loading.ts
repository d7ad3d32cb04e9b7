import type { Persistence } from '../api/client';
import type { Clock } from '../api/clock';
import type { Records } from '../api/records';
import { asFailure, Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';

/** Four requests of 100 ids, which are under way at the same time. */
const AT_ONCE = 400;

/** What came of loading full records. */
export interface Loaded {
	records: Map<number, NexudusRecord>;
	/** Records that are gone since they were listed. */
	gone: Set<number>;
	/** Records for which there was no time left. */
	left: Set<number>;
	/** Records that Nexudus could not give, each with what it said. */
	failed: Map<number, Failure>;
}

/** Gives what came of loading nothing. */
export function nothingLoaded(): Loaded {
	return { records: new Map(), gone: new Set(), left: new Set(), failed: new Map() };
}

/**
 * Loads full records in the order given until the deadline or until Nexudus asks to wait too
 * long, at least some. Throws a Failure for what no record is to blame for.
 */
export async function loaded(
	records: Records,
	ids: readonly number[],
	persistence: Persistence,
	{ clock, deadline }: { clock: Clock; deadline: number },
): Promise<Loaded> {
	const result = nothingLoaded();
	for (let from = 0; from < ids.length; from += AT_ONCE) {
		const batch = ids.slice(from, from + AT_ONCE);
		const isLate = from > 0 && (clock.now() >= deadline || result.left.size > 0);
		if (isLate) for (const id of batch) result.left.add(id);
		else await load(records, batch, persistence, result);
	}
	const [first] = result.failed.values();
	if (first?.details.cause === 'configuration-invalid' && result.records.size === 0) throw first;
	return result;
}

/**
 * A batch may leave out a record that the server can't give: what is missing from it is asked for
 * alone before it counts as gone.
 */
async function load(
	records: Records,
	ids: readonly number[],
	persistence: Persistence,
	result: Loaded,
): Promise<void> {
	const read = await records.readMany(ids, persistence);
	const missing = ids.filter((id) => isMissing(read.get(id)));
	take(read, result);
	if (ids.length < 2) return;
	await Promise.all(
		missing.map(async (id) => {
			result.gone.delete(id);
			take(new Map([[id, await readAlone(records, id, persistence)]]), result);
		}),
	);
}

/** Gives one full record, or its Failure. */
export async function readAlone(
	records: Records,
	id: number,
	persistence: Persistence,
): Promise<NexudusRecord | Failure> {
	try {
		return await records.read(id, persistence);
	} catch (error) {
		return asFailure(error);
	}
}

function take(read: ReadonlyMap<number, NexudusRecord | Failure>, result: Loaded): void {
	for (const [id, found] of read) {
		if (!(found instanceof Failure)) result.records.set(id, found);
		else if (isMissing(found)) result.gone.add(id);
		else if (found.details.cause === 'rate-limited') result.left.add(id);
		else if (found.details.status === 401 || found.details.status === 403) throw found;
		else result.failed.set(id, found);
	}
}

function isMissing(found: NexudusRecord | Failure | undefined): boolean {
	return found instanceof Failure && found.details.isMissing === true;
}
