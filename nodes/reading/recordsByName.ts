import type { Persistence } from '../api/client';
import type { RecordRequests } from '../api/records';
import { folded } from '../record/comparison';
import { idOf } from '../record/field';
import { trimmed } from '../record/text';

const PAGE_SIZE = 1000;

/** Ids of records by each name that they go by. */
export class RecordsByName {
	private readonly ids = new Map<string, Set<number>>();

	/** Gives the ids of all records that go by a name, whatever its case and accents. */
	idsOf(name: string): number[] {
		return [...(this.ids.get(comparable(name)) ?? [])];
	}

	add(name: unknown, id: number): void {
		if (typeof name !== 'string') return;
		const known = this.ids.get(comparable(name)) ?? new Set();
		this.ids.set(comparable(name), known.add(id));
	}
}

function comparable(name: string): string {
	return folded(trimmed(name))
		.replace(/[\s\u0085]+/gu, ' ')
		.replace(/’/g, "'");
}

/** Lists all records of a type, and gives them by the names in these properties. Throws a Failure. */
export async function recordsByName(
	records: RecordRequests,
	properties: readonly string[],
	persistence: Persistence,
): Promise<RecordsByName> {
	const byName = new RecordsByName();
	for (let page = 1, hasNext = true; hasNext; page++) {
		const list = await records.page([], page, PAGE_SIZE, persistence);
		for (const row of list.records) {
			for (const property of properties) byName.add(row[property], idOf(row));
		}
		hasNext = list.hasNext;
	}
	return byName;
}
