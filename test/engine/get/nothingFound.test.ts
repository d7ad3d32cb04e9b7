import type { INodeParameters } from 'n8n-workflow';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import { list } from '../getAll/listing';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';

const MISSING = 87_999_999;
const ALSO_MISSING = 87_999_998;
const CONTACT = /^\/api\/billing\/contractcontacts\/\d+$/;

let sandbox: Sandbox;
let there: number;

beforeAll(async () => {
	sandbox = await startSandbox();
	[there] = sandbox.nexudus.contacts.all().map(({ Id }) => Id);
});

beforeEach(() => sandbox.nexudus.clearRequests());

afterEach(() => {
	sandbox.nexudus.assume(DOCUMENTED);
	sandbox.nexudus.clearFaults();
});

afterAll(async () => await sandbox.close());

describe("'When Nothing Found' of Get", () => {
	const getEach = (whenNothingFound?: string): INodeParameters => ({
		operation: 'get',
		contractContactId: byId('={{ $json.id }}'),
		options: whenNothingFound ? { whenNothingFound } : {},
	});

	const run = async (ids: unknown[], whenNothingFound?: string) =>
		await sandbox.run(getEach(whenNothingFound), {
			items: ids.map((id) => ({ id: id as number })),
		});

	it.each([undefined, 'fail'])('fails the item where it is %s', async (choice) => {
		const { error } = await run([MISSING], choice);
		expect(error?.message).toContain(`contract contact ${MISSING}: it does not exist`);
	});

	it('gives an empty item in the place of each contact that is not there', async () => {
		const { items, error } = await run([MISSING, there, ALSO_MISSING], 'emptyItem');
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.Id)).toEqual([undefined, there, undefined]);
		expect(items[0]).toEqual({ json: {}, pairedItem: { item: 0 } });
		expect(items[2]).toEqual({ json: {}, pairedItem: { item: 2 } });
	});

	it('gives no item where that is chosen', async () => {
		const { items, error } = await run([MISSING, there], 'noItem');
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.Id, pairedItem])).toEqual([
			[there, { item: 1 }],
		]);
	});

	it('is decided item by item', async () => {
		const { json } = await sandbox.run(
			{ ...getEach(), options: { whenNothingFound: '={{ $json.choice }}' } },
			{
				items: [
					{ id: MISSING, choice: 'emptyItem' },
					{ id: MISSING, choice: 'fail' },
					{ id: MISSING, choice: 'noItem' },
				],
				onError: 'continueRegularOutput',
			},
		);
		expect(json).toEqual([
			{},
			{ error: expect.stringContaining('it does not exist') as string, Id: MISSING },
		]);
	});

	it('asks no more than it takes', async () => {
		await run([MISSING], 'emptyItem');
		expect(sandbox.nexudus.requests).toHaveLength(1);
	});

	it('tells a contact that is not there from a server that fails on it, where it can', async () => {
		sandbox.nexudus.assume({ unknownId: 500 });
		const { items, error } = await run([MISSING], 'emptyItem');
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: {}, pairedItem: { item: 0 } }]);
		const last = sandbox.nexudus.requests.at(-1);
		expect(last?.rawUrl).toBe(`/api/billing/contractcontacts/?id=[${MISSING}]`);
	});

	it.each([{ batchRoute: 'absent' }, { unknownIdInBatch: 500 }] as const)(
		'fails where the server does not tell: %j',
		async (assumptions) => {
			sandbox.nexudus.assume({ unknownId: 500, ...assumptions });
			const { error, items } = await run([MISSING], 'emptyItem');
			expect(error?.message).toContain('its server had trouble (500)');
			expect(items).toEqual([]);
		},
	);

	it('is never a contact that is there and can’t be read', async () => {
		sandbox.nexudus.fail({ when: { method: 'GET', path: CONTACT }, how: 'ooops' });
		const { error } = await run([there], 'emptyItem');
		expect(error?.message).toContain('its server had trouble (500)');
	});

	it.each([
		['html 403', 'firewall'],
		[{ status: 404, body: '<html>Not here</html>' }, 'no such address'],
		[{ status: 401, body: '' }, 'refused'],
		[{ status: 403, body: { Message: 'Forbidden' } }, 'does not let'],
	] as const)('is never a fault or a refusal: %j', async (how, words) => {
		sandbox.nexudus.fail({ when: { method: 'GET' }, how });
		const { error } = await run([MISSING], 'emptyItem');
		expect(error?.message).toContain(words);
	});

	it('is never a refusal, whatever the server says of several contacts', async () => {
		sandbox.nexudus.fail({ when: { method: 'GET', path: CONTACT }, how: 'html 403' });
		const { error } = await run([MISSING], 'emptyItem');
		expect(error?.message).toContain('firewall');
	});

	it('is refused where it is no choice', async () => {
		const { error } = await run([MISSING], 'nothing');
		expect(error?.message).toBe(
			"'When Nothing Found' must be one of: fail, emptyItem, noItem [item 0]",
		);
		expect(sandbox.nexudus.requests).toEqual([]);
	});
});

describe("'When Nothing Found' of Get Many", () => {
	const filters = { fullName: '={{ $json.name }}' };
	const items = [{ name: 'Nobody of that name' }, { name: 'García' }, { name: 'Nor of this' }];

	it('is no item where nothing is said', async () => {
		const found = await list(sandbox, { filters }, { items });
		expect(found.items.length).toBeGreaterThan(0);
		expect(found.items.map(({ pairedItem }) => pairedItem)).toEqual(
			found.items.map(() => ({ item: 1 })),
		);
	});

	it('is an empty item for each input item without a result, where that is chosen', async () => {
		const options = { whenNothingFound: 'emptyItem' };
		const found = await list(sandbox, { filters, options }, { items });
		expect(found.items[0]).toEqual({ json: {}, pairedItem: { item: 0 } });
		expect(found.items.at(-1)).toEqual({ json: {}, pairedItem: { item: 2 } });
		expect(found.items.filter(({ json }) => json.Id).length).toBe(found.items.length - 2);
		expect(found.requests).toHaveLength(3);
	});

	it('is never a fault', async () => {
		sandbox.nexudus.fail({ when: { method: 'GET' }, how: { status: 503 } });
		const { error, json } = await list(sandbox, { options: { whenNothingFound: 'emptyItem' } });
		expect(error?.message).toContain('its server had trouble (503)');
		expect(json).toEqual([]);
	});

	it('can’t be a failure', async () => {
		const { error } = await list(sandbox, { options: { whenNothingFound: 'fail' } });
		expect(error?.message).toBe("'When Nothing Found' must be one of: noItem, emptyItem [item 0]");
	});
});
