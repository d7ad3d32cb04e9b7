import { unwrapped } from './locator';
import { isBlank, trimmed } from './text';

/**
 * Gives the entries of a list that may come as text: an array, JSON, or texts with commas between
 * them, each without what is invisible around it. Entries that hold nothing are left out.
 */
export function listOf(value: unknown): unknown[] {
	const held = unwrapped(value);
	if (held === undefined || held === null) return [];
	if (Array.isArray(held)) return held.flatMap(listOf);
	if (typeof held !== 'string') return [held];
	const text = trimmed(held);
	const read = jsonOf(text);
	if (read !== undefined) return listOf(read);
	return text
		.split(',')
		.map(trimmed)
		.filter((entry) => !isBlank(entry));
}

/** Only lists and quoted texts are read: other texts mean what they say. */
function jsonOf(text: string): unknown {
	if (!/^(\[.*\]|".*")$/s.test(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
