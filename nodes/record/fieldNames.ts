import type { Field, RecordType } from './field';
import { comparableName } from './values';

/**
 * Gives the field that a name in a list means: its property, or the label that people read, in any
 * case and with or without spaces. Undefined where there is none.
 */
export function fieldNamed(type: RecordType, name: unknown): Field | undefined {
	if (typeof name !== 'string') return undefined;
	const wanted = comparableName(name);
	return (
		type.fields.find(({ property }) => comparableName(property) === wanted) ??
		type.fields.find(({ label }) => comparableName(label) === wanted)
	);
}
