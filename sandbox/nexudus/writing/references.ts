import type { Entity, Field, StoredRecord, Value } from '../records/field';

/** The records that other records refer to by id. */
export type References = Readonly<Record<Entity, { find(id: number): StoredRecord | undefined }>>;

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
		return copiedFrom(reference.refersTo, fields).map(({ property, source }) => [
			property,
			target?.[source] ?? null,
		]);
	});
	return Object.fromEntries(entries);
}

function copiedFrom(entity: Entity | undefined, fields: readonly Field[]) {
	return fields.flatMap(({ property, copies }) =>
		copies && copies.of === entity ? [{ property, source: copies.property }] : [],
	);
}
