import { isFailed } from '../../../nodes/run/outcome';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { Arrival } from '../world/virtualNexudus';
import { CONTRACTS, FIELDS, PEOPLE } from './history';
import type { Play, Played } from './play';
import { changesOf } from './play';

/** Longer than faults and throttles of a history can hold up one execution. */
const LONGEST = 600_000;

/** Gives everything that went wrong in a history, in words; nothing where all is well. */
export function faultsOf(play: Play, played: readonly Played[]): string[] {
	return [
		...undoings(play, played),
		...unkept(play, played),
		...doubles(play, played),
		...repeatedCreations(play, played),
		...rashDeletions(play, played),
		...starving(played),
	];
}

/** A write may change nothing but what its own execution wants. */
function undoings(play: Play, played: readonly Played[]): string[] {
	return writes(play, 'PUT').flatMap(({ arrival, before, after }) => {
		const writer = writerOf(arrival, played);
		if (writer === undefined || isStray(writer)) return [];
		return FIELDS.filter((field) => before[field] !== after[field]).flatMap((field) => {
			if (isOwn(writer, after[field]) || isOfStray(before[field], played)) return [];
			return [`${writer.number} made ${String(before[field])} ${String(after[field])} again`];
		});
	});
}

/** What an item that succeeded wrote was there at some time. */
function unkept(play: Play, played: readonly Played[]): string[] {
	const values = new Set(
		play.nexudus.log.flatMap(({ change }) => FIELDS.map((field) => change?.after?.[field])),
	);
	return played
		.filter(({ course }) => course.kind === 'update' || course.kind === 'upsert')
		.flatMap(({ course, number, outcomes }) =>
			outcomes
				.filter((outcome) => !isFailed(outcome))
				.map(({ item }) => Object.values(changesOf(number, course, item))[0])
				.filter((value) => !values.has(value as string))
				.map((value) => `${String(value)} was said to be written and never was`),
		);
}

/** Nobody is there twice, unless a creation was under way when its execution was cancelled. */
function doubles(play: Play, played: readonly Played[]): string[] {
	if (played.some((one) => one.course.kind === 'upsert' && isStray(one))) return [];
	const all = play.nexudus.contacts.all();
	const faults: string[] = [];
	for (let contract = 0; contract < CONTRACTS; contract++) {
		for (let person = 0; person < PEOPLE; person++) {
			const { email } = play.personOf({ contact: 0, field: 0, person, contract });
			const found = all.filter(
				({ Email, CoworkerContractId }) =>
					Email === email && CoworkerContractId === play.contracts[contract],
			);
			if (found.length > 1) faults.push(`${email} is there ${found.length} times`);
		}
	}
	return faults;
}

/** An item of Create creates one contact at the most, and one where it succeeded. */
function repeatedCreations(play: Play, played: readonly Played[]): string[] {
	const names = play.nexudus.contacts.all().map(({ FullName }) => FullName);
	return played
		.filter(({ course }) => course.kind === 'create')
		.flatMap(({ course, number, outcomes }) =>
			course.items.flatMap((_item, index) => {
				const count = names.filter((name) => name === `Orla Quinlan ${number}.${index}`).length;
				const outcome = outcomes.find(({ item }) => item === index);
				const least = outcome && !isFailed(outcome) ? 1 : 0;
				if (count <= 1 && count >= least) return [];
				return [`Orla Quinlan ${number}.${index} is there ${count} times`];
			}),
		);
}

/** A contact that was changed is not deleted by who wants that only if nothing was. */
function rashDeletions(play: Play, played: readonly Played[]): string[] {
	const changed = new Set<number>();
	const faults: string[] = [];
	for (const arrival of play.nexudus.log) {
		const { before, after } = arrival.change ?? {};
		const writer = writerOf(arrival, played);
		if (before && after && writer && !isStray(writer)) changed.add(before.Id);
		if (!before || after || writer?.course.kind !== 'guarded delete') continue;
		if (changed.has(before.Id)) faults.push(`${writer.number} deleted a changed contact`);
	}
	return faults;
}

function starving(played: readonly Played[]): string[] {
	return played
		.filter(({ duration }) => duration > LONGEST)
		.map(({ number, duration }) => `${number} took ${duration} ms`);
}

interface Written {
	arrival: Arrival;
	before: ContractContact;
	after: ContractContact;
}

function writes({ nexudus }: Play, method: string): Written[] {
	return nexudus.log.flatMap((arrival) => {
		const { before, after } = arrival.change ?? {};
		return arrival.method === method && before && after ? [{ arrival, before, after }] : [];
	});
}

function writerOf({ by }: Arrival, played: readonly Played[]): Played | undefined {
	return played.find(({ clock }) => clock === by);
}

/** What a cancelled execution had sent may arrive after others were told that it has ended. */
function isStray({ clock }: Played): boolean {
	return clock.isCancelled();
}

function isOwn({ course, number }: Played, value: unknown): boolean {
	return course.items.some((_item, index) =>
		Object.values(changesOf(number, course, index)).includes(value as string),
	);
}

function isOfStray(value: unknown, played: readonly Played[]): boolean {
	return played.some((one) => isStray(one) && isOwn(one, value));
}
