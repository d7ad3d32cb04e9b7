import * as fc from 'fast-check';
import type { History } from './history/history';
import { deletionHistories, histories } from './history/history';
import { Play, undisturbed } from './history/play';
import type { Write, WriteKind } from './history/table';
import { faultsOf } from './history/verdict';

const RUNS = Number(process.env.TRIGGER_HISTORIES ?? 3000);
const SEED = process.env.TRIGGER_SEED;

const quietHistory: History = {
	event: 'deleted',
	rows: 'asListed',
	scheduler: 'timer',
	behaviour: {
		mostRows: 2,
		directions: 'zeroOne',
		latency: 0,
		unreadableInBatch: 'leftOut',
		unknownId: 404,
		unknownIdInBatch: 'missing',
		batchRoute: 'present',
	},
	skew: 0,
	budget: 45_000,
	before: [],
	steps: [],
};

/** A write to the contact with the lowest Id. */
function writeOf(kind: WriteKind): Write {
	return { kind, which: 0, status: 0, late: 0 };
}

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
	}, 1_200_000);

	it('a contact that slips between two pages and can’t be read at that time is not taken for gone', async () => {
		const create = writeOf('create');
		const nothing = writeOf('check dated ahead');
		await expectNoFaults({
			...quietHistory,
			before: [{ step: 'burst', writes: [create, create, create, create, create, create] }],
			steps: [
				{ step: 'write', write: writeOf('delete') },
				{ step: 'spoil', which: 2, milliseconds: 60_000 },
				{ ...undisturbed, during: [nothing, nothing, writeOf('delete')] },
			],
		});
	});

	it('contacts that came in the place of one that went are known, also where a page can’t hold them', async () => {
		const create = writeOf('create');
		await expectNoFaults({
			...quietHistory,
			before: [{ step: 'write', write: create }],
			steps: [
				{ step: 'burst', writes: [writeOf('delete'), create, create, create] },
				{ ...undisturbed },
				{ step: 'write', write: writeOf('delete') },
			],
		});
	});

	it('every contact that was seen and is gone comes out once, and none that is there', async () => {
		await expectNoFaultsInAny(deletionHistories);
	}, 1_200_000);
});
