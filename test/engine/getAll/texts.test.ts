import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { column, filtersSent, list, pagesAsked } from './listing';

const names = [
	'Müller & Söhne + Partner',
	'50% Off #1 Trading?',
	'Seán "Jack" O’Neill',
	"Siobhán D'Arcy-O'Brien",
	'陈伟强',
	'محمد عبد الله',
	'a=b; c/d\\e | f',
	'Łukasz Wójcik',
	'Ada [1] {2} <3> ~^`',
	'Name=Value&dir=1&page=9',
	'Smile 😀 Ltd',
	'Tab\tand line\nbreak',
	'+44 plus first',
];

describe('A text in a filter of Get Many', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ records: 'none' });
		for (const FullName of names) sandbox.nexudus.contacts.add({ FullName, Notes: FullName });
	});

	afterAll(async () => await sandbox.close());

	it.each(names)('arrives to the letter: %s', async (fullName) => {
		const { json, requests } = await list(sandbox, { filters: { fullName } });

		expect(filtersSent(requests)).toEqual([['ContractContact_FullName', fullName]]);
		expect(column(json, 'FullName')).toEqual([fullName]);
	});

	it.each(names)('arrives to the letter from an expression: %s', async (name) => {
		const { requests } = await list(
			sandbox,
			{ filters: { notes: '={{ $json.name }}' } },
			{ items: [{ name }] },
		);
		expect(filtersSent(requests)).toEqual([['ContractContact_Notes', name]]);
	});

	it('can’t add a query parameter of its own', async () => {
		const { requests } = await list(sandbox, { filters: { fullName: 'x&size=1&dir=1#' } });
		const [page] = pagesAsked(requests);

		expect(page.query.map(([name]) => name)).toEqual([
			'page',
			'size',
			'ContractContact_FullName',
			'orderBy',
			'dir',
		]);
	});

	it.each([
		{ fullName: 'SEÁN', found: names[2] },
		{ fullName: 'muller', found: names[0] },
		{ fullName: 'söhne', found: names[0] },
		{ fullName: 'SIOBHAN', found: names[3] },
	])('finds a part in any case and with any accents: $fullName', async ({ fullName, found }) => {
		const { json, hints } = await list(sandbox, { filters: { fullName } });

		expect(column(json, 'FullName')).toEqual([found]);
		expect(hints).toEqual([]);
	});
});

describe('Exact text match in Get Many', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ records: 'none' });
		for (const FullName of [
			'Grace Bellamy',
			'grace bellamy',
			'Grace Bellamy-Kofi',
			'Gráce Bellamy',
		]) {
			sandbox.nexudus.contacts.add({ FullName, AmlNotes: 'Passport seen' });
		}
	});

	afterAll(async () => await sandbox.close());

	afterEach(() => sandbox.nexudus.assume({ textFilters: 'contains' }));

	it.each(['contains', 'equals'] as const)(
		'compares the whole text, ignoring case, where Nexudus compares with "%s"',
		async (textFilters) => {
			sandbox.nexudus.assume({ textFilters });
			const { json } = await list(sandbox, {
				filters: { fullName: 'Grace Bellamy' },
				options: { textMatch: 'exact' },
			});
			expect(column(json, 'FullName')).toEqual(['Grace Bellamy', 'grace bellamy']);
		},
	);

	it('fills the limit with exact matches', async () => {
		const { json } = await list(sandbox, {
			returnAll: false,
			limit: 2,
			filters: { fullName: 'Grace Bellamy' },
			sort: { by: { field: 'Id', direction: 'desc' } },
			options: { textMatch: 'exact' },
		});
		expect(column(json, 'FullName')).toEqual(['grace bellamy', 'Grace Bellamy']);
	});

	it('counts for the other text filters too, and for none that is no text', async () => {
		const { json } = await list(sandbox, {
			filters: { amlNotes: 'PASSPORT', contractContactType: [1] },
			options: { textMatch: 'exact' },
		});
		expect(json).toEqual([]);
	});
});
