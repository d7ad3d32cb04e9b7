import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PracticeNexudus, NexudusOptions } from '../../../sandbox/nexudus/server';
import { startPracticeNexudus } from '../../../sandbox/nexudus/server';
import { loadBuiltPackage } from '../nodeTypes';
import { accessToken } from '../sandbox';
import type { TriggerSetting } from './polling';
import { ActiveTrigger } from './polling';

const SECOND = 1000;

/** A practice Nexudus whose clock the test moves, and triggers that watch it. */
export interface Watched {
	nexudus: PracticeNexudus;
	/** Lets the API's clock go on. */
	pass: (seconds: number) => void;
	/** Gives a trigger with its activation poll still to come. */
	trigger: (parameters: INodeParameters, more?: Partial<TriggerSetting>) => ActiveTrigger;
	/** Gives a trigger that was activated; the requests of that are forgotten. */
	activated: (
		parameters: INodeParameters,
		more?: Partial<TriggerSetting>,
	) => Promise<ActiveTrigger>;
	close: () => Promise<void>;
}

/** Starts a practice Nexudus for triggers. Its clock stands weeks after its newest record. */
export async function startWatched(options: NexudusOptions = {}): Promise<Watched> {
	await loadBuiltPackage();
	let now = Date.UTC(2026, 10, 24, 9, 0, 20);
	const nexudus = await startPracticeNexudus({ now: () => new Date(now), ...options });
	const credentials = { values: { nexudusApi: accessToken(nexudus.url) } };
	const trigger: Watched['trigger'] = (parameters, more = {}) =>
		new ActiveTrigger({ parameters, credentials, ...more });
	return {
		nexudus,
		trigger,
		pass: (seconds) => {
			now += seconds * SECOND;
		},
		activated: async (parameters, more) => {
			const active = trigger(parameters, more);
			expect(await active.poll()).toBeNull();
			nexudus.clearRequests();
			return active;
		},
		close: async () => await nexudus.close(),
	};
}

/** The ids of what came out, in order. */
export function idsOf(output: IDataObject[] | null): unknown[] {
	return (output ?? []).map(({ Id }) => Id);
}
