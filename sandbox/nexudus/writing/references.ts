import type { Entity, Field, StoredRecord, Value } from '../records/field';

/** The records that other records refer to by id. */
export type References = Readonly<
	Record<
		Entity,
		{ readonly firstId: number | undefined; find(id: number): StoredRecord | undefined }
	>
>;

/** The record that a value of a referring field points to. */
export function referredTo(
	field: Field,
	value: Value | undefined,
	references: References,
): StoredRecord | undefined {
	if (!field.refersTo || typeof value !== 'number') return undefined;
	return references[field.refersTo].find(value);
}

/** The read-only copies that follow from the references of a record, of the given fields only. */
export function copiesFor(
	record: Readonly<Record<string, Value | undefined>>,
	fields: readonly Field[],
	referring: readonly Field[],
	references: References,
): Record<string, Value> {
	const entries = referring.flatMap((reference) => {
		const target = referredTo(reference, record[reference.property], references);
		return copiedBy(reference, fields).map(({ property, source }) => [
			property,
			target?.[source] ?? null,
		]);
	});
	return Object.fromEntries(entries);
}

/** What is copied by way of a referring field, and from which property. */
export function copiedBy(reference: Field, fields: readonly Field[]) {
	return fields.flatMap(({ property, copies }) =>
		copies?.by === reference.property ? [{ property, source: copies.property }] : [],
	);
}
