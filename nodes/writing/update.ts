import type { Persistence } from '../api/client';
import type { Changes } from '../record/field';
import type { Moment } from '../record/moments';
import type { Output } from '../record/output';
import type { Telling } from './telling';

/** One item's update of one record. */
export interface Update {
	item: number;
	id: number;
	changes: Changes;
	/** What a required field takes that the record leaves empty, where it is written at all. */
	ifEmpty: Changes;
	/** The label of the parameter that holds the fields to set, for messages. */
	collection: string;
	onlyIfUnchangedSince: Moment | undefined;
	unchanged: 'skip' | 'write';
	/** Whether the record is read again after writing, only where other fields follow suit, or never. */
	reading: 'back' | 'ifOthersChanged' | 'none';
	/** What comes out of it: of the records written, no more is kept. */
	output: Output;
	telling: Telling;
	persistence: Persistence;
}
