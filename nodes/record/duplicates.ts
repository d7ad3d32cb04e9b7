import { isMissing } from './comparison';
import type { Field, NexudusRecord } from './field';
import { idOf } from './field';
import { comparable } from './match';

/** What makes records duplicates of one another. */
export interface Sameness {
	/** The reference that they have in common. */
	sameIn: Field;
	/** The fields that may hold the same value. */
	fields: readonly Field[];
	/** Only an email address tells who is meant. */
	isEmail?: true | undefined;
}

/** Gives the properties that tell whether records are duplicates. */
export function tellingProperties({ sameIn, fields }: Sameness): string[] {
	return [sameIn, ...fields].map(({ property }) => property);
}

/** Records by Id, each with the smallest Id of those that it is a duplicate of, its own included. */
export type Duplicates = ReadonlyMap<number, number>;

/**
 * Gives the records of which another one has the same value. A record may share one value with one
 * record and another value with a second: all three belong together.
 */
export function duplicatesAmong(records: Iterable<NexudusRecord>, sameness: Sameness): Duplicates {
	const firstWith = new Map<string, number>();
	const ties = new Ties();
	for (const record of records) {
		const id = idOf(record);
		for (const key of keysOf(record, sameness)) {
			const other = firstWith.get(key);
			if (other === undefined) firstWith.set(key, id);
			else if (other !== id) ties.tie(other, id);
		}
	}
	return ties.groups();
}

/**
 * Gives what a record is compared by. What stands for "none" is no value: a reference of 0, or an
 * "n/a" among the emails, which whoever has none shares with all others.
 */
function keysOf(record: NexudusRecord, { sameIn, fields, isEmail }: Sameness): string[] {
	const parent = record[sameIn.property];
	if (isMissing(sameIn, parent)) return [];
	return fields
		.map((field) => [field, record[field.property]] as const)
		.filter(([field, value]) => !isMissing(field, value))
		.map(([, value]) => comparable(value) ?? '')
		.filter((value) => value !== '' && (!isEmail || value.includes('@')))
		.map((value) => `${String(parent)} ${value}`);
}

/** Ids that belong together, directly or by way of others. */
class Ties {
	/** Each Id that was tied, with a smaller one that it belongs to, or itself. */
	private readonly smaller = new Map<number, number>();

	tie(one: number, other: number): void {
		const [left, right] = [this.smallest(one), this.smallest(other)];
		this.smaller.set(Math.max(left, right), Math.min(left, right));
	}

	groups(): Map<number, number> {
		return new Map([...this.smaller.keys()].map((id) => [id, this.smallest(id)]));
	}

	private smallest(id: number): number {
		let [current, next] = [id, this.smaller.get(id) ?? id];
		this.smaller.set(id, next);
		while (next !== current) {
			current = next;
			next = this.smaller.get(current) ?? current;
		}
		this.smaller.set(id, current);
		return current;
	}
}

/**
 * Gives those of the records that are duplicates, side by side: the smallest Id first, and after it
 * those that it is a duplicate of.
 */
export function sideBySide(
	records: readonly NexudusRecord[],
	duplicates: Duplicates,
): NexudusRecord[] {
	const groups = new Map<number, NexudusRecord[]>();
	for (const record of [...records].sort((one, other) => idOf(one) - idOf(other))) {
		const group = duplicates.get(idOf(record));
		if (group === undefined) continue;
		const others = groups.get(group);
		if (others) others.push(record);
		else groups.set(group, [record]);
	}
	return [...groups.values()].flat();
}
