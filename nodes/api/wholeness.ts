import type { NexudusRecord, RecordType } from '../record/field';

/**
 * Tells whole records from partial ones. A record that lacks a property which can be written, or
 * which lists leave out, must not be written back or shown as whole: unless a read of the one
 * record lacks it too, for then this Nexudus doesn't have the property.
 */
export class Wholeness {
	private readonly expected: Set<string>;

	constructor(type: RecordType) {
		const fields = type.fields.filter(({ writable, leftOutOfLists }) => writable || leftOutOfLists);
		this.expected = new Set(fields.map(({ property }) => property));
	}

	isPartial(record: NexudusRecord): boolean {
		for (const property of this.expected) if (!(property in record)) return true;
		return false;
	}

	/**
	 * Compares a partial record with the same one read by itself, which is whole: what that lacks is
	 * expected no longer. Gives whether it holds more.
	 */
	learn(partial: NexudusRecord, whole: NexudusRecord): boolean {
		const missing = [...this.expected].filter((property) => !(property in partial));
		const there = missing.filter((property) => property in whole);
		for (const property of missing) if (!(property in whole)) this.expected.delete(property);
		return there.length > 0;
	}
}
