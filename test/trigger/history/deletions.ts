import type { Play } from './play';
import type { Event } from './scheduler';

/** Gives what is wrong with the deletions that came out, in words. */
export function deletionFaults(play: Play): string[] {
	const { madeUp, scheduler, table, activation, witness } = play;
	const doubtful = idsOf(scheduler.with('doubtful'));
	const out = idsOf(scheduler.events);
	const handedOver = new Set(idsOf(scheduler.log.map(({ event }) => event)));
	const times = (ids: readonly number[], id: number): number =>
		ids.filter((one) => one === id).length;
	const wentBefore = (id: number): boolean =>
		(table.lives.get(id)?.went ?? 0) <= activation.comings;
	const isGone = (id: number): boolean => table.lives.get(id)?.went !== undefined;
	return [
		...madeUp.map((id) => `${id} came out although it was there`),
		...out.filter(wentBefore).map((id) => `${id} came out although it went before`),
		...[...new Set(out)]
			.filter((id) => times(out, id) > 1 + times(doubtful, id))
			.map((id) => `${id} came out ${times(out, id)} times`),
		...[...witness.ids]
			.filter((id) => isGone(id) && !handedOver.has(id))
			.map((id) => `${id} was lost`),
	];
}

function idsOf(events: readonly Event[]): number[] {
	return events.map(({ contact }) => contact.Id);
}
