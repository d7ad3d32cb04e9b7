import type { Stored } from '../../../nodes/trigger/step';
import type { ModelContact } from './table';

/** What a poll puts out in these histories. */
export interface Event {
	contact: ModelContact;
	previous: number | null;
}

/** Where n8n dies, as seen from the handing over of one poll. */
export type Crash = 'before saving' | 'state saved only' | 'execution stored only' | 'after both';

/**
 * The two ways in which n8n keeps a trigger's state. The timer keeps it in memory, stores it when
 * the activation poll is over or events come out, and stores the execution apart from it. The
 * durable scheduler gives each poll a copy and stores state and execution in one transaction,
 * after a poll without events too.
 */
export type SchedulerKind = 'timer' | 'durable';

/**
 * What became of an event: stored as it should be; lost, since n8n died with the state stored and
 * the execution not; doubtful, since it died the other way round.
 */
export type Fate = 'stored' | 'lost' | 'doubtful';

const FATES: Record<Exclude<Crash, 'before saving'>, Fate> = {
	'state saved only': 'lost',
	'execution stored only': 'doubtful',
	'after both': 'stored',
};

/** A state as n8n stored it. */
export interface Save {
	stored: string;
	log: ReadonlyArray<{ event: Event; fate: Fate }>;
}

/** A part of n8n that keeps the state, stores executions, and dies. */
export class Scheduler {
	/** Every event that a poll put out and n8n did not forget altogether, in order. */
	readonly log: Array<{ event: Event; fate: Fate }> = [];

	/** Every state that was ever stored, with the events that were out by then. */
	readonly saves: Save[] = [];

	private stored = '{}';

	private memory: Stored = {};

	constructor(private readonly kind: SchedulerKind) {}

	/** Gives one that has just stored this state, and dies. */
	static after(kind: SchedulerKind, { stored, log }: Save): Scheduler {
		const scheduler = new Scheduler(kind);
		scheduler.stored = stored;
		scheduler.log.push(...log);
		scheduler.restart();
		return scheduler;
	}

	/** Every event of every stored execution. */
	get events(): Event[] {
		return this.log.filter(({ fate }) => fate !== 'lost').map(({ event }) => event);
	}

	/** Gives the events with a fate. */
	with(fate: Fate): Event[] {
		return this.log.filter((entry) => entry.fate === fate).map(({ event }) => event);
	}

	/** Gives what the next poll reads and changes. */
	open(): Stored {
		if (this.kind === 'durable') return JSON.parse(this.stored) as Stored;
		return this.memory;
	}

	/** Takes over what a poll gave, and dies in between where a crash says so. */
	handOver(state: Stored, events: readonly Event[], isActivation: boolean, crash?: Crash): void {
		if (this.kind === 'durable') this.commit(state, events, crash);
		else this.emit(state, events, isActivation, crash);
		if (crash) this.restart();
	}

	/** Forgets everything that was not stored. */
	restart(): void {
		this.memory = JSON.parse(this.stored) as Stored;
	}

	private commit(state: Stored, events: readonly Event[], crash: Crash | undefined): void {
		if (crash && crash !== 'after both') return;
		this.note(events, 'stored');
		this.save(state);
	}

	private emit(
		state: Stored,
		events: readonly Event[],
		isActivation: boolean,
		crash: Crash | undefined,
	): void {
		if (crash === 'before saving' || (events.length === 0 && !isActivation)) return;
		this.note(events, crash ? FATES[crash] : 'stored');
		if (crash !== 'execution stored only') this.save(state);
	}

	private save(state: Stored): void {
		this.stored = JSON.stringify(state);
		this.saves.push({ stored: this.stored, log: [...this.log] });
	}

	private note(events: readonly Event[], fate: Fate): void {
		for (const event of events) this.log.push({ event, fate });
	}
}
