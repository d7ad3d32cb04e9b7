import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { filtersSent, list, pagesAsked } from '../getAll/listing';

const OWN = 'ContractContact_FullName';
const COWORKERS = 'ContractContact_Coworker_FullName';

describe("The filter 'Name'", () => {
	let sandbox: Sandbox;
	let coworker: { Id: number; FullName: string };
	let ids: Record<'own' | 'lent' | 'both' | 'other', number>;

	beforeAll(async () => {
		sandbox = await startSandbox({ records: 'none' });
		const { contacts, coworkers } = sandbox.nexudus;
		const named = coworkers.find(({ FullName }) => FullName);
		coworker = { Id: Number(named?.Id), FullName: String(named?.FullName) };
		const CoworkerId = coworker.Id;
		ids = {
			both: contacts.add({ FullName: coworker.FullName.toUpperCase(), CoworkerId }).Id,
			lent: contacts.add({ FullName: null as unknown as string, CoworkerId }).Id,
			other: contacts.add({ FullName: 'Rosalind Achterberg' }).Id,
			own: contacts.add({ FullName: `Dr. ${coworker.FullName} MBE`, AmlCheckStatus: 3 }).Id,
		};
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	it('finds people by their own name and by the linked coworker’s, each once, by Id', async () => {
		const found = await list(sandbox, { filters: { name: coworker.FullName } });

		expect(found.ids).toEqual([ids.both, ids.lent, ids.own]);
		expect(found.hints).toEqual([]);
		const sent = pagesAsked(found.requests).map((page) => filtersSent([page]));
		expect(sent).toEqual([[[OWN, coworker.FullName]], [[COWORKERS, coworker.FullName]]]);
	});

	it('finds a part of a name in any case', async () => {
		const found = await list(sandbox, { filters: { name: ' ACHTERB ' } });
		expect(found.ids).toEqual([ids.other]);
	});

	it('goes together with other filters and a limit', async () => {
		const filters = { name: coworker.FullName };
		const matched = await list(sandbox, { filters: { ...filters, amlCheckStatus: [3, 4] } });
		expect(matched.ids).toEqual([ids.own]);
		const limited = await list(sandbox, { filters, returnAll: false, limit: 2 });
		expect(limited.ids).toEqual([ids.both, ids.lent]);
	});

	it('keeps the order of the server where a limit cuts a list sorted by a text', async () => {
		const parameters = {
			sort: { by: { field: 'FullName', direction: 'desc' } },
			returnAll: false,
			limit: 2,
		};
		const all = await list(sandbox, { ...parameters, returnAll: true });
		const found = await list(sandbox, { ...parameters, filters: { name: coworker.FullName } });

		expect(found.ids).toEqual(all.ids.filter((id) => id !== ids.other).slice(0, 2));
		expect(filtersSent(found.requests)).toEqual([]);
		expect(found.hints).toEqual([]);
	});

	it.each([
		{ FullName: 'equals', CoworkerFullName: 'contains' },
		{ FullName: 'contains', CoworkerFullName: 'equals' },
	] as const)('finds whole names where the server compares as %j', async (textFilters) => {
		sandbox.nexudus.assume({ textFilters });
		const { ids: found } = await list(sandbox, { filters: { name: coworker.FullName } });
		expect(found).toEqual(expect.arrayContaining([ids.both, ids.lent]));
		expect(found).not.toContain(ids.other);
	});

	it('leaves out what a server gives that knows neither filter, and says so', async () => {
		sandbox.nexudus.assume({ ignoredFilters: [OWN, COWORKERS] });
		const found = await list(sandbox, { filters: { name: coworker.FullName } });

		expect(found.ids).toEqual([ids.both, ids.lent, ids.own]);
		expect(found.hints).toEqual([expect.stringContaining('do not match the filters')]);
	});

	it('compares whole names where that is asked for', async () => {
		const found = await list(sandbox, {
			filters: { name: coworker.FullName },
			options: { textMatch: 'exact' },
		});
		expect(found.ids).toEqual([ids.both, ids.lent]);
	});

	it('is refused where it came out empty, and left out with Ignore Empty Filters', async () => {
		const filters = { name: '={{ $json.name }}' };
		const refused = await list(sandbox, { filters });
		expect(refused.error?.message).toBe("'Name' in 'Filters' is empty [item 0]");
		expect(refused.requests).toEqual([]);

		const dropped = await list(sandbox, { filters, options: { ignoreEmptyFilters: true } });
		expect(dropped.ids).toHaveLength(4);
		expect(dropped.hints).toEqual([expect.stringContaining('empty: Name.')]);
	});

	it('that is longer than an address is refused by its name', async () => {
		const { error, requests } = await list(sandbox, { filters: { name: 'Ü'.repeat(2000) } });
		expect(error?.message).toContain("'Name' in 'Filters' is too long for a filter");
		expect(requests).toEqual([]);
	});
});
