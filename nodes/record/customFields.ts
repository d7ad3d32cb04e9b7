import { folded, isEmpty } from './comparison';
import type { TextMatch } from './conditions';
import { isRecord } from './field';
import { trimmed } from './text';

/**
 * Gives the custom fields of a record as names to values, which are texts. Nexudus holds them as
 * `{ Data: [{ Name, Value, … }] }`, or nothing (document "Custom fields in records").
 */
export function customFieldValues(held: unknown): Record<string, unknown> {
	const entries = isRecord(held) && Array.isArray(held.Data) ? held.Data.filter(isRecord) : [];
	return Object.fromEntries(entries.map(({ Name, Value }) => [String(Name), Value ?? null]));
}

/** Gives the check whether a record has a custom field of this name with this value, in any case. */
export function customFieldCheck(
	name: string,
	value: string,
	textMatch: TextMatch,
): (held: unknown) => boolean {
	const [wantedName, wanted] = [folded(name), folded(value)];
	const isMeant = (stored: unknown): boolean => {
		if (isEmpty(stored)) return false;
		if (textMatch === 'exact') return trimmed(String(stored)).toLowerCase() === value.toLowerCase();
		return folded(String(stored)).includes(wanted);
	};
	return (held) =>
		Object.entries(customFieldValues(held)).some(
			([stored, text]) => folded(trimmed(stored)) === wantedName && isMeant(text),
		);
}
