import type { Assumptions } from '../assumptions';
import type { Definition } from '../records/definition';
import type { StoredRecord } from '../records/field';
import type { Row } from '../records/row';
import { shownFields } from '../records/shown';

type Write = (record: StoredRecord) => string;

/** Writes an entity's list rows as JSON text; the left-out fields are absent or null. */
export class RowWriter {
	private readonly writers = new Map<string, Write>();

	constructor(private readonly definition: Definition) {}

	/** The rows of one page, separated by commas. */
	write(rows: readonly Row[], assumptions: Assumptions): string {
		const { leftOutKeys, olderFields } = assumptions;
		const leftOut = this.definition.leftOut(assumptions);
		const form = [leftOutKeys, olderFields, ...leftOut].join();
		const known = this.writers.get(form);
		const write = known ?? this.makeWriter(new Set(leftOut), assumptions);
		this.writers.set(form, write);
		return rows.map((row) => row.text(form, write)).join(',');
	}

	private makeWriter(leftOut: ReadonlySet<string>, assumptions: Assumptions): Write {
		const { leftOutKeys } = assumptions;
		const shown = shownFields(this.definition.fields, assumptions).filter(
			({ property }) => leftOutKeys === 'null' || !leftOut.has(property),
		);
		const members = shown.map(({ property, whenOmitted }) => ({
			property,
			name: `${JSON.stringify(property)}:`,
			isLeftOut: leftOut.has(property),
			otherwise: whenOmitted ?? null,
		}));
		return (record) => {
			const texts = members.map(({ property, name, isLeftOut, otherwise }) => {
				const value = isLeftOut ? null : (record[property] ?? otherwise);
				return value === null ? `${name}null` : name + JSON.stringify(value);
			});
			return `{${texts.join(',')}}`;
		};
	}
}
