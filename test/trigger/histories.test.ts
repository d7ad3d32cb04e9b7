import * as fc from 'fast-check';
import { histories } from './history/history';
import { Play } from './history/play';
import { faultsOf } from './history/verdict';

const RUNS = Number(process.env.TRIGGER_HISTORIES ?? 5000);
const SEED = process.env.TRIGGER_SEED;

describe('In random histories of contacts, polls, faults and crashes', () => {
	it('every change comes out once, save where n8n died while handing it over', async () => {
		await fc.assert(
			fc.asyncProperty(histories, async (history) => {
				const play = new Play(history);
				await play.run();
				expect(faultsOf(history, play)).toEqual([]);
			}),
			{ numRuns: RUNS, ...(SEED ? { seed: Number(SEED) } : {}) },
		);
	}, 600_000);
});
