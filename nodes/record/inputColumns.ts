import { writableFields } from './changes';
import { parameterFailure } from './failure';
import type { Field, NexudusRecord, RecordType } from './field';
import { parameterName } from './field';
import { quoted, trimmed } from './text';

/** What the columns of an input item are to a record. */
export interface Columns {
	/** The cells of the fields that they set, by parameter name. */
	values: Record<string, unknown>;
	taken: readonly string[];
	/** Those of fields that are set elsewhere. */
	setElsewhere: readonly string[];
	/** Those that name nothing of the record. */
	ignored: readonly string[];
}

/** Gives a column's name for comparing: without case, white space and the marks that join words. */
function comparableColumn(name: string): string {
	return trimmed(name)
		.normalize('NFKC')
		.replace(/[\s_-]/g, '')
		.toLowerCase();
}

/** A property and its parameter's name are the same but for the case. */
function isNamed({ property, label }: Field, column: string): boolean {
	const wanted = comparableColumn(column);
	return wanted === comparableColumn(property) || wanted === comparableColumn(label);
}

/**
 * Gives what the columns of an input item set. Properties in `elsewhere` are set by other parameters.
 * Throws a Failure for two columns of one field.
 */
export function columnsOf(
	type: RecordType,
	row: NexudusRecord,
	elsewhere: readonly string[],
): Columns {
	const writable = writableFields(type);
	const names = Object.keys(row).filter((name) => !isReadOnly(type, name));
	const settable = writable.filter(({ property }) => !elsewhere.includes(property));
	const values: Record<string, unknown> = {};
	const taken: string[] = [];
	for (const field of settable) {
		const column = onlyColumn(field, names);
		if (column === undefined) continue;
		values[parameterName(field.property)] = row[column];
		taken.push(column);
	}
	const others = names.filter((name) => !taken.includes(name));
	const isSetElsewhere = (name: string): boolean => writable.some((field) => isNamed(field, name));
	return {
		values,
		taken,
		setElsewhere: others.filter(isSetElsewhere),
		ignored: others.filter((name) => !isSetElsewhere(name)),
	};
}

function isReadOnly({ fields }: RecordType, column: string): boolean {
	const meant = fields.filter((field) => isNamed(field, column));
	return meant.length > 0 && meant.every(({ writable }) => !writable);
}

/** Gives the cell of a read-only property, such as UpdatedOn. Throws a Failure for two columns. */
export function cellOf(field: Field, row: NexudusRecord): unknown {
	const column = onlyColumn(field, Object.keys(row));
	return column === undefined ? undefined : row[column];
}

function onlyColumn(field: Field, names: readonly string[]): string | undefined {
	const [first, second] = names.filter((name) => isNamed(field, name));
	if (second === undefined) return first;
	throw parameterFailure(
		field.label,
		`has two columns in the input: ${quoted(first)} and ${quoted(second)}`,
		'Nothing was written for this item. Remove or rename one of them.',
	);
}
