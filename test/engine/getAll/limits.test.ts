import type { IDataObject } from 'n8n-workflow';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { list, pagesAsked, valueOf } from './listing';

const LIMITED: IDataObject = { returnAll: false };

describe('The number of contacts from Get Many', () => {
	let sandbox: Sandbox;
	let all: number[];

	beforeAll(async () => {
		sandbox = await startSandbox();
		all = sandbox.nexudus.contacts.all().map(({ Id }) => Id);
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	it('is 50 when nothing is said', async () => {
		const { json } = await sandbox.run({ operation: 'getAll' });
		expect(json.map(({ Id }) => Id)).toEqual(all.slice(0, 50));
	});

	it.each([2, 25, 319, 320, 321, 5000, '12'])('is at most the limit of %s', async (limit) => {
		const { ids, requests } = await list(sandbox, { ...LIMITED, limit });

		expect(ids).toEqual(all.slice(0, Number(limit)));
		expect(requests).toHaveLength(1);
		expect(valueOf(requests[0], 'size')).toBe(String(Math.min(Number(limit), 1000)));
	});

	it('is one for a limit of 1', async () => {
		const { ids } = await list(sandbox, { ...LIMITED, limit: 1 });
		expect(ids).toEqual([all[0]]);
	});

	it('is all of them with Return All, a thousand a request', async () => {
		const { ids, requests } = await list(sandbox, { limit: 3 });

		expect(ids).toEqual(all);
		expect(pagesAsked(requests).map((page) => valueOf(page, 'size'))).toEqual(['1000']);
	});

	it.each([0, -1, 'many', ''])('is not read from a limit of %j', async (limit) => {
		const { error, requests } = await list(sandbox, { ...LIMITED, limit });
		expect(error?.message).toContain("'Limit' must be a number");
		expect(requests).toEqual([]);
	});

	it.each([1, 7, 100, 319, 320, '64'])(
		'stays the same with a page size of %s',
		async (pageSize) => {
			const { ids, requests } = await list(sandbox, { options: { pageSize } });
			const pages = pagesAsked(requests).filter(
				(page) => valueOf(page, 'size') === String(pageSize),
			);

			expect(ids).toEqual(all);
			expect(pages).toHaveLength(Math.ceil(320 / Number(pageSize)));
		},
	);

	it('is read with no page more than it takes', async () => {
		const { ids, requests } = await list(sandbox, {
			...LIMITED,
			limit: 130,
			options: { pageSize: 50 },
		});
		expect(ids).toEqual(all.slice(0, 130));
		expect(pagesAsked(requests).map((page) => valueOf(page, 'page'))).toEqual(['1', '2', '3']);
	});

	it.each([0, 1001, 'big'])('is not read with a page size of %j', async (pageSize) => {
		const { error, requests } = await list(sandbox, { options: { pageSize } });
		expect(error?.message).toContain("'Rows per Request' must be a number of 1 to 1000");
		expect(requests).toEqual([]);
	});

	it.each([25, 99, 319, 320])('is complete where Nexudus cuts pages to %i', async (cap) => {
		sandbox.nexudus.assume({ maximumPageSize: cap });
		const { ids, requests } = await list(sandbox, {});

		expect(ids).toEqual(all);
		expect(pagesAsked(requests)).toHaveLength(Math.ceil(320 / cap));
	});

	it.each([60, 120, 319])('reaches a limit of %i where pages are cut to 50', async (limit) => {
		sandbox.nexudus.assume({ maximumPageSize: 50 });
		const { ids, requests } = await list(sandbox, { ...LIMITED, limit });

		expect(ids).toEqual(all.slice(0, limit));
		expect(pagesAsked(requests)).toHaveLength(Math.ceil(limit / 50));
	});

	it('is none where nothing matches, and the run succeeds', async () => {
		const { json, error, status } = await list(sandbox, { filters: { email: 'nobody@nowhere' } });
		expect(json).toEqual([]);
		expect(error).toBeUndefined();
		expect(status).toBe('success');
	});
});

describe('A list of several thousand contacts', () => {
	it('comes whole and in order, with at most four pages under way', async () => {
		const sandbox = await startSandbox({ records: { contacts: 4200 }, latency: 20 });
		try {
			const { ids, requests } = await list(sandbox, { options: { pageSize: 200 } });
			const under = requests.map(
				({ arrivedAt }) =>
					requests.filter(
						(other) => other.arrivedAt <= arrivedAt && (other.answeredAt ?? 0) > arrivedAt,
					).length,
			);

			expect(ids).toEqual(sandbox.nexudus.contacts.all().map(({ Id }) => Id));
			expect(requests).toHaveLength(21);
			expect(Math.max(...under)).toBeLessThanOrEqual(4);
		} finally {
			await sandbox.close();
		}
	});
});
