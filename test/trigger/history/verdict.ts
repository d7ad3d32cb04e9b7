import type { History } from './history';
import type { Play } from './play';
import { deletionFaults } from './deletions';
import { chainFaults } from './statusChains';
import type { Event } from './scheduler';
import type { Commit } from './table';

/** Gives everything that went wrong in a history, in words; nothing where all is well. */
export function faultsOf(history: History, play: Play): string[] {
	const spoiled = play.spoiled ? [`A failed poll moved the state: ${play.spoiled}`] : [];
	if (history.event === 'deleted') return [...spoiled, ...deletionFaults(play)];
	if (history.event === 'amlStatusChanged') return [...spoiled, ...chainFaults(play)];
	const key = history.event === 'created' ? createdKey : versionKey;
	return [
		...spoiled,
		...doubled(play, key),
		...fromBefore(play, key),
		...missing(history, play, key),
	];
}

type Key = (id: number, mark: string) => string;

const createdKey: Key = (id) => String(id);
const versionKey: Key = (id, mark) => `${id} ${mark}`;

function keysOf(events: readonly Event[], key: Key): string[] {
	return events.map(({ contact }) => key(contact.Id, contact.AmlNotes));
}

/** An event may come twice only where n8n died with the execution stored and the state not. */
function doubled({ scheduler }: Play, key: Key): string[] {
	const allowed = keysOf(scheduler.with('doubtful'), key);
	const counts = new Map<string, number>();
	for (const name of keysOf(scheduler.events, key)) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.filter(([name, count]) => count > 1 + allowed.filter((one) => one === name).length)
		.map(([name, count]) => `${name} came out ${count} times`);
}

function fromBefore(play: Play, key: Key): string[] {
	const old = new Set(play.atActivation.map(({ Id, AmlNotes }) => key(Id, AmlNotes)));
	return keysOf(play.scheduler.events, key)
		.filter((name) => old.has(name))
		.map((name) => `${name} came out although it was there before`);
}

/** The last state of every contact has to be out, if a stamp after the activation tells of it. */
function missing(history: History, play: Play, key: Key): string[] {
	const out = new Set(
		keysOf(
			play.scheduler.log.map(({ event }) => event),
			key,
		),
	);
	return play.table.contacts().flatMap(({ Id }) => {
		const commits = play.table.commits.filter(({ id }) => id === Id);
		const due = history.event === 'created' ? creation(commits) : lastDated(commits);
		const isDue = due.length > 0 && due[0].visibleAt > play.activation.ended;
		if (!isDue || due.some(({ contact }) => out.has(key(Id, contact.AmlNotes)))) return [];
		return [`${Id} ${due[0].contact.AmlNotes} was lost`];
	});
}

function creation(commits: readonly Commit[]): readonly Commit[] {
	return commits.filter((commit) => commit.isCreation);
}

/** The last commit with a stamp, and those after it, which the event may show as well. */
function lastDated(commits: readonly Commit[]): readonly Commit[] {
	const last = commits.map((commit) => commit.isDated).lastIndexOf(true);
	return last < 0 ? [] : commits.slice(last);
}
