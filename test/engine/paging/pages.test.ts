import type { IDataObject } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { underWayAt } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';

describe('Listing page by page', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const list = async (parameters: object) =>
		await sandbox.run({ operation: 'getAll', returnAll: true, ...parameters });
	const idsOf = (json: IDataObject[]) => json.map(({ Id }) => Number(Id));
	const pages = () =>
		nexudus.requests.map(({ query }) => {
			const values = Object.fromEntries(query);
			return `${values.page}×${values.size}`;
		});
	const byId = () => nexudus.contacts.all().map(({ Id }) => Id);

	it.each([
		[1000, 1],
		[320, 1],
		[319, 2],
		[160, 2],
		[100, 4],
		[33, 10],
	])('costs one request for each page of %s', async (pageSize, requests) => {
		const { json, error } = await list({ options: { pageSize } });
		expect(error).toBeUndefined();
		expect(idsOf(json)).toEqual(byId());
		expect(pages()).toHaveLength(requests);
		expect(new Set(pages()).size).toBe(requests);
	});

	it('has four pages under way at a time, and keeps their order whichever comes first', async () => {
		nexudus.setLatency(20);
		nexudus.fail({ when: { path: /page=3&/, nth: 1 }, how: 'ooops' });
		const { json } = await list({
			options: { pageSize: 20 },
			sort: { by: { field: 'FullName', direction: 'desc' } },
		});
		expect(new Set(idsOf(json))).toEqual(new Set(byId()));
		expect(json).toHaveLength(320);
		const { json: atOnce } = await list({
			sort: { by: { field: 'FullName', direction: 'desc' } },
		});
		expect(idsOf(json)).toEqual(idsOf(atOnce));
		const further = nexudus.requests.slice(1, 17);
		expect(Math.max(...underWayAt(further))).toBeGreaterThan(2);
		expect(Math.max(...underWayAt(further))).toBeLessThanOrEqual(4);
	});

	it.each([25, 100])('follows a server that gives at most %s a page', async (maximumPageSize) => {
		nexudus.assume({ maximumPageSize });
		const { json, error } = await list({});
		expect(error).toBeUndefined();
		expect(idsOf(json)).toEqual(byId());
		expect(pages()).toHaveLength(Math.ceil(320 / maximumPageSize));
	});

	it.each([
		[2, ['1×2']],
		[50, ['1×50']],
		[320, ['1×320']],
		[1000, ['1×1000']],
	])('asks for no page that a limit of %s makes needless', async (limit, asked) => {
		const { json } = await list({ returnAll: false, limit });
		expect(idsOf(json)).toEqual(byId().slice(0, limit));
		expect(pages()).toEqual(asked);
	});

	it('asks for just the pages that a limit above the page size needs', async () => {
		const { json } = await list({ returnAll: false, limit: 150, options: { pageSize: 60 } });
		expect(idsOf(json)).toEqual(byId().slice(0, 150));
		expect(pages().sort()).toEqual(['1×60', '2×60', '3×60']);
	});

	it('asks a capped server for just the pages that the limit needs', async () => {
		nexudus.assume({ maximumPageSize: 20 });
		const { json } = await list({ returnAll: false, limit: 50 });
		expect(idsOf(json)).toEqual(byId().slice(0, 50));
		expect(pages()).toHaveLength(3);
	});

	it('fills a limit although a filter that the server ignores brings other rows', async () => {
		nexudus.assume({ ignoredFilters: ['ContractContact_AmlCheckStatus'] });
		const { json, error } = await list({
			returnAll: false,
			limit: 30,
			filters: { amlCheckStatus: [0] },
			options: { pageSize: 40 },
		});
		expect(error).toBeUndefined();
		const matching = nexudus.contacts.all().filter(({ AmlCheckStatus }) => AmlCheckStatus === 0);
		expect(idsOf(json)).toEqual(matching.slice(0, 30).map(({ Id }) => Id));
	});

	it.each(['AmlCheckStatus', 'ContractContactType', 'CountryName'])(
		'lists every contact once where many are equal in %s',
		async (field) => {
			const { json } = await list({
				options: { pageSize: 15 },
				sort: { by: { field, direction: 'asc' } },
			});
			expect(idsOf(json).sort((one, other) => one - other)).toEqual(byId());
		},
	);

	it('lists 10,000 contacts with ten requests', async () => {
		await sandbox.close();
		sandbox = await startSandbox({ records: { contacts: 10_000 } });
		nexudus = sandbox.nexudus;
		const { json, error } = await list({});
		expect(error).toBeUndefined();
		expect(idsOf(json)).toEqual(byId());
		expect(nexudus.requests).toHaveLength(10);
	});
});
