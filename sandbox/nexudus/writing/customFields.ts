import { isJsonObject } from '../http/request';
import type { CustomField, CustomFields } from '../records/field';

/**
 * Custom fields as stored: text values, names unique within the record with later ones of the
 * same name dropped (custom-fields page). Undefined for another shape.
 */
export function readCustomFields(value: unknown): CustomFields | undefined {
	if (!isJsonObject(value) || !Array.isArray(value.Data)) return undefined;
	const entries = value.Data.map(readEntry);
	const fields = entries.filter((entry) => entry !== undefined);
	if (fields.length < entries.length) return undefined;

	const byName = new Map<string, CustomField>();
	for (const field of fields) {
		if (!byName.has(field.Name)) byName.set(field.Name, field);
	}
	return { Data: [...byName.values()] };
}

function readEntry(entry: unknown): CustomField | undefined {
	if (!isJsonObject(entry) || typeof entry.Name !== 'string') return undefined;
	const text = entry.Value ?? null;
	if (text !== null && typeof text !== 'string') return undefined;
	const json = typeof entry.JsonValue === 'string' ? entry.JsonValue : JSON.stringify(text);
	return { Name: entry.Name, Value: text, JsonValue: json, Type: 'string' };
}
