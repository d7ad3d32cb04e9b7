import type { Clock } from '../api/clock';
import type { Reading } from './columns';
import type { Asked } from './detection';
import type { Looking } from './look';
import type { Unstored } from './unstored';

/** What every poll has, whatever its event. */
export interface Polling {
	/** The credential and address that it is made with. */
	account: string;
	reading: Reading;
	clock: Clock;
	/** By the local clock: from then on nothing new is begun. */
	deadline: number;
	/** Tells which trigger of which workflow it is. */
	trigger: string;
	/** When n8n stores the state: after this poll, or only if events come of it. */
	storing: 'anyway' | 'withEvents';
	unstored: Unstored;
	/** Tells those who look into n8n's log. */
	warn: (message: string) => void;
}

/** What one poll for records that are new or changed is asked for. */
export interface PollRequest extends Asked, Looking, Polling {
	rows: 'asListed' | 'full';
}

/** What one poll for records that are gone is asked for. */
export interface DeletionRequest extends Polling {
	event: string;
}
