import * as fc from 'fast-check';
import type { History } from './history/history';
import { deletionHistories, histories } from './history/history';
import { Play } from './history/play';
import { faultsOf } from './history/verdict';

const RUNS = Number(process.env.TRIGGER_HISTORIES ?? 5000);
const SEED = process.env.TRIGGER_SEED;

/** Of a state that was stored long ago, and of the last one alike, the trigger has to go on. */
async function expectNoFaults(history: History): Promise<void> {
	const play = new Play(history);
	await play.run();
	expect(faultsOf(history, play)).toEqual([]);
	for (const save of play.saves) {
		await play.goOnFrom(save);
		expect({ save, faults: faultsOf(history, play) }).toEqual({ save, faults: [] });
	}
}

async function expectNoFaultsInAny(random: fc.Arbitrary<History>): Promise<void> {
	await fc.assert(fc.asyncProperty(random, expectNoFaults), {
		numRuns: RUNS,
		...(SEED ? { seed: Number(SEED) } : {}),
	});
}

describe('In random histories of contacts, polls, faults and crashes', () => {
	it('every change comes out once, save where n8n died while handing it over', async () => {
		await expectNoFaultsInAny(histories);
	}, 600_000);

	it('every contact that was seen and is gone comes out once, and none that is there', async () => {
		await expectNoFaultsInAny(deletionHistories);
	}, 600_000);
});
