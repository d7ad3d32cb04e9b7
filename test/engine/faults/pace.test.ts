import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import {
	deletionsOf,
	newDirectors,
	noted,
	notesFor,
	readsOf,
	someIds,
	underWayAt,
	writesOf,
} from './observing';

const LATENCY = 25;

describe('The pace of requests', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		nexudus.setLatency(LATENCY);
	});

	afterEach(async () => await sandbox.close());

	const run = async ([parameters, items]: [INodeParameters, IDataObject[]]) =>
		await sandbox.run(parameters, { items });

	const signUps = (count: number): [INodeParameters, IDataObject[]] => [
		{
			operation: 'upsert',
			coworkerContractId: byId('={{ $json.contract }}'),
			fullName: '={{ $json.name }}',
			matchOn: 'fullName',
		} as INodeParameters,
		Array.from({ length: count }, (_, index) => ({
			contract: nexudus.contracts[index % 8].Id,
			name: `Orla Quinlan ${index}`,
		})),
	];

	const operations: Array<[string, () => [INodeParameters, IDataObject[]]]> = [
		['Create', () => newDirectors(nexudus, 30)],
		['Update', () => notesFor(someIds(nexudus, 30))],
		['Create or Update', () => signUps(30)],
		['Delete', () => deletionsOf(someIds(nexudus, 30))],
	];

	it.each(operations)(
		'of %s: one write until it succeeded, then two, then four',
		async (_name, work) => {
			const { error } = await run(work());
			expect(error).toBeUndefined();
			const writes = writesOf(nexudus);
			expect(writes).toHaveLength(30);
			expect(writes[1].arrivedAt).toBeGreaterThanOrEqual(Number(writes[0].answeredAt));
			expect(startsUnderWayWith(writes, 1)).toBe(1);
			expect(startsUnderWayWith(writes, 3)).toBeLessThanOrEqual(2);
			expect(Math.max(...underWayAt(writes))).toBe(4);
			expect(Math.max(...underWayAt(nexudus.requests))).toBe(4);
		},
	);

	it('of Get and Get Many: never more than four under way, however many items', async () => {
		nexudus.assume({ batchRoute: 'absent' });
		await run(readsOf(someIds(nexudus, 30)));
		expect(Math.max(...underWayAt(nexudus.requests))).toBe(4);
		nexudus.clearRequests();
		const { error } = await run([
			{ operation: 'getAll', returnAll: true, options: { pageSize: 40 } },
			[{}, {}, {}, {}, {}, {}],
		]);
		expect(error).toBeUndefined();
		expect(nexudus.requests).toHaveLength(6 * 8);
		expect(Math.max(...underWayAt(nexudus.requests))).toBe(4);
	});

	it('has for one contact never two writes under way', async () => {
		const ids = someIds(nexudus, 3);
		const items = Array.from({ length: 30 }, (_, index) => ({
			id: ids[index % 3],
			notes: `Letter ${index}`,
		}));
		const [parameters] = notesFor(ids);
		const { error } = await run([
			{ ...parameters, updateFields: { notes: '={{ $json.notes }}' } },
			items,
		]);
		expect(error).toBeUndefined();
		for (const id of ids) {
			const writes = writesOf(nexudus).filter(({ body }) => (body as IDataObject).Id === id);
			expect(writes).toHaveLength(10);
			expect(Math.max(...underWayAt(writes))).toBe(1);
			const letters = items.filter((item) => item.id === id).map(({ notes }) => notes);
			expect(writes.map(({ body }) => (body as IDataObject).Notes)).toEqual(letters);
		}
	});

	it('has a space between requests after a throttle answer', async () => {
		nexudus.setLatency(0);
		nexudus.fail({
			when: { method: 'PUT', nth: 3 },
			how: { status: 409, headers: { 'Retry-After': '1' } },
		});
		const ids = someIds(nexudus, 16);
		const { error } = await run(notesFor(ids));
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		const throttled = nexudus.requests.find(({ status }) => status === 409);
		const later = writesOf(nexudus)
			.map(({ arrivedAt }) => arrivedAt)
			.filter((arrival) => arrival > Number(throttled?.answeredAt) + 500);
		expect(later.length).toBeGreaterThanOrEqual(16 - 2 - 3);
		expect(Math.max(...later) - Math.min(...later)).toBeGreaterThan(1_000);
	});
});

/** How many writes were under way before so many had succeeded. */
function startsUnderWayWith(writes: readonly RecordedRequest[], succeeded: number): number {
	const ends = writes.map(({ answeredAt }) => Number(answeredAt)).sort((one, other) => one - other);
	return Math.max(...underWayAt(writes.filter(({ arrivedAt }) => arrivedAt < ends[succeeded - 1])));
}
