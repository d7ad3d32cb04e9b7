import type { Assumptions } from '../assumptions';
import type { Field, StoredRecord } from '../records/field';

/** Makes the writer of list rows as JSON text; the left-out fields are absent or null. */
export function rowWriter(
	fields: readonly Field[],
	leftOutKeys: Assumptions['leftOutKeys'],
): (record: StoredRecord) => string {
	const shown = fields.filter((field) => leftOutKeys === 'null' || !field.leftOut);
	const names = shown.map(({ property }) => `${JSON.stringify(property)}:`);
	return (record) => {
		const members = shown.map(({ property, leftOut }, index) => {
			const value = leftOut ? null : record[property];
			return value === null ? `${names[index]}null` : names[index] + JSON.stringify(value);
		});
		return `{${members.join(',')}}`;
	};
}
