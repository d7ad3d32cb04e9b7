import { Failure } from '../../../nodes/record/failure';
import type { TriggerState } from '../../../nodes/trigger/state';
import type { Stored } from '../../../nodes/trigger/step';
import type { History, PollStep, Step } from './history';
import { Polls } from './polls';
import type { Crash, Event, Save } from './scheduler';
import { Scheduler } from './scheduler';
import type { ModelContact } from './table';
import { Table } from './table';
import { Witness } from './witness';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST_POLLS_AT_THE_END = 150;

export const undisturbed: PollStep = {
	step: 'poll',
	during: [],
	failsFrom: undefined,
	how: 500,
	lists: 'none',
	overlapAt: undefined,
	crash: undefined,
};

/** Plays a history with the trigger's own code, down to its requests. */
export class Play {
	readonly table = new Table();

	scheduler: Scheduler;

	/** When the activation poll began and ended, by the API's clock, and by what had come and gone. */
	activation = { began: 0, ended: 0, comings: 0 };

	/** Which contacts the trigger must have seen. */
	witness: Witness;

	/** What there was when it began. */
	atActivation: ModelContact[] = [];

	/** Whether the activation had the time to read all statuses. */
	isAllKnown = false;

	/** What a failed poll did to the state although it must not; undefined for nothing. */
	spoiled: string | undefined;

	/** What the trigger must have seen by the time that a state was stored. */
	private readonly seenAt = new Map<Save, ReadonlySet<number>>();

	private readonly polls: Polls;

	constructor(private readonly history: History) {
		this.scheduler = new Scheduler(history.scheduler);
		this.witness = this.newWitness();
		this.polls = new Polls(this.table, history);
	}

	async run(): Promise<void> {
		for (const step of this.history.before) await this.take(step);
		await this.activate();
		for (const step of this.history.steps) await this.take(step);
		if (this.history.event === 'deleted') this.addReadable();
		await this.comeToRest();
		await this.waitADay();
	}

	/** Contacts that came out as gone although they were there. */
	get madeUp(): readonly number[] {
		return this.polls.madeUp;
	}

	/** Every state that was stored. */
	get saves(): readonly Save[] {
		return this.scheduler.saves;
	}

	/**
	 * Goes on from a state that was stored once, as if n8n had died right after it. A contact that
	 * can't be read comes out a day after the poll that met it first.
	 */
	async goOnFrom(save: Save): Promise<void> {
		this.scheduler = Scheduler.after(this.history.scheduler, save);
		this.witness = this.newWitness(this.seenAt.get(save));
		this.polls.n8nDies();
		await this.startingPoll();
		await this.comeToRest();
		await this.waitADay();
	}

	private newWitness(seen?: ReadonlySet<number>): Witness {
		const isUnordered = this.history.behaviour.directions === 'words';
		return new Witness(this.table, isUnordered ? 'oldest first' : 'newest first', seen);
	}

	private async waitADay(): Promise<void> {
		this.table.pass(DAY);
		await this.comeToRest();
		await this.comeToRest();
	}

	/** Where the server fails on what is gone, one that is listed has to tell that it works. */
	private addReadable(): void {
		for (let which = 0; which < 3; which++) {
			this.table.write({ kind: 'create', which, status: 0, late: 0 });
		}
	}

	private async activate(): Promise<void> {
		this.activation.began = this.table.now;
		this.activation.comings = this.table.comings;
		this.atActivation = this.table.contacts();
		const state = this.scheduler.open();
		this.witness.pollBegins();
		const events = await this.polls.once(state, 'anyway');
		this.witness.pollEnds();
		this.handOver(state, events, 'started');
		this.activation.ended = this.table.now;
		const { sweep } = state.state as Partial<TriggerState>;
		this.isAllKnown = sweep?.doneAt !== null;
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
		this.polls.disturbance = {
			failsFrom: step.failsFrom,
			how: step.how,
			lists: step.lists,
			before: (request) => {
				const write = writes.shift();
				if (write) this.table.write(write);
				if (request === step.overlapAt) others.push(this.overlapping(state));
			},
		};
		this.witness.pollBegins();
		await this.handedOver(state, step);
		await Promise.all(others);
		this.polls.disturbance = undefined;
	}

	/**
	 * The timer lets two polls overlap that share what is in memory. Of two with the durable
	 * scheduler one has lost its lease, and what it gives is thrown away.
	 */
	private async overlapping(state: Stored): Promise<void> {
		if (this.history.scheduler === 'timer') return await this.handedOver(state);
		await this.polls.once(this.scheduler.open()).catch(throwIfNoFailure);
	}

	private async handedOver(state: Stored, step: PollStep = undisturbed): Promise<void> {
		const before = JSON.stringify(state);
		try {
			const events = await this.polls.once(state);
			if (step !== undisturbed && step.lists === 'none') this.witness.pollEnds();
			this.handOver(state, events, 'ticked', step.crash);
		} catch (error) {
			throwIfNoFailure(error);
			if (JSON.stringify(state) !== before) this.spoiled = before;
		}
		if (step.crash) this.restart();
	}

	private handOver(
		state: Stored,
		events: readonly Event[],
		why: 'started' | 'ticked',
		crash?: Crash,
	): void {
		const before = this.saves.length;
		this.scheduler.handOver(state, events, why === 'started', crash);
		if (this.saves.length === before) return;
		this.witness.stateIsStored();
		this.seenAt.set(this.saves[before], this.witness.ids);
	}

	/** n8n dies, and with it what the process knew. */
	private restart(): void {
		this.scheduler.restart();
		this.witness.n8nDies();
		this.polls.n8nDies();
	}

	/** The first poll of a workflow that starts, whose state is stored in any case. */
	private async startingPoll(): Promise<void> {
		const state = this.scheduler.open();
		this.witness.pollBegins();
		try {
			const events = await this.polls.once(state, 'anyway');
			this.witness.pollEnds();
			this.handOver(state, events, 'started');
		} catch (error) {
			throwIfNoFailure(error);
		}
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
			const events = await this.polls.once(state);
			this.handOver(state, events, 'ticked');
			const now = JSON.stringify(state);
			if (now === before && events.length === 0) return;
			before = now;
		}
		throw new Error('The trigger does not come to rest');
	}
}

function throwIfNoFailure(error: unknown): void {
	if (!(error instanceof Failure)) throw error;
}
