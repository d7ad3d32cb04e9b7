import type { Changes, RecordType } from './field';
import type { MatchField } from './matchField';

/** What the operations that write need to know of a type of record besides its fields. */
export interface WritableType extends RecordType {
	/** The property that names what a record belongs to, and what people call that. */
	parent: { property: string; label: string };
	nameProperty: string;
	/** Properties that Create asks for on top, in that order. */
	askedFirst: readonly string[];
	/** What a new record has, unless it is set otherwise. */
	newcomer: Changes;
	/** What Create or Update can match on, the usual one first. */
	matchFields: readonly [MatchField, ...MatchField[]];
	/** What people should know about matching; a whole sentence. */
	matchNote: string;
}

/** Tells whether records of a type are written at all. */
export function isWritable(type: RecordType): type is WritableType {
	return 'parent' in type;
}
