import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { NodeRunResult } from '../engine';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
	carriedOut,
	deletionsOf,
	newDirectors,
	newNames,
	noted,
	notesFor,
	readsOf,
	sent,
	someIds,
	timesStored,
} from './observing';

describe('A throttle that asks for more patience than Max Throttle Wait allows', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const goOn = async ([parameters, items]: [INodeParameters, IDataObject[]]) =>
		await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });

	/** Retry-After for an hour, as after the last write of a day. */
	function untilTomorrow(method: string, after: number): void {
		nexudus.fail({
			when: { method, after },
			how: { status: 409, headers: { 'Retry-After': '3600' } },
		});
	}

	const failed = ({ json }: NodeRunResult) =>
		json.flatMap(({ error }, item) => (error ? [item] : []));

	/** Every failure names its own item, and when Nexudus takes requests again. */
	function expectToNameTheTime({ json }: NodeRunResult, purposes: readonly string[]): void {
		const inAnHour = new Date(Date.now() + 3_600_000).toISOString().slice(0, 13);
		json.forEach(({ error }, item) => {
			if (!error) return;
			const words = `it asks to wait \\d+ seconds, until ${inAnHour}:\\d\\d:\\d\\dZ`;
			const undone = /^Nexudus did not get /.test(String(error)) ? 'read' : 'written';
			expect(error).toMatch(
				new RegExp(
					`^Nexudus did not ${purposes[item]}: ${words} \\[item ${item}\\]\\. Nothing was ${undone}\\.`,
				),
			);
		});
	}

	it('fails all updates not yet sent, without sending them', async () => {
		untilTomorrow('PUT', 20);
		const ids = someIds(nexudus, 120);
		const result = await goOn(notesFor(ids));
		expect(noted(nexudus, ids)).toHaveLength(20);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(20);
		expect(failed(result)).toEqual(
			ids.flatMap((id, item) => (noted(nexudus, [id]).length > 0 ? [] : [item])),
		);
		expect(sent(nexudus, 'PUT')).toBeLessThanOrEqual(24);
		expectToNameTheTime(
			result,
			ids.map((id) => `(update contract contact ${id}|get \\d+ contract contacts)`),
		);
	});

	it('fails all creations not yet sent, without sending them', async () => {
		untilTomorrow('POST', 6);
		const result = await goOn(newDirectors(nexudus, 30, { readBack: false }));
		expect(timesStored(nexudus, newNames(30)).filter((times) => times === 1)).toHaveLength(6);
		expect(failed(result)).toHaveLength(24);
		expect(sent(nexudus, 'POST')).toBeLessThanOrEqual(10);
		expectToNameTheTime(
			result,
			newNames(30).map(() => 'create the contract contact'),
		);
	});

	it('fails all deletions not yet sent, without sending them', async () => {
		untilTomorrow('DELETE', 6);
		const ids = someIds(nexudus, 30);
		const result = await goOn(deletionsOf(ids));
		expect(ids.filter((id) => !nexudus.contacts.get(id))).toHaveLength(6);
		expect(failed(result)).toHaveLength(24);
		expect(sent(nexudus, 'DELETE')).toBeLessThanOrEqual(10);
		expectToNameTheTime(
			result,
			ids.map((id) => `delete contract contact ${id}`),
		);
	});

	it('ends the run at once when errors stop the workflow, and says how much was written', async () => {
		untilTomorrow('PUT', 10);
		const ids = someIds(nexudus, 60);
		const [parameters, items] = notesFor(ids);
		const { error } = await sandbox.run(parameters, { items });
		expect(error?.message).toMatch(/^Nexudus did not update contract contact \d+: it asks to wait/);
		expect(error?.description).toMatch(/takes new ones from \d{4}-.*\. Run the node again then/);
		expect(error?.description).toContain('10 of 60 items were done before.');
		expect(noted(nexudus, ids)).toHaveLength(10);
	});

	it('fails what was to be read as well, instead of waiting for an hour', async () => {
		untilTomorrow('GET', 1);
		const ids = someIds(nexudus, 300);
		const result = await goOn(readsOf(ids));
		expect(failed(result)).toHaveLength(200);
		expect(result.json.slice(0, 100).map(({ Id }) => Id)).toEqual(ids.slice(0, 100));
		expect(sent(nexudus, 'GET')).toBeLessThanOrEqual(3);
	});

	it.each(['99999999999999999999', '-1', 'tomorrow', ''])(
		'takes Retry-After %p for a wait, too',
		async (retryAfter) => {
			nexudus.fail({
				when: { method: 'GET' },
				how: { status: 429, headers: { 'Retry-After': retryAfter } },
			});
			const { error } = await sandbox.run({ operation: 'getAll', options: { maxThrottleWait: 0 } });
			expect(error?.message).toMatch(/asks to wait \d+ seconds, until [+\d]+-\d\d-\d\dT/);
		},
	);

	it('fails a list, and says when to go on', async () => {
		untilTomorrow('GET', 2);
		const { error } = await sandbox.run({
			operation: 'getAll',
			returnAll: true,
			options: { pageSize: 20 },
		});
		expect(error?.message).toMatch(/^Nexudus did not list contract contacts: it asks to wait/);
		expect(sent(nexudus, 'GET')).toBeLessThanOrEqual(6);
	});

	it('counts all the waits of one update together, however often it is loaded again', async () => {
		nexudus.fail({
			when: { method: 'PUT' },
			how: { status: 409, headers: { 'Retry-After': '1' } },
		});
		const [id] = someIds(nexudus, 1);
		const start = Date.now();
		const { error } = await sandbox.run(...first(notesFor([id], { maxThrottleWait: 2 })));
		expect(error?.message).toContain(`update contract contact ${id}: it asks to wait`);
		expect(Date.now() - start).toBeLessThan(3_500);
		expect(noted(nexudus, [id])).toEqual([]);
	});

	it('waits not at all with 0', async () => {
		nexudus.fail({
			when: { method: 'PUT', nth: 3 },
			how: { status: 429, headers: { 'Retry-After': '1' } },
		});
		const ids = someIds(nexudus, 9);
		const start = Date.now();
		const result = await goOn(notesFor(ids, { maxThrottleWait: 0 }));
		expect(Date.now() - start).toBeLessThan(900);
		const unwritten = ids.flatMap((id, item) => (noted(nexudus, [id]).length > 0 ? [] : [item]));
		expect(failed(result)).toEqual(unwritten);
		expect(unwritten.length).toBeGreaterThanOrEqual(9 - 2 - 3);
	});
});

function first([parameters, items]: [INodeParameters, IDataObject[]]) {
	return [parameters, { items }] as const;
}
