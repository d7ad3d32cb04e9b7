import { isEmpty } from '../record/comparison';
import type { NexudusRecord } from '../record/field';

/** What tells that a record is the one an item means. */
export interface Match {
	/** Properties that may hold the value; the first is the record's own. */
	properties: readonly string[];
	value: string | number;
}

/** What is known of an item before anything is written for it. */
export type Target<Item> =
	| { kind: 'existing'; id: number }
	/** Records that are there, and how many more that earlier items of the same run create. */
	| { kind: 'several'; ids: number[]; newcomers: number }
	/** No record yet; all items with the same `newcomer` mean one record. */
	| { kind: 'new'; newcomer: Newcomer<Item> };

/** A record that is to be created: by its first item, and then changed by the others. */
export interface Newcomer<Item> {
	items: Item[];
}

/** An item with what it matches by and what it would create. */
export interface Candidate<Item> {
	item: Item;
	match: Match;
	body: NexudusRecord;
}

function comparable(value: unknown): string | undefined {
	const text = isEmpty(value) ? '' : String(value).trim().toLowerCase();
	return text === '' ? undefined : text;
}

/** Tells whether a record is the one meant: texts trimmed and ignoring case, numbers by value. */
export function isMatch(record: NexudusRecord, { properties, value }: Match): boolean {
	const wanted = comparable(value);
	if (wanted === undefined) return false;
	return properties.some((property) => comparable(record[property]) === wanted);
}

/**
 * Gives, for items of one contract in their order, which record each means: one that is there, or
 * one that an earlier item of the same run will have created.
 */
export function targetsOf<Item>(
	candidates: ReadonlyArray<Candidate<Item>>,
	existing: readonly NexudusRecord[],
): Array<Target<Item>> {
	const newcomers: Array<{ body: NexudusRecord; newcomer: Newcomer<Item> }> = [];
	return candidates.map(({ item, match, body }) => {
		const ids = existing.filter((record) => isMatch(record, match)).map(({ Id }) => Number(Id));
		const earlier = newcomers.filter((known) => isMatch(known.body, match));
		if (ids.length + earlier.length > 1) {
			return { kind: 'several', ids, newcomers: earlier.length };
		}
		if (ids.length === 1) return { kind: 'existing', id: ids[0] };
		const newcomer = earlier[0]?.newcomer ?? { items: [] };
		if (earlier.length === 0) newcomers.push({ body, newcomer });
		newcomer.items.push(item);
		return { kind: 'new', newcomer };
	});
}
