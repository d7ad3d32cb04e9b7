import type { Clock } from '../api/clock';
import type { RecordRequests } from '../api/records';
import type { SortDirections } from '../api/sortDirections';
import type { RecordType } from '../record/field';
import type { CreatedBefore } from './createdBefore';
import type { SharedWrites } from './sharedWrites';

/** What reading needs. */
export interface ReadingSession {
	records: RecordRequests;
	/** Gives the requests for another type of record, which share the credential and its pace. */
	recordsOf: (type: RecordType) => RecordRequests;
	directions: SortDirections;
	/** Tells the user something that is no failure; the same words come out once. */
	hint: (message: string) => void;
}

/** What the operations of one execution share. */
export interface Session extends ReadingSession {
	clock: Clock;
	/** What the executions of this process know of each other's writes. */
	writes: SharedWrites;
	/** What earlier tries of the same run created. */
	createdBefore: CreatedBefore;
	/** What a failed item means for those that have not started. */
	onFailure: 'stop' | 'continue';
}
