import type { NexudusRecord, RecordType } from '../record/field';
import { fieldOf } from '../record/field';
import type { Output } from '../record/output';
import { named, shaperOf, unloadedRemover } from '../record/output';
import type { Change } from './detection';
import type { Watch } from '../record/watch';

/**
 * Gives the function that brings events into the form that comes out: the record as asked for
 * and, where a value changed, the one before it.
 */
export function changeShaper(
	type: RecordType,
	{ sign }: Watch,
	{ output, rows }: { output: Output; rows: 'asListed' | 'full' },
): (change: Change) => NexudusRecord {
	const shape = shaperOf(type, output);
	const loaded = rows === 'full' ? asItIs : unloadedRemover(type);
	return ({ row, previous }) => {
		const shown = shape(loaded(row));
		if (sign.kind !== 'value') return shown;
		const before = output.kind === 'raw' ? previous : named(fieldOf(type, sign.property), previous);
		return { ...shown, [sign.previous]: before };
	};
}

function asItIs(record: NexudusRecord): NexudusRecord {
	return record;
}
