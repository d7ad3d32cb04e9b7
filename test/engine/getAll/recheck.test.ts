import type { INodeParameters } from 'n8n-workflow';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { equalityFilters, rangeFilters } from './documentedFilters';
import { column, idsThatMatch, list, pagesAsked } from './listing';
import { holds, is, isOneOf } from './matching';

const DROPPED = 'Nexudus also returned contacts that do not match the filters. They were left out.';

describe('A filter that this Nexudus ignores', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	it.each([...equalityFilters, ...rangeFilters])(
		'never widens the result: $parameter',
		async ({ parameter, value, query, matches }) => {
			sandbox.nexudus.assume({ ignoredFilters: [query] });
			const { ids, hints } = await list(sandbox, { filters: { [parameter]: value } });

			expect(ids).toEqual(idsThatMatch(sandbox, matches));
			expect(hints).toEqual([DROPPED]);
		},
	);

	it.each([1, 5, 10])('still fills a limit of %i, with few requests', async (limit) => {
		sandbox.nexudus.assume({ ignoredFilters: ['ContractContact_AmlCheckStatus'] });
		const { ids, requests } = await list(sandbox, {
			returnAll: false,
			limit,
			filters: { amlCheckStatus: [4] },
		});

		expect(ids).toEqual(idsThatMatch(sandbox, is('AmlCheckStatus', 4)).slice(0, limit));
		expect(requests.length).toBeLessThanOrEqual(3);
	});

	it('still fills a limit that is larger than what matches', async () => {
		sandbox.nexudus.assume({ ignoredFilters: ['ContractContact_AmlCheckStatus'] });
		const { ids, requests } = await list(sandbox, {
			returnAll: false,
			limit: 100,
			filters: { amlCheckStatus: [4] },
		});

		expect(ids).toEqual(idsThatMatch(sandbox, is('AmlCheckStatus', 4)));
		expect(requests).toHaveLength(2);
	});

	it('in one of two filters leaves the other one its effect', async () => {
		sandbox.nexudus.assume({ ignoredFilters: ['ContractContact_Country_Name'] });
		const { ids, hints } = await list(sandbox, {
			filters: { countryName: 'Ireland', amlCheckStatus: [2] },
		});

		expect(ids).toEqual(
			idsThatMatch(
				sandbox,
				(contact) => contact.CountryName === 'Ireland' && contact.AmlCheckStatus === 2,
			),
		);
		expect(hints).toEqual([DROPPED]);
	});

	it('can be the status 0, "not started"', async () => {
		sandbox.nexudus.assume({ statusZeroFilter: 'ignored' });
		const { ids, hints } = await list(sandbox, { filters: { amlCheckStatus: [0] } });

		expect(ids).toEqual(idsThatMatch(sandbox, is('AmlCheckStatus', 0)));
		expect(hints).toEqual([DROPPED]);
	});

	it('can be the status 0 beside another, and no contact comes twice', async () => {
		sandbox.nexudus.assume({ statusZeroFilter: 'ignored' });
		const { ids } = await list(sandbox, { filters: { amlCheckStatus: [3, 0] } });
		expect(ids).toEqual(idsThatMatch(sandbox, isOneOf('AmlCheckStatus', [0, 3])));
	});

	it('gives nothing where nothing matches, rather than everybody', async () => {
		sandbox.nexudus.assume({ ignoredFilters: ['ContractContact_Email'] });
		const { ids, hints, error } = await list(sandbox, {
			filters: { email: 'nobody@nowhere.example' },
		});

		expect(error).toBeUndefined();
		expect(ids).toEqual([]);
		expect(hints).toEqual([DROPPED]);
	});
});

describe('A filter on a field that list rows leave out', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	const leftOut: Array<{ filters: INodeParameters }> = equalityFilters
		.filter(({ parameter }) =>
			['address', 'postCode', 'cityName', 'state', 'notes', 'amlOpenSanctionsResponse', 'amlPappersResponse'].includes(parameter),
		)
		.map(({ parameter, value }) => ({ filters: { [parameter]: value } })); // prettier-ignore

	it.each(leftOut)('reads the full records for the check: $filters', async ({ filters }) => {
		const { ids, requests } = await list(sandbox, { filters });
		const batches = requests.filter(({ rawUrl }) => rawUrl.includes('/?id=['));

		expect(pagesAsked(requests)).toHaveLength(1);
		expect(batches).toHaveLength(Math.ceil(ids.length / 100));
		expect(requests).toHaveLength(1 + batches.length);
	});

	it('reads only those rows in full that meet the other filters', async () => {
		sandbox.nexudus.assume({
			ignoredFilters: ['ContractContact_Notes', 'ContractContact_AmlCheckStatus'],
		});
		const { ids, requests } = await list(sandbox, {
			filters: { notes: '50% of letters', amlCheckStatus: [2] },
			output: 'raw',
		});

		expect(ids).toEqual(
			idsThatMatch(
				sandbox,
				(contact) => contact.AmlCheckStatus === 2 && holds('Notes', '50% of letters')(contact),
			),
		);
		expect(requests).toHaveLength(1 + Math.ceil(168 / 100));
	});

	it('gives the records in full, in the order asked for', async () => {
		const { json } = await list(sandbox, {
			filters: { cityName: 'Dublin' },
			sort: { by: { field: 'Id', direction: 'desc' } },
			output: 'raw',
		});
		const expected = sandbox.nexudus.contacts.all().filter(holds('CityName', 'Dublin')).reverse();

		expect(json).toEqual(expected);
		expect(column(json, 'CityName')).toContain('Dublin');
	});
});
