import { contractContact } from '../../../nodes/recordTypes/contractContact';
import { triggerOffer } from '../../../nodes/recordTypes/contractContactEvents';
import { Client } from '../../../nodes/api/client';
import { Pace } from '../../../nodes/api/pace';
import type { Clock } from '../../../nodes/api/clock';
import { Records } from '../../../nodes/api/records';
import { SortDirections } from '../../../nodes/api/sortDirections';
import { Failure } from '../../../nodes/record/failure';
import type { Change } from '../../../nodes/trigger/detection';
import type { TriggerState } from '../../../nodes/trigger/state';
import type { Stored } from '../../../nodes/trigger/pollOnce';
import { pollOnce } from '../../../nodes/trigger/pollOnce';
import type { PollRequest } from '../../../nodes/trigger/request';
import { Unstored } from '../../../nodes/trigger/unstored';
import type { History, PollStep, Step } from './history';
import type { Disturbance } from './modelApi';
import { modelApi } from './modelApi';
import type { Event } from './scheduler';
import { Scheduler } from './scheduler';
import type { ModelContact } from './table';
import { Table } from './table';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST_POLLS_AT_THE_END = 150;

const undisturbed: PollStep = {
	step: 'poll',
	during: [],
	failsFrom: undefined,
	how: 500,
	overlapAt: undefined,
	crash: undefined,
};

/** Plays a history with the trigger's own code, down to its requests. */
export class Play {
	readonly table = new Table();

	readonly scheduler: Scheduler;

	/** When the activation poll began and ended, by the API's clock. */
	activation = { began: 0, ended: 0 };

	/** What there was when it began. */
	atActivation: ModelContact[] = [];

	/** Whether the activation had the time to read all statuses. */
	isAllKnown = false;

	/** What a failed poll did to the state although it must not; undefined for nothing. */
	spoiled: string | undefined;

	private disturbance: Disturbance | undefined;

	private unstored = new Unstored();

	private readonly clock: Clock;

	private readonly watch;

	private readonly send;

	constructor(private readonly history: History) {
		this.scheduler = new Scheduler(history.scheduler);
		this.watch = triggerOffer.watches.find(({ event }) => event === history.event)!;
		this.send = modelApi(this.table, history.behaviour, () => this.disturbance);
		this.clock = {
			now: () => this.table.now + history.skew,
			sleep: async (duration) => this.table.pass(duration),
			isCancelled: () => false,
		};
	}

	async run(): Promise<void> {
		for (const step of this.history.before) await this.take(step);
		await this.activate();
		for (const step of this.history.steps) await this.take(step);
		await this.comeToRest();
		this.table.pass(DAY);
		await this.comeToRest();
		await this.comeToRest();
	}

	private async activate(): Promise<void> {
		this.activation.began = this.table.now;
		this.atActivation = this.table.contacts();
		const state = this.scheduler.open();
		this.scheduler.handOver(state, await this.poll(state, 'anyway'), true);
		this.activation.ended = this.table.now;
		const { sweep } = state.state as TriggerState;
		this.isAllKnown = sweep.doneAt !== null;
	}

	private async take(step: Step): Promise<void> {
		switch (step.step) {
			case 'wait':
				return this.table.pass(step.milliseconds);
			case 'write':
				return this.table.write(step.write);
			case 'burst':
				return step.writes.forEach((write) => this.table.write(write));
			case 'poll':
				return await this.disturbedPoll(step);
			case 'spoil':
				return this.table.spoil(step.which, step.milliseconds);
			case 'switch off and on':
				this.scheduler.restart();
				return await this.startingPoll();
			case 'restart':
				this.restart();
				return await this.startingPoll();
		}
	}

	private async disturbedPoll(step: PollStep): Promise<void> {
		const others: Array<Promise<void>> = [];
		const state = this.scheduler.open();
		const writes = [...step.during];
		this.disturbance = {
			failsFrom: step.failsFrom,
			how: step.how,
			before: (request) => {
				const write = writes.shift();
				if (write) this.table.write(write);
				if (request === step.overlapAt) others.push(this.overlapping(state));
			},
		};
		await this.handedOver(state, step);
		await Promise.all(others);
		this.disturbance = undefined;
	}

	/**
	 * The timer lets two polls overlap that share what is in memory. Of two with the durable
	 * scheduler one has lost its lease, and what it gives is thrown away.
	 */
	private async overlapping(state: Stored): Promise<void> {
		if (this.history.scheduler === 'timer') return await this.handedOver(state);
		await this.poll(this.scheduler.open()).catch(throwIfNoFailure);
	}

	private async handedOver(state: Stored, step: PollStep = undisturbed): Promise<void> {
		const before = JSON.stringify(state);
		try {
			this.scheduler.handOver(state, await this.poll(state), false, step.crash);
			if (step.crash) this.restart();
		} catch (error) {
			throwIfNoFailure(error);
			if (JSON.stringify(state) !== before) this.spoiled = before;
			if (step.crash) this.restart();
		}
	}

	/** n8n dies, and with it what the process knew. */
	private restart(): void {
		this.scheduler.restart();
		this.unstored = new Unstored();
	}

	/** The first poll of a workflow that starts, whose state is stored in any case. */
	private async startingPoll(): Promise<void> {
		const state = this.scheduler.open();
		this.scheduler.handOver(state, await this.poll(state, 'anyway'), true);
	}

	private async poll(
		state: Stored,
		storing: PollRequest['storing'] = 'withEvents',
	): Promise<Event[]> {
		return await pollOnce(state, this.request(storing), eventOf);
	}

	private request(storing: PollRequest['storing']): PollRequest {
		return {
			trigger: 'AML results to Slack',
			storing,
			unstored: this.unstored,
			warn: () => undefined,
			type: contractContact,
			watch: this.watch,
			account: 'production',
			conditions: [],
			rows: this.history.rows,
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

	/**
	 * Lets everything become visible, and polls until nothing changes any more. A reading of all
	 * records that was under way may have passed a change without a date; the next one finds it.
	 */
	private async comeToRest(): Promise<void> {
		this.table.pass(HOUR + 6 * MINUTE);
		for (let before = '', polls = 0; polls < MOST_POLLS_AT_THE_END; polls++) {
			this.table.pass(MINUTE);
			const state = this.scheduler.open();
			const events = await this.poll(state);
			this.scheduler.handOver(state, events, false);
			const now = JSON.stringify(state);
			if (now === before && events.length === 0) return;
			before = now;
		}
		throw new Error('The trigger does not come to rest');
	}
}

function eventOf({ row, previous }: Change): Event {
	return { contact: row as unknown as ModelContact, previous };
}

function throwIfNoFailure(error: unknown): void {
	if (!(error instanceof Failure)) throw error;
}
