import type { Persistence } from '../api/client';
import type { NexudusRecord } from '../record/field';
import type { Output } from '../record/output';
import type { Done, Telling } from './telling';
import type { Trace } from './trace';

/** One item whose write is done. */
export interface Finished {
	item: number;
	id: number;
	/** What comes out where nothing is read again: of the record as it was written. */
	record: NexudusRecord;
	output: Output;
	/** Whether what comes out is to be read from Nexudus again. */
	reading: 'back' | 'none';
	persistence: Persistence;
	telling: Telling;
	done: Done;
	/** What an update changed, where it is looked at again whether it was undone. */
	trace?: Trace;
}
