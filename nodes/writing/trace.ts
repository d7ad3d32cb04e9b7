import type { Changes, NexudusRecord } from '../record/field';

/** What an update changed, to tell afterwards whether somebody undid it. */
export interface Trace {
	/** The changed properties as they were, and as they were written. */
	before: NexudusRecord;
	after: Changes;
	updatedOn: unknown;
	updatedBy: unknown;
	/** How many writes of this process had ended when this one did. */
	seen: number;
	/** The label of the parameter that holds the fields to set, for messages. */
	collection: string;
}
