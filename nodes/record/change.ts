import type { NexudusRecord, RecordType } from './field';
import { fieldOf } from './field';
import type { Output } from './output';
import { named } from './output';

/** What a write is to a record. */
export type Action = 'created' | 'updated' | 'unchanged' | 'deleted';

/** One property that a write changes, with its values as the output shows them. */
export interface Change {
	field: string;
	from: unknown;
	to: unknown;
}

/** Gives the changes of these properties between two states of a record. */
export function changesBetween(
	type: RecordType,
	{ kind }: Output,
	properties: readonly string[],
	{ from, to }: { from: NexudusRecord; to: NexudusRecord },
): Change[] {
	const shown = (record: NexudusRecord, property: string): unknown => {
		const value = record[property] ?? null;
		return kind === 'raw' ? value : named(fieldOf(type, property), value);
	};
	return properties.map((field) => ({ field, from: shown(from, field), to: shown(to, field) }));
}
