import { Client } from '../../../nodes/api/client';
import { Pace } from '../../../nodes/api/pace';
import { Records } from '../../../nodes/api/records';
import { SortDirections } from '../../../nodes/api/sortDirections';
import { contractContact } from '../../../nodes/recordTypes/contractContact';
import { Outcomes } from '../../../nodes/run/outcomes';
import type { Session } from '../../../nodes/run/session';
import type { SharedWrites } from '../../../nodes/run/sharedWrites';
import { CreatedBefore } from '../../../nodes/run/createdBefore';
import { sharedWritesOf } from '../../../nodes/run/sharedWrites';
import { ExecutionClock } from './executionClock';
import type { VirtualNexudus } from './virtualNexudus';

/** One execution of a node: what it works with, and what comes of it. */
export interface Execution {
	session: Session;
	outcomes: Outcomes;
	clock: ExecutionClock;
	cancel: () => void;
}

let processes = 0;

/** What the executions of one n8n process share: the pace of their account, and their writes. */
export class N8nProcess {
	readonly pace = new Pace();

	/** What tells its memory of writes from that of another process. */
	private readonly name = `https://n8n-${++processes}.example`;

	constructor(private readonly nexudus: VirtualNexudus) {}

	/** What its executions know of each other's writes. */
	get writes(): SharedWrites {
		return sharedWritesOf(this.name, contractContact.name, this.nexudus.clock.now());
	}

	/** Starts an execution. One with another credential has a pace of its own. */
	execution(pace = this.pace, onFailure: Session['onFailure'] = 'continue'): Execution {
		const clock = new ExecutionClock(this.nexudus.clock);
		const client = new Client(this.nexudus.sendOf(clock), clock, contractContact, pace.join(clock));
		const session: Session = {
			records: new Records(client, contractContact),
			recordsOf: (type) => new Records(client, type),
			createdBefore: new CreatedBefore(undefined, () => clock.now()),
			directions: new SortDirections(),
			clock,
			writes: this.writes,
			onFailure,
			hint: () => undefined,
		};
		return { session, outcomes: new Outcomes(session), clock, cancel: () => clock.cancel() };
	}
}
