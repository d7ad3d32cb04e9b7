import type { Asked } from './detection';
import type { Looking } from './look';
import type { Unstored } from './unstored';

/** What one poll is asked for. */
export interface PollRequest extends Asked, Looking {
	rows: 'asListed' | 'full';
	/** Tells which trigger of which workflow it is. */
	trigger: string;
	/** When n8n stores the state: after this poll, or only if events come of it. */
	storing: 'anyway' | 'withEvents';
	unstored: Unstored;
	/** Tells those who look into n8n's log. */
	warn: (message: string) => void;
}
