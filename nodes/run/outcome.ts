import type { Failure } from '../record/failure';
import type { NexudusRecord } from '../record/field';

/** What is put out for one input item. */
export interface DoneOutcome {
	item: number;
	output: NexudusRecord[];
}

/** Why nothing comes out for one input item, and which record it was about. */
export interface FailedOutcome {
	item: number;
	failure: Failure;
	id?: number;
}

/** What came of one input item. */
export type Outcome = DoneOutcome | FailedOutcome;

/** What one input item asks for, read and checked before the first request. */
export interface Planned<Plan> {
	item: number;
	plan: Plan;
}

/** Tells whether an outcome is a failure. */
export function isFailed(outcome: Outcome): outcome is FailedOutcome {
	return 'failure' in outcome;
}
