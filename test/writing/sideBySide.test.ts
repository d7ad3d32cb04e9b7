import * as fc from 'fast-check';
import { histories } from './history/history';
import { dice, Play } from './history/play';
import { faultsOf } from './history/verdict';

const RUNS = Number(process.env.HISTORIES ?? 1_000);
const SEED = process.env.HISTORIES_SEED;

afterEach(() => jest.restoreAllMocks());

describe('In random histories of executions side by side', () => {
	it('nothing is lost, nobody is there twice, and nothing is left a minute later', async () => {
		await fc.assert(
			fc.asyncProperty(histories, async (history) => {
				// Pauses are a little longer or shorter by chance: a seed has to give the same history again.
				jest.spyOn(Math, 'random').mockImplementation(dice(history.seed));
				const play = new Play(history);
				const played = await play.run();
				expect(faultsOf(play, played)).toEqual([]);
				expect(await play.isForgotten()).toBe(true);
			}),
			{ numRuns: RUNS, ...(SEED ? { seed: Number(SEED) } : {}) },
		);
	}, 600_000);
});
