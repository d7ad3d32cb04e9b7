import type { Persistence } from '../api/client';
import type { NexudusRecord } from '../record/field';

/** One item whose write is done. */
export interface Finished {
	item: number;
	/** The record as it was written. */
	record: NexudusRecord;
	/** Whether what comes out is to be read from Nexudus again. */
	reading: 'back' | 'none';
	persistence: Persistence;
}
