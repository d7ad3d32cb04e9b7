import type { Assumptions } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf } from './updating';

const CONTACTS = '/api/billing/contractcontacts';

describe('Updating many contacts', () => {
	let sandbox: Sandbox;

	afterEach(async () => await sandbox.close());

	async function start(assumptions: Partial<Assumptions> = {}): Promise<void> {
		sandbox = await startSandbox({ assumptions });
	}

	function someIds(count: number): number[] {
		const named = sandbox.nexudus.contacts.all().filter(({ FullName }) => FullName);
		return named.slice(0, count).map(({ Id }) => Id);
	}

	const note = (ids: number[]) =>
		[
			updateOf('={{ $json.id }}', { notes: '={{ "Letter " + $json.id }}' }),
			{ items: ids.map((id) => ({ id })) },
		] as const;

	const reads = () => sandbox.nexudus.requests.filter(({ method }) => method === 'GET');
	const writes = () => sandbox.nexudus.requests.filter(({ method }) => method === 'PUT');

	it('loads 120 of them in two requests and writes each once', async () => {
		await start();
		const ids = someIds(120);
		const before = ids.map((id) => sandbox.nexudus.contacts.get(id));
		const { json, items, error } = await sandbox.run(...note(ids));
		expect(error).toBeUndefined();
		expect(reads().map(({ rawUrl }) => rawUrl)).toEqual([
			`${CONTACTS}/?id=[${ids.slice(0, 100).join(',')}]`,
			`${CONTACTS}/?id=[${ids.slice(100).join(',')}]`,
		]);
		expect(writes()).toHaveLength(120);
		const stored = ids.map((id) => sandbox.nexudus.contacts.get(id));
		expect(stored).toEqual(
			before.map((contact, index) => ({
				...contact,
				Notes: `Letter ${ids[index]}`,
				UpdatedOn: stored[index]?.UpdatedOn,
				UpdatedBy: stored[index]?.UpdatedBy,
			})),
		);
		expect(json).toEqual(stored);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_id, item) => ({ item })));
	});

	it('loads one alone by its own address', async () => {
		await start();
		const [id] = someIds(1);
		await sandbox.run(...note([id]));
		expect(reads().map(({ rawUrl }) => rawUrl)).toEqual([`${CONTACTS}/${id}`]);
	});

	it('has at most four requests under way', async () => {
		await start();
		sandbox.nexudus.setLatency(15);
		await sandbox.run(...note(someIds(60)));
		const underWay = sandbox.nexudus.requests.map(
			({ arrivedAt }) =>
				sandbox.nexudus.requests.filter(
					(other) => other.arrivedAt <= arrivedAt && Number(other.answeredAt) > arrivedAt,
				).length,
		);
		expect(Math.max(...underWay)).toBeGreaterThan(1);
		expect(Math.max(...underWay)).toBeLessThanOrEqual(4);
	});

	// A batch that fails is tried twice, and one that fails may be an accident: two are none.
	it.each([
		['absent', 1],
		['failing', 4],
	] as const)(
		'loads each by itself where reading several at once is %s',
		async (batchRoute, attempts) => {
			await start({ batchRoute });
			const ids = someIds(250);
			const { json, error } = await sandbox.run(...note(ids));
			expect(error).toBeUndefined();
			expect(json).toEqual(ids.map((id) => sandbox.nexudus.contacts.get(id)));
			expect(writes()).toHaveLength(250);
			const single = reads().filter(({ path }) => /\/\d+$/.test(path));
			expect(new Set(single.map(({ path }) => path)).size).toBe(250);
			expect(reads().length - single.length).toBe(attempts);
		},
	);

	const unknown: Array<[number, Partial<Assumptions>]> = [
		[404, {}],
		[500, { unknownId: 500 }],
		[404, { batchRoute: 'absent' }],
	];

	it.each(unknown)(
		'fails the item of a missing contact alone (%s, %j)',
		async (_status, assumed) => {
			await start(assumed);
			const [first, second] = someIds(2);
			const [parameters, { items }] = note([first, 87_999_999, second]);
			const { json, error } = await sandbox.run(parameters, {
				items,
				onError: 'continueRegularOutput',
			});
			expect(error).toBeUndefined();
			expect(json[0]).toMatchObject({ Id: first, Notes: `Letter ${first}` });
			expect(json[1].error).toContain(
				'Nexudus could not get contract contact 87999999: it does not exist [item 1]',
			);
			expect(json[2]).toMatchObject({ Id: second, Notes: `Letter ${second}` });
			expect(writes()).toHaveLength(2);
		},
	);

	it.each([404, 500] as const)(
		'reports the one missing contact where it is answered with %s',
		async (unknownId) => {
			await start({ unknownId });
			const { error } = await sandbox.run(...note([87_999_999]));
			expect(error?.message).toMatch(/^Nexudus could not get contract contact 87999999: /);
			expect(error?.message).toContain('[item 0]');
			expect(writes()).toEqual([]);
		},
	);
});
