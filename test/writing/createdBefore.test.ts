import { Failure } from '../../nodes/record/failure';
import type { RepeatedRun } from '../../nodes/run/createdBefore';
import { CreatedBefore } from '../../nodes/run/createdBefore';

const HOUR = 3_600_000;
const director = { FullName: 'Ines Carvalho', CoworkerContractId: 2380121 };
const alias = { FullName: 'Harbour Trading', CoworkerContractId: 2380121 };

describe('What earlier tries of a run created', () => {
	let now = Date.UTC(2026, 4, 17, 9, 30);
	let runs = 0;
	let created = 0;

	beforeEach(() => {
		created = 0;
	});

	const newRun = (creationsBy: RepeatedRun['creationsBy'] = 'item'): RepeatedRun => ({
		name: `run ${++runs}`,
		creationsBy,
	});
	const tryOf = (run: RepeatedRun | undefined) => new CreatedBefore(run, () => now);
	const creation = async () => ({ Id: 87_000_002 + created++ });
	const lost = async () => {
		throw new Failure('The answer was lost, so it may have been created', {
			description: '',
			mayBeWritten: true,
		});
	};

	it('is not created again', async () => {
		const run = newRun();
		await tryOf(run).once(0, director, creation);
		const again = await tryOf(run).once(0, director, creation);
		expect(again).toEqual({ stamp: { Id: 87_000_002 }, sent: 'same' });
		expect(created).toBe(1);
	});

	it('is not created again an hour after the run began, if it still creates', async () => {
		const run = newRun();
		const first = tryOf(run);
		await first.once(0, director, creation);
		now += HOUR - 1;
		await first.once(1, alias, creation);
		now += HOUR - 1;
		await tryOf(run).once(0, director, creation);
		expect(created).toBe(2);
	});

	it('is forgotten an hour after the last creation', async () => {
		const run = newRun();
		await tryOf(run).once(0, director, creation);
		now += HOUR;
		await tryOf(run).once(0, director, creation);
		expect(created).toBe(2);
	});

	it('is told from what other runs create', async () => {
		await tryOf(newRun()).once(0, director, creation);
		await tryOf(newRun()).once(0, director, creation);
		expect(created).toBe(2);
	});

	it('is remembered only where n8n repeats the run', async () => {
		await tryOf(undefined).once(0, director, creation);
		await tryOf(undefined).once(0, director, creation);
		expect(created).toBe(2);
	});

	it('is not created again where a refusal came in between', async () => {
		const run = newRun();
		const refusal = new Failure('Refused', { description: '' });
		await expect(
			tryOf(run).once(0, director, async () => await Promise.reject(refusal)),
		).rejects.toBe(refusal);
		await tryOf(run).once(0, director, creation);
		expect(created).toBe(1);
	});

	describe('as a tool, whose calls share a name', () => {
		it('is told by what is sent', async () => {
			const tool = newRun('content');
			await tryOf(tool).once(0, director, creation);
			const other = await tryOf(tool).once(0, alias, creation);
			expect(other.sent).toBe('now');
			expect(created).toBe(2);
		});

		it('stays in doubt while another call goes well', async () => {
			const tool = newRun('content');
			await expect(tryOf(tool).once(0, director, lost)).rejects.toThrow('may have been created');
			const other = tryOf(tool);
			await other.once(0, alias, creation);
			other.forget();
			await expect(tryOf(tool).once(0, director, creation)).rejects.toThrow(
				'may have been created',
			);
			expect(created).toBe(1);
		});

		it('can be created again after a call that went well', async () => {
			const tool = newRun('content');
			const call = tryOf(tool);
			await call.once(0, director, creation);
			call.forget();
			await tryOf(tool).once(0, director, creation);
			expect(created).toBe(2);
		});
	});
});
