import type { Polling } from './request';
import { unlessUnderWay } from './unlessUnderWay';

/** Where n8n keeps the state of a trigger between polls. */
export interface Stored {
	state?: unknown;
}

/** What comes of one poll: what it puts out, and the state that goes with that. */
export interface Step<Item> {
	items: Item[];
	state: unknown;
}

/**
 * Takes one step from the stored state, or from one that n8n did not store. The state is put down
 * in one assignment after all else has succeeded, so a poll that fails changes nothing. While a
 * poll with the same storage is still going on, it gives nothing at once.
 */
export async function stepped<Item>(
	stored: Stored,
	{ trigger, unstored, storing, clock }: Polling,
	step: (state: unknown) => Promise<Step<Item>>,
): Promise<Item[]> {
	const items = await unlessUnderWay(stored, async () => {
		const resumed = unstored.resumed(trigger, stored.state, clock.now());
		const next = await step(resumed.state);
		stored.state = next.state;
		if (next.items.length > 0) resumed.forget();
		else resumed.keep(next.state, storing);
		return next.items;
	});
	return items ?? [];
}
