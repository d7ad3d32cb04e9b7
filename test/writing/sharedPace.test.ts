import { isFailed } from '../../nodes/run/outcome';
import type { Throttle } from '../../sandbox/nexudus/throttle';
import { dice } from './history/play';
import { N8nProcess } from './world/n8nProcess';
import { VirtualNexudus } from './world/virtualNexudus';
import { update, updateOf } from './world/works';

/** 60 writes and 120 requests a minute, time passing twenty times as fast. */
const MINUTE_LIMITS: Throttle = {
	limits: [
		{ requests: 60, perMs: 3_000, only: 'writes' },
		{ requests: 120, perMs: 3_000 },
	],
};

function nexudusWith(contacts: number, throttle: Throttle, seed: number): VirtualNexudus {
	const chance = dice(seed);
	jest.spyOn(Math, 'random').mockImplementation(dice(seed));
	const oneWay = (): number => 50 * (0.4 + 0.2 * chance());
	const latency = () => ({ there: oneWay(), back: oneWay() });
	return new VirtualNexudus({ records: { contacts }, throttle, latency });
}

function writableIds({ writable }: VirtualNexudus): number[] {
	return writable.map(({ Id }) => Id);
}

/** Writes a letter for each contact; gives how many failed. */
async function letters(n8n: N8nProcess, ids: readonly number[]): Promise<number> {
	const execution = n8n.execution();
	await update(
		execution,
		ids.map((id, item) => updateOf(item, id, { Notes: `Letter ${id}` })),
	);
	return execution.outcomes.list().filter(isFailed).length;
}

afterEach(() => jest.restoreAllMocks());

describe('Executions that share a throttle', () => {
	it.each([11, 4242, 77_777])(
		'20 with 15 updates each are refused 20 times at the most, and take no longer than the limit allows (seed %i)',
		async (seed) => {
			const nexudus = nexudusWith(400, MINUTE_LIMITS, seed);
			const ids = writableIds(nexudus).slice(0, 300);
			const n8n = new N8nProcess(nexudus);
			const runs = Array.from({ length: 20 }, async (_, index) =>
				letters(n8n, ids.slice(index * 15, index * 15 + 15)),
			);
			const failed = await nexudus.clock.until(Promise.all(runs));
			expect(failed).toEqual(runs.map(() => 0));
			expect(ids.filter((id) => nexudus.contacts.get(id)?.Notes !== `Letter ${id}`)).toEqual([]);
			expect(nexudus.refused).toBeLessThanOrEqual(20);
			expect(nexudus.clock.now() - nexudus.clock.startedAt).toBeLessThanOrEqual(15_000);
		},
	);

	it('19 go no slower where one was done long before them', async () => {
		const nexudus = nexudusWith(400, MINUTE_LIMITS, 4242);
		const { clock } = nexudus;
		const ids = writableIds(nexudus).slice(0, 300);
		const n8n = new N8nProcess(nexudus);
		await clock.until(letters(n8n, ids.slice(0, 15)));
		await clock.until(clock.passes(20_000));
		const startedAt = clock.now();
		const runs = Array.from({ length: 19 }, async (_, index) =>
			letters(n8n, ids.slice(index * 15 + 15, index * 15 + 30)),
		);
		const failed = await clock.until(Promise.all(runs));
		expect(failed).toEqual(runs.map(() => 0));
		expect(nexudus.refused).toBeLessThanOrEqual(20);
		expect(clock.now() - startedAt).toBeLessThanOrEqual(15_000);
	});
});
