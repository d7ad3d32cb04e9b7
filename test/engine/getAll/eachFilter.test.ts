import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { equalityFilters, rangeFilters } from './documentedFilters';
import { filtersSent, idsThatMatch, list, pagesAsked } from './listing';

describe('Each filter of Get Many', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it('is one of 32 values and 14 ends of ranges, each with a name of its own', () => {
		expect(equalityFilters).toHaveLength(32);
		expect(rangeFilters).toHaveLength(14);
		const names = [...equalityFilters, ...rangeFilters].flatMap(({ parameter, query }) => [
			parameter,
			query,
		]);
		expect(new Set(names).size).toBe(92);
	});

	it.each([...equalityFilters, ...rangeFilters])(
		'$parameter asks for $query=$sent and gives exactly the contacts that match',
		async ({ parameter, value, query, sent, matches }) => {
			const expected = idsThatMatch(sandbox, matches);
			expect(expected.length).toBeGreaterThan(0);
			expect(expected.length).toBeLessThan(sandbox.nexudus.contacts.count);

			const { ids, requests, error, hints } = await list(sandbox, {
				filters: { [parameter]: value },
			});

			expect(error).toBeUndefined();
			expect(pagesAsked(requests)).toHaveLength(1);
			expect(filtersSent(requests)).toEqual([[query, sent]]);
			expect(ids).toEqual(expected);
			expect(hints).toEqual([]);
		},
	);

	it('asks for all filters together, and gives the contacts that meet each of them', async () => {
		const chosen = [...equalityFilters, ...rangeFilters].filter(({ parameter }) =>
			['countryName', 'amlCheckDateTo', 'coworkerContractQuantity', 'cityName'].includes(parameter),
		);
		const expected = idsThatMatch(sandbox, (contact) =>
			chosen.every(({ matches }) => matches(contact)),
		);

		const { ids, requests } = await list(sandbox, {
			filters: Object.fromEntries(chosen.map(({ parameter, value }) => [parameter, value])),
		});

		expect(Object.fromEntries(filtersSent(requests))).toEqual(
			Object.fromEntries(chosen.map(({ query, sent }) => [query, sent])),
		);
		expect(ids).toEqual(expected);
		expect(expected.length).toBeGreaterThan(0);
	});
});
