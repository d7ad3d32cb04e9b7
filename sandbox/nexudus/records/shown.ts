import type { Assumptions } from '../assumptions';
import type { Field, StoredRecord } from './field';

/** The fields that this tenant knows. */
export function shownFields(
	fields: readonly Field[],
	{ olderFields }: Assumptions,
): readonly Field[] {
	return fields.filter(({ optional }) => !optional || olderFields === 'present');
}

/** A full record as the API gives it. */
export function shownRecord(
	record: StoredRecord,
	fields: readonly Field[],
	assumptions: Assumptions,
): StoredRecord {
	const shown = { ...record };
	for (const { property, optional, whenOmitted } of fields) {
		if (!optional) continue;
		if (assumptions.olderFields === 'absent') delete shown[property];
		else shown[property] ??= whenOmitted ?? null;
	}
	return shown;
}
