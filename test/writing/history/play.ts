import { Pace } from '../../../nodes/api/pace';
import type { Changes } from '../../../nodes/record/field';
import type { Moment } from '../../../nodes/record/moments';
import type { Outcome } from '../../../nodes/run/outcome';
import type { ExecutionClock } from '../world/executionClock';
import { N8nProcess } from '../world/n8nProcess';
import { VirtualNexudus } from '../world/virtualNexudus';
import type { Person } from '../world/works';
import { create, remove, update, updateOf, upsert } from '../world/works';
import type { Course, History, Item } from './history';
import { CONTACTS, FIELDS } from './history';

/** A minute in which nothing happens, so that what was there before is older than all changes. */
const CALM = 60_000;

/** A course that was run. */
export interface Played {
	course: Course;
	number: number;
	clock: ExecutionClock;
	outcomes: readonly Outcome[];
	/** Milliseconds from its start to its end. */
	duration: number;
}

/** Gives what an item of a course writes, which no other item of the history does. */
export function changesOf(number: number, course: Course, index: number): Changes {
	return { [FIELDS[course.items[index].field]]: `Letter ${number}.${index}` };
}

/** Plays a history with the node's own code, down to its requests. */
export class Play {
	readonly nexudus: VirtualNexudus;

	readonly process: N8nProcess;

	/** The contacts that updates and deletions are about. */
	readonly contacts: number[];

	readonly contracts: number[];

	private readonly paces = [new Pace(), new Pace()];

	constructor(private readonly history: History) {
		const { throttle, slowest, seed, troubles } = history;
		const chance = dice(seed);
		const latency = (): number => 1 + Math.floor(chance() * slowest);
		this.nexudus = new VirtualNexudus({
			throttle,
			latency: () => ({ there: latency(), back: latency() }),
		});
		for (const { method, nth, how } of troubles) this.nexudus.fail({ when: { method, nth }, how });
		this.process = new N8nProcess(this.nexudus);
		this.contracts = this.nexudus.contracts.map(({ Id }) => Id);
		this.contacts = Array.from({ length: CONTACTS }, (_, index) => this.added(index));
	}

	async run(): Promise<Played[]> {
		const { clock } = this.nexudus;
		await clock.until(clock.passes(CALM));
		const all = this.history.courses.map(
			async (course, number) => await this.played(course, number),
		);
		return await clock.until(Promise.all(all));
	}

	/** Whether nothing is left of the executions, a minute after the last of them. */
	async isForgotten(): Promise<boolean> {
		const { clock } = this.nexudus;
		await clock.until(clock.passes(CALM + 1));
		return this.process.writes.isEmpty && this.paces.every(({ isIdle }) => isIdle);
	}

	/** Gives the person that an item of Create or Update is about. */
	personOf({ person, contract }: Item): Person {
		return {
			contract: this.contracts[contract],
			email: `Person.${person}@harbour-finch.example`,
			name: `Person ${person}`,
		};
	}

	private added(index: number): number {
		const FullName = `Anna Schmidt ${index}`;
		return this.nexudus.contacts.add({ CoworkerContractId: this.contracts[0], FullName }).Id;
	}

	private async played(course: Course, number: number): Promise<Played> {
		const { clock } = this.nexudus;
		await clock.passes(course.startsAt);
		const execution = this.process.execution(this.paces[course.credential], course.onFailure);
		const { cancelAfter } = course;
		if (cancelAfter !== undefined) void clock.passes(cancelAfter).then(execution.cancel);
		const startedAt = clock.now();
		const { items } = course;
		const changes = items.map((_item, index) => changesOf(number, course, index));
		const ids = items.map(({ contact }) => this.contacts[contact]);
		switch (course.kind) {
			case 'update':
				await update(
					execution,
					ids.map((id, item) => updateOf(item, id, changes[item])),
				);
				break;
			case 'upsert':
				await upsert(
					execution,
					items.map((item, index) => ({ ...this.personOf(item), changes: changes[index] })),
				);
				break;
			case 'create':
				await create(
					execution,
					items.map(({ contract }, index) => ({
						contract: this.contracts[contract],
						email: `orla.${number}.${index}@harbour-finch.example`,
						name: `Orla Quinlan ${number}.${index}`,
					})),
				);
				break;
			case 'delete':
			case 'guarded delete':
				await remove(
					execution,
					ids.map((id) => ({ id, onlyIfUnchangedSince: this.guard(course) })),
				);
		}
		return {
			course,
			number,
			clock: execution.clock,
			outcomes: execution.outcomes.list(),
			duration: clock.now() - startedAt,
		};
	}

	/** Half a minute before anything happened. */
	private guard({ kind }: Course): Moment | undefined {
		if (kind === 'delete') return undefined;
		const instant = this.nexudus.clock.startedAt + CALM / 2;
		return { instant, end: instant + 1_000, precision: 'second' };
	}
}

/** Numbers from 0 to 1, the same ones again for the same seed. */
export function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return state / 2 ** 31;
	};
}
