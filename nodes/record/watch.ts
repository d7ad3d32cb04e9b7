import type { RecordType } from './field';

/** What makes a change of a record an event. */
export type Sign =
	/** The record was not there before. */
	| { kind: 'appearance' }
	/** Anything about the record differs from what was seen last. */
	| { kind: 'version' }
	/** One property has another value; a new record counts where it is not the `initial` one. */
	| { kind: 'value'; property: string; initial: number; previous: string };

/** An event as people choose it. */
export interface EventWords {
	event: string;
	/** What people choose it by. */
	name: string;
	/** What it means; a sentence without its full stop. */
	description: string;
	/** What it is called in n8n's node panel. */
	action: string;
}

/** An event of a trigger: which columns of the list tell of it, and by what sign. */
export interface Watch extends EventWords {
	/**
	 * A date-time that the API sets by its own clock and nobody can write. What it shows is the
	 * only measure of time: other dates may lie anywhere, and the local clock may differ.
	 */
	clock: string;
	/** Other date-times that may move when the clock column does not. */
	others: readonly string[];
	sign: Sign;
}

/** What a trigger of one type of record offers. */
export interface Offer {
	type: RecordType;
	watches: readonly Watch[];
	/** The event of a record that is gone, which no column can tell of. */
	deletions: EventWords;
	/** Properties that can be filtered by. */
	filters: readonly string[];
}
