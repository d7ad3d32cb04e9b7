import type { Play } from './play';
import type { Event } from './scheduler';

/** Stands for a contact that the trigger may not have seen. */
const UNSEEN = null;
const NOT_STARTED = 0;

type Status = number | null;

/**
 * Gives what is wrong with the statuses that came out. Each event has to begin where the one
 * before ended, and the last one has to end at the status that the contact has now: so nothing
 * was lost, doubled or made up.
 */
export function chainFaults(play: Play): string[] {
	const ids = new Set([
		...play.table.commits.map(({ id }) => id),
		...play.scheduler.log.map(({ event }) => event.contact.Id),
	]);
	return [...ids].flatMap((id) => chainFaultsOf(play, id));
}

function chainFaultsOf(play: Play, id: number): string[] {
	const faults: string[] = [];
	let possible = startOf(play, id);
	for (const { event, fate } of play.scheduler.log) {
		if (event.contact.Id !== id) continue;
		if (!follows(event, possible)) faults.push(broken(event, possible));
		const status = event.contact.AmlCheckStatus;
		possible = fate === 'doubtful' ? possible && [status, ...possible] : [status];
	}
	const now = play.table.get(id)?.AmlCheckStatus;
	if (now === undefined || !possible || possible.includes(now)) return faults;
	return [
		...faults,
		`${id} has status ${now}, but the last that came out is ${possible.join('/')}`,
	];
}

/** What the trigger knew of a contact after the activation; undefined where it may be anything. */
function startOf(play: Play, id: number): Status[] | undefined {
	const { atActivation, table, activation, isAllKnown } = play;
	const isTouched = table.commits.some(
		(commit) =>
			commit.id === id &&
			commit.visibleAt >= activation.began &&
			commit.visibleAt <= activation.ended,
	);
	const contact = atActivation.find(({ Id }) => Id === id);
	if (isTouched || (contact && !isAllKnown)) return undefined;
	return contact ? [contact.AmlCheckStatus] : [UNSEEN, NOT_STARTED];
}

function follows({ contact, previous }: Event, possible: Status[] | undefined): boolean {
	if (previous === contact.AmlCheckStatus) return false;
	return possible === undefined || possible.includes(previous);
}

function broken({ contact, previous }: Event, possible: Status[] | undefined): string {
	const from = (possible ?? []).join('/');
	return `${contact.Id} came out as ${previous} → ${contact.AmlCheckStatus}, after ${from}`;
}
