import type { NexudusRecord } from '../record/field';
import type { Match } from '../record/match';
import { comparable } from '../record/match';

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

/** Gives the records that a match means, in their order. */
export function matching(records: readonly NexudusRecord[], match: Match): NexudusRecord[] {
	const holders = new Holders<NexudusRecord>();
	for (const record of records) holders.add(record, record);
	return holders.with(match);
}

/** Records and what each stands for, found by the values they hold. */
class Holders<Meaning> {
	private readonly all: Array<{ record: NexudusRecord; meaning: Meaning }> = [];

	/** Positions in `all` by property and value, for the properties that were asked for. */
	private readonly places = new Map<string, Map<string, number[]>>();

	add(record: NexudusRecord, meaning: Meaning): void {
		this.all.push({ record, meaning });
		for (const [property, places] of this.places) this.note(property, places, this.all.length - 1);
	}

	/** Gives those of which one of the properties holds the value, in the order they were added. */
	with({ properties, value }: Match): Meaning[] {
		const wanted = comparable(value);
		if (wanted === undefined) return [];
		const places = properties.flatMap((property) => this.placesOf(property).get(wanted) ?? []);
		const inOrder = [...new Set(places)].sort((one, other) => one - other);
		return inOrder.map((place) => this.all[place].meaning);
	}

	private placesOf(property: string): Map<string, number[]> {
		const known = this.places.get(property);
		if (known) return known;
		const places = new Map<string, number[]>();
		this.all.forEach((_holder, place) => this.note(property, places, place));
		this.places.set(property, places);
		return places;
	}

	private note(property: string, places: Map<string, number[]>, place: number): void {
		const value = comparable(this.all[place].record[property]);
		if (value === undefined) return;
		const others = places.get(value);
		if (others) others.push(place);
		else places.set(value, [place]);
	}
}

/**
 * Tells whether what is created may be the record that a match means. What a linked record lends
 * it (CoworkerEmail by CoworkerId) is not known before it is read, so a link alone may mean it.
 */
export function mayBeMeant(body: NexudusRecord, { properties, value }: Match): boolean {
	const wanted = comparable(value);
	return properties.some((property) => {
		if (property in body) return comparable(body[property]) === wanted;
		return Object.keys(body).some(
			(link) => link.endsWith('Id') && property.startsWith(link.slice(0, -2)),
		);
	});
}

/**
 * Gives, for items of one parent in their order, which record each means: one that is there, or
 * one that an earlier item of the same run will have created.
 */
export function targetsOf<Item>(
	candidates: ReadonlyArray<Candidate<Item>>,
	existing: readonly NexudusRecord[],
): Array<Target<Item>> {
	const known = new Holders<number>();
	for (const record of existing) known.add(record, Number(record.Id));
	const newcomers = new Holders<Newcomer<Item>>();
	return candidates.map(({ item, match, body }) => {
		const ids = known.with(match);
		const earlier = newcomers.with(match);
		if (ids.length + earlier.length > 1) {
			return { kind: 'several', ids, newcomers: earlier.length };
		}
		if (ids.length === 1) return { kind: 'existing', id: ids[0] };
		const newcomer = earlier[0] ?? { items: [] };
		if (earlier.length === 0) newcomers.add(body, newcomer);
		newcomer.items.push(item);
		return { kind: 'new', newcomer };
	});
}
