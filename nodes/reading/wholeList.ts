import type { Persistence } from '../api/client';
import type { ListPage } from '../api/records';
import type { QueryPair } from '../record/conditions';
import { Failure } from '../record/failure';
import type { NexudusRecord, RecordType } from '../record/field';
import { fieldOf, idOf } from '../record/field';
import type { ReadingSession } from '../run/session';
import { listed } from './list';

const PAGE_SIZE = 1000;

/** What is read whole, and what becomes of its rows. */
export interface WholeList {
	query: readonly QueryPair[];
	persistence: Persistence;
	/** Takes the rows as they arrive; a row that changed meanwhile comes once more. */
	take: (rows: NexudusRecord[]) => Promise<void>;
	/** Tells, when the first page was taken, whether so many further ones are worth their requests. */
	isWorth?: (furtherPages: number) => boolean;
}

/**
 * Reads a list by Id, to its end. Gives whether it did, or left it at the first page. Throws a
 * Failure where the list came out short: who draws conclusions from what is missing needs all of it.
 */
export async function readWhole(
	session: ReadingSession,
	{ query, persistence, take, isWorth = () => true }: WholeList,
): Promise<'whole' | 'begun'> {
	const { records, directions } = session;
	const count = new Count();
	let isLeft = false;
	await listed(records, directions, {
		query,
		sort: { field: fieldOf(records.type, 'Id'), direction: 'asc' },
		limit: undefined,
		pageSize: PAGE_SIZE,
		persistence,
		accept: async (rows) => {
			await take(rows);
			return [];
		},
		goesOnAfter: (page) => {
			count.add(page);
			if (count.pages > 1) return true;
			const further = furtherPages(page);
			isLeft = further > 0 && !isWorth(further);
			return !isLeft;
		},
	});
	if (isLeft) return 'begun';
	if (!count.isWhole) throw shortList(records.type, count);
	return 'whole';
}

/** A list that does not tell its length has at least one further page. */
function furtherPages({ hasNext, total, size }: ListPage): number {
	if (!hasNext) return 0;
	return total === undefined ? 1 : Math.max(1, Math.ceil(total / size) - 1);
}

/** What the pages of a list said of its length, and what came. */
class Count {
	pages = 0;

	total: number | undefined;

	private readonly ids = new Set<number>();

	private hasEnd = false;

	add({ records, hasNext, total }: ListPage): void {
		this.pages++;
		this.total = total;
		this.hasEnd ||= !hasNext;
		for (const row of records) this.ids.add(idOf(row));
	}

	get rows(): number {
		return this.ids.size;
	}

	get isWhole(): boolean {
		return this.hasEnd && this.rows >= (this.total ?? 0);
	}
}

function shortList({ labelPlural }: RecordType, { rows, total }: Count): Failure {
	const all = total === undefined ? 'all' : `all ${total}`;
	return new Failure(`Nexudus gave ${rows} ${labelPlural} where ${all} are needed`, {
		description:
			'Its list ended too early, so that what is missing can’t be told. Run the node again; if it goes on, lists of this length don’t work with this Nexudus.',
	});
}
