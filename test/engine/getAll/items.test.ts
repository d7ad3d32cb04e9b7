import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { filtersSent, idsThatMatch, list, pagesAsked } from './listing';
import { is } from './matching';

const contracts = [2380307, 2380190, 2380121];
const items = contracts.map((contract) => ({ contract }));
const OF_ITEM = '={{ $json.contract }}';

function idsOf(sandbox: Sandbox, contract: number): number[] {
	return idsThatMatch(sandbox, is('CoworkerContractId', contract));
}

describe('Get Many for several input items', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => sandbox.nexudus.clearFaults());

	afterAll(async () => await sandbox.close());

	/** A server error on each request for this contract. */
	function failFor(contract: number): void {
		sandbox.nexudus.fail({
			when: { path: new RegExp(`_CoworkerContract=${contract}&`) },
			how: { status: 403, body: { Message: 'Forbidden' } },
		});
	}

	it('reads its parameters per item and says which item each contact belongs to', async () => {
		const result = await list(sandbox, { filters: { coworkerContractId: OF_ITEM } }, { items });
		const found = result.items.map(({ json, pairedItem }) => ({ id: json.Id, pairedItem }));

		expect(found).toEqual(
			contracts.flatMap((contract, item) =>
				idsOf(sandbox, contract).map((id) => ({ id, pairedItem: { item } })),
			),
		);
		expect(result.requests).toHaveLength(3);
	});

	it('keeps the order of the items when the first one is answered last', async () => {
		sandbox.nexudus.fail({ when: { nth: 1 }, how: { status: 503 } });
		const { ids, requests } = await list(
			sandbox,
			{ filters: { coworkerContractId: OF_ITEM } },
			{ items },
		);

		expect(requests).toHaveLength(4);
		expect(ids).toEqual(contracts.flatMap((contract) => idsOf(sandbox, contract)));
	});

	it('takes limit, sort, output and options per item', async () => {
		const result = await list(
			sandbox,
			{
				returnAll: false,
				limit: '={{ $json.limit }}',
				sort: { by: { field: 'Id', direction: '={{ $json.direction }}' } },
				output: '={{ $json.output }}',
				options: { fullRecords: '={{ $json.full }}' },
			},
			{
				items: [
					{ limit: 2, direction: 'asc', output: 'raw', full: true },
					{ limit: 3, direction: 'desc', output: 'simplified', full: false },
				],
			},
		);
		const all = sandbox.nexudus.contacts.all();

		expect(result.json.slice(0, 2)).toEqual(all.slice(0, 2));
		expect(result.json.slice(2).map(({ Id }) => Id)).toEqual(
			all
				.slice(-3)
				.reverse()
				.map(({ Id }) => Id),
		);
		expect(Object.keys(result.json[2])).toHaveLength(10);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
			{ item: 1 },
			{ item: 1 },
		]);
	});

	it('asks four items at a time', async () => {
		sandbox.nexudus.setLatency(100);
		const many = Array.from({ length: 9 }, (_, index) => items[index % 3]);
		const { requests } = await list(
			sandbox,
			{ filters: { coworkerContractId: OF_ITEM } },
			{ items: many },
		);
		sandbox.nexudus.setLatency(0);
		const underWay = requests.map(
			({ arrivedAt }) =>
				requests.filter(
					(other) => other.arrivedAt <= arrivedAt && (other.answeredAt ?? 0) > arrivedAt,
				).length,
		);

		expect(requests).toHaveLength(9);
		expect(Math.max(...underWay)).toBeLessThanOrEqual(4);
		expect(Math.max(...underWay)).toBeGreaterThan(1);
	});

	it('stops at an item that Nexudus refuses, naming it', async () => {
		failFor(contracts[1]);
		const { json, error, status } = await list(
			sandbox,
			{ filters: { coworkerContractId: OF_ITEM } },
			{ items },
		);

		expect(status).toBe('error');
		expect(json).toEqual([]);
		expect(error?.message).toContain('[item 1]');
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});

	it('with On Error = Continue puts the error in the place of the item’s contacts', async () => {
		failFor(contracts[1]);
		const result = await list(
			sandbox,
			{ filters: { coworkerContractId: OF_ITEM } },
			{ items, onError: 'continueRegularOutput' },
		);
		const before = idsOf(sandbox, contracts[0]).length;
		const failed = result.items[before];

		expect(result.status).toBe('success');
		expect(failed.json).toEqual({ error: expect.stringContaining('[item 1]') });
		expect(failed.pairedItem).toEqual({ item: 1 });
		expect(result.ids).toEqual([
			...idsOf(sandbox, contracts[0]),
			undefined,
			...idsOf(sandbox, contracts[2]),
		]);
	});

	it('with an error output sends the failed item there and the contacts on', async () => {
		failFor(contracts[1]);
		const result = await list(
			sandbox,
			{ filters: { coworkerContractId: OF_ITEM } },
			{ items, onError: 'continueErrorOutput' },
		);

		expect(result.ids).toEqual([...idsOf(sandbox, contracts[0]), ...idsOf(sandbox, contracts[2])]);
		expect(result.errorItems).toHaveLength(1);
		expect(result.errorItems[0].json).toMatchObject({
			error: expect.stringContaining('[item 1]'),
		});
		expect(result.errorItems[0].pairedItem).toEqual({ item: 1 });
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'with %s leaves out only the item whose filter came out empty',
		async (onError) => {
			const result = await list(
				sandbox,
				{ filters: { coworkerContractId: OF_ITEM } },
				{ items: [{ contract: null }, items[1]], onError },
			);
			const errors = [...result.items, ...result.errorItems].filter(({ json }) => json.error);

			expect(pagesAsked(result.requests)).toHaveLength(1);
			expect(filtersSent(result.requests)).toEqual([
				['ContractContact_CoworkerContract', String(contracts[1])],
			]);
			expect(result.ids.filter(Boolean)).toEqual(idsOf(sandbox, contracts[1]));
			expect(errors.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
				[
					expect.stringContaining("'Coworker Contract' in 'Filters' is empty [item 0]. "),
					{ item: 0 },
				],
			]);
		},
	);

	it('asks nothing where every item is refused', async () => {
		const { requests, json } = await list(
			sandbox,
			{ filters: { coworkerContractId: OF_ITEM } },
			{ items: [{}, {}], onError: 'continueRegularOutput' },
		);
		expect(requests).toEqual([]);
		expect(json).toHaveLength(2);
	});

	it('says once that empty filters were dropped, however many items had them', async () => {
		const { hints } = await list(
			sandbox,
			{ filters: { email: '={{ $json.email }}' }, options: { ignoreEmptyFilters: true } },
			{ items: [{ email: '' }, { email: null }, { email: 'siobhan.oneill@' }] },
		);
		expect(hints).toHaveLength(1);
	});
});
