import { contractContact } from '../../../nodes/recordTypes/contractContact';
import { triggerOffer } from '../../../nodes/recordTypes/contractContactEvents';
import { Client } from '../../../nodes/api/client';
import { Pace } from '../../../nodes/api/pace';
import type { Clock } from '../../../nodes/api/clock';
import { Records } from '../../../nodes/api/records';
import { SortDirections } from '../../../nodes/api/sortDirections';
import type { NexudusRecord } from '../../../nodes/record/field';
import { deletionsOnce } from '../../../nodes/trigger/deletions';
import type { Change } from '../../../nodes/trigger/detection';
import { pollOnce } from '../../../nodes/trigger/pollOnce';
import type { Polling } from '../../../nodes/trigger/request';
import type { Stored } from '../../../nodes/trigger/step';
import { Unstored } from '../../../nodes/trigger/unstored';
import type { History } from './history';
import type { Disturbance } from './modelApi';
import { modelApi } from './modelApi';
import type { Event } from './scheduler';
import type { ModelContact, Table } from './table';

/** Polls with the trigger's own code, in one process after the other. */
export class Polls {
	/** What happens at the requests of the poll that is under way. */
	disturbance: Disturbance | undefined;

	/** Contacts that came out as gone although they were there. */
	readonly madeUp: number[] = [];

	private unstored = new Unstored();

	private readonly clock: Clock;

	private readonly send;

	constructor(
		private readonly table: Table,
		private readonly history: History,
	) {
		this.send = modelApi(table, history.behaviour, () => this.disturbance);
		this.clock = {
			now: () => table.now + history.skew,
			sleep: async (duration) => table.pass(duration),
			isCancelled: () => false,
		};
	}

	/** The process dies, and with it what it knew. */
	n8nDies(): void {
		this.unstored = new Unstored();
	}

	async once(state: Stored, storing: Polling['storing'] = 'withEvents'): Promise<Event[]> {
		const { event, rows } = this.history;
		const polling = this.polling(storing);
		if (event === triggerOffer.deletions.event) {
			const gone = await deletionsOnce(state, { ...polling, event });
			return gone.map((item) => this.deletionOf(item));
		}
		const watch = triggerOffer.watches.find((candidate) => candidate.event === event)!;
		const type = contractContact;
		return await pollOnce(state, { ...polling, type, watch, conditions: [], rows }, eventOf);
	}

	private deletionOf(item: NexudusRecord): Event {
		expect(item).toEqual({ deleted: true, Id: expect.any(Number) as number });
		const Id = item.Id as number;
		if (this.table.get(Id)) this.madeUp.push(Id);
		return { contact: { Id } as ModelContact, previous: null };
	}

	private polling(storing: Polling['storing']): Polling {
		return {
			trigger: 'AML results to Slack',
			storing,
			unstored: this.unstored,
			warn: () => undefined,
			account: 'production',
			clock: this.clock,
			deadline: this.clock.now() + this.history.budget,
			reading: {
				records: new Records(
					new Client(this.send, this.clock, contractContact, new Pace().join(this.clock)),
					contractContact,
				),
				directions: new SortDirections(),
				persistence: { throttleWait: 45_000, advice: '' },
			},
		};
	}
}

function eventOf({ row, previous }: Change): Event {
	return { contact: row as unknown as ModelContact, previous };
}
