import { createRequire } from 'node:module';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
	deletedItems,
	deletionsOf,
	newDirectors,
	newNames,
	noted,
	notesFor,
	sent,
	someIds,
	timesStored,
} from './observing';

interface HttpClient {
	interceptors: {
		request: {
			use: (change: (options: { timeout?: number; method?: string }) => object) => number;
			eject: (id: number) => void;
		};
	};
}

/** The HTTP client that n8n itself sends with. */
const httpClient = createRequire(require.resolve('n8n-core'))('axios') as HttpClient;

/** The time-outs run this much faster here. */
const FASTER = 60;

describe('An answer that never comes', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let interceptor: number;
	let allowed: Record<string, Set<number | undefined>>;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		allowed = {};
		interceptor = httpClient.interceptors.request.use((options) => {
			const method = String(options.method).toUpperCase();
			allowed[method] = (allowed[method] ?? new Set()).add(options.timeout);
			return { ...options, timeout: Number(options.timeout) / FASTER };
		});
	});

	afterEach(async () => {
		httpClient.interceptors.request.eject(interceptor);
		await sandbox.close();
	});

	it('is waited for 30 seconds where something is read, and then asked for again', async () => {
		nexudus.fail({ when: { method: 'GET', nth: 1 }, how: 'never answers' });
		const { json, error } = await sandbox.run({ operation: 'getAll', limit: 5 });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(5);
		expect(allowed.GET).toEqual(new Set([30_000]));
		expect(sent(nexudus, 'GET')).toBe(2);
	});

	it.each([
		['never answers', 5],
		['never answers after', 4],
	] as const)('is waited for a minute where something is written (%s)', async (how, writes) => {
		nexudus.fail({ when: { method: 'PUT', nth: 2 }, how });
		const ids = someIds(nexudus, 4);
		const [parameters, items] = notesFor(ids);
		const { json, error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(json).toEqual(ids.map((id) => nexudus.contacts.get(id)));
		expect(allowed.PUT).toEqual(new Set([60_000]));
		expect(sent(nexudus, 'PUT')).toBe(writes);
	});

	it('to a creation is reported in words, and not repeated', async () => {
		nexudus.fail({ when: { method: 'POST' }, how: 'never answers after' });
		const [parameters, items] = newDirectors(nexudus, 1);
		const { error } = await sandbox.run(parameters, { items });
		expect(error?.message).toBe(
			'Nexudus could not create the contract contact: no answer came in time, so it may have been created [item 0]',
		);
		expect(error?.description).toContain('Look in Nexudus before you run this item again.');
		expect(allowed.POST).toEqual(new Set([60_000]));
		expect(timesStored(nexudus, newNames(1))).toEqual([1]);
		expect(sent(nexudus, 'POST')).toBe(1);
	});

	it('to a deletion is found out by looking', async () => {
		nexudus.fail({ when: { method: 'DELETE', nth: 1 }, how: 'never answers after' });
		const ids = someIds(nexudus, 2);
		const expected = deletedItems(nexudus, ids);
		const [parameters, items] = deletionsOf(ids);
		const { json, error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(json).toEqual(expected);
		expect(sent(nexudus, 'DELETE')).toBe(2);
	});
});
