import type { NexudusRecord, RecordType } from '../record/field';

/** One property that a search looks in, and the filter that asks the API for it. */
export interface Search {
	property: string;
	filter: string;
	/**
	 * What a typed text is to this property: a part of its text (default), the whole of a number,
	 * a part of an email, a part of what a number is called, or a code of so many letters.
	 */
	as?: 'text' | 'number' | 'email' | readonly string[] | { letters: number };
}

/** A list to choose a record from: how it is asked for, searched, ordered and shown. */
export interface LookUp {
	type: Omit<RecordType, 'fields' | 'simplified' | 'nodeFilters' | 'sortedFirst'>;
	/** Properties that are searched, one after the other; a number also finds by Id. */
	searches: readonly Search[];
	orderBy: string;
	/** Rows with false come first, those with true after all of them. */
	last?: { property: string; filter: string };
	/** Gives what people read. */
	label: (row: NexudusRecord) => string;
}
