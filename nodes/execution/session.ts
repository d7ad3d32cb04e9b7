import type { Clock } from '../nexudus/clock';
import type { Records } from '../nexudus/records';
import type { SortDirections } from '../nexudus/sorting';

/** What the operations of one execution share. */
export interface Session {
	records: Records;
	directions: SortDirections;
	clock: Clock;
	/** What a failed item means for those that have not started. */
	onFailure: 'stop' | 'continue';
	/** Tells the user something that is no failure; the same words come out once. */
	hint: (message: string) => void;
}
