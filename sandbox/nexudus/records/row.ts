import type { StoredRecord } from './field';

/** One state of a stored record. A change makes a new row in the same slot. */
export class Row<R extends StoredRecord = StoredRecord> {
	/** The serialised row and the form it was written in. */
	private written: { readonly form: string; readonly text: string } | undefined;

	constructor(
		readonly record: R,
		/** The position of this record's keys in every column. */
		readonly slot: number,
	) {}

	get id(): number {
		return this.record.Id;
	}

	/** The serialised row in a form, made by `write` unless the last call was for that form. */
	text(form: string, write: (record: R) => string): string {
		if (this.written?.form !== form) this.written = { form, text: write(this.record) };
		return this.written.text;
	}
}
