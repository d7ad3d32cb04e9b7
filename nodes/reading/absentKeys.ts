import { isEmpty } from '../record/comparison';
import type { NexudusRecord, RecordType } from '../record/field';

/**
 * Tells which list rows come without something that is needed. A key that is absent from a row is
 * "not loaded", never "empty"; what the full record lacks as well, this Nexudus doesn't have.
 *
 * Where no document says what the lists of a type leave out, a long text that is null may be left
 * out too, as long as no row of the list holds one.
 */
export class AbsentKeys {
	private readonly needed: Set<string>;

	private readonly doubtful: Set<string>;

	constructor(type: RecordType, needed: Iterable<string>) {
		this.needed = new Set(needed);
		const isDocumented = type.fields.some(({ leftOutOfLists }) => leftOutOfLists);
		const longTexts = type.fields.filter(
			({ property, multiline }) => multiline && this.needed.has(property),
		);
		this.doubtful = new Set(isDocumented ? [] : longTexts.map(({ property }) => property));
	}

	/** Looks at rows of a list, before any of them is judged. */
	see(rows: readonly NexudusRecord[]): void {
		for (const property of this.doubtful) {
			if (rows.some((row) => !isEmpty(row[property]))) this.doubtful.delete(property);
		}
	}

	/** Tells whether a row does not tell this property. */
	isAbsent(property: string, row: NexudusRecord): boolean {
		if (!(property in row)) return this.needed.has(property);
		return this.doubtful.has(property) && isEmpty(row[property]);
	}

	/** Tells whether a row comes without anything that is needed. */
	areIn(row: NexudusRecord): boolean {
		for (const property of this.needed) if (this.isAbsent(property, row)) return true;
		return false;
	}

	/** Learns from a full record: what it lacks, none has. */
	learn(record: NexudusRecord): void {
		for (const property of this.needed) if (!(property in record)) this.needed.delete(property);
	}

	/** Counts these as there, whatever comes. */
	forget(properties: Iterable<string>): void {
		for (const property of properties) {
			this.needed.delete(property);
			this.doubtful.delete(property);
		}
	}
}
