import { LIST_ONLY_TOKEN } from '../../../sandbox/nexudus/accounts';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { ask, contractLabel, labels, plain, scroll, searches, TYPE_NAMES } from './picking';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ records: { contacts: 2000 } });
});

afterEach(() => {
	sandbox.nexudus.assume(DOCUMENTED);
	sandbox.nexudus.clearFaults();
});

afterAll(async () => await sandbox.close());

describe('Searching such a list', () => {
	it.each(['harbour', 'BLEU & ROUGE', 'C++', 'facade'])(
		'finds contracts by company: %s',
		async (text) => {
			const rows = await scroll(sandbox, 'searchCoworkerContracts', text);
			const expected = sandbox.nexudus.contracts.filter(({ CoworkerCompanyName }) =>
				plain(CoworkerCompanyName).includes(plain(text)),
			);

			expect(expected.length).toBeGreaterThan(0);
			expect(rows).toHaveLength(expected.length);
			expect(labels(rows)).toEqual(new Map(expected.map((one) => [one.Id, contractLabel(one)])));
		},
	);

	it.each(['novák', "D'Angelo", 'Smith', 'an'])(
		'finds contracts by coworker and plan too, and none of them twice: %s',
		async (text) => {
			const rows = await scroll(sandbox, 'searchCoworkerContracts', text);
			const expected = sandbox.nexudus.contracts.filter(
				({ CoworkerCompanyName, CoworkerFullName, TariffName }) =>
					[CoworkerCompanyName, CoworkerFullName, TariffName].some((name) =>
						plain(name).includes(plain(text)),
					),
			);
			const firstCancelled = rows.findIndex(({ name }) => name.endsWith(', cancelled)'));
			const afterIt = firstCancelled < 0 ? [] : rows.slice(firstCancelled);

			expect(expected.length).toBeGreaterThan(0);
			expect(rows.map(({ value }) => value).sort()).toEqual(expected.map(({ Id }) => Id).sort());
			expect(afterIt.every(({ name }) => name.endsWith(', cancelled)'))).toBe(true);
		},
	);

	it.each([
		{ search: 'searchContractContacts', text: "o'neill-garcía", id: 87000001 },
		{ search: 'searchCoworkers', text: "tomas d'angelo", id: 1210400 },
		{ search: 'searchCountries', text: 'irel', id: 1093 },
	])('finds $text', async ({ search, text, id }) => {
		const rows = await scroll(sandbox, search, ` ${text} `);

		expect(rows.map(({ value }) => value)).toContain(id);
		expect(rows.every(({ name }) => plain(name).includes(plain(text)))).toBe(true);
	});

	it.each([
		['its number', 'searchContractContacts', '87000001', 87000001],
		['its number with a sign before it', 'searchContractContacts', '#87000001', 87000001],
		['the number of a coworker', 'searchCoworkers', '1210400', 1210400],
		['the code of a country', 'searchCountries', 'ie', 1093],
	])('finds a record by %s', async (_what, search, text, id) => {
		const rows = await scroll(sandbox, search, text);
		expect(rows.map(({ value }) => value)).toContain(id);
		expect(new Set(rows.map(({ value }) => value)).size).toBe(rows.length);
	});

	it('finds a contract by its number', async () => {
		const { Id } = sandbox.nexudus.contracts[5];
		const rows = await scroll(sandbox, 'searchCoworkerContracts', `#${Id}`);
		expect(rows.map(({ value }) => value)).toEqual([Id]);
	});

	it('finds by number with the role to list alone, and nothing where the number is unknown', async () => {
		sandbox.nexudus.assume({ idFilter: 'works' });
		const found = await ask(
			sandbox,
			'searchContractContacts',
			'87000001',
			undefined,
			LIST_ONLY_TOKEN,
		);
		expect(found.results.map(({ value }) => value)).toEqual([87000001]);
		for (const unknownId of [404, 500] as const) {
			sandbox.nexudus.assume({ unknownId });
			expect(await ask(sandbox, 'searchContractContacts', '99999999')).toEqual({ results: [] });
		}
		sandbox.nexudus.assume({ idFilter: 'refused' });
		const refused = await ask(
			sandbox,
			'searchContractContacts',
			'87000001',
			undefined,
			LIST_ONLY_TOKEN,
		);
		expect(refused).toEqual({ results: [] });
	});

	it('finds contacts by what their row shows: the coworker’s name, plan, contract, type', async () => {
		const contact = sandbox.nexudus.contacts.all().find(({ FullName }) => FullName === null);
		if (!contact) throw new Error('The sample has no contact without a name of its own');
		const { CoworkerFullName, CoworkerContractId, CoworkerContractTariffName, Id } = contact;
		const texts = [CoworkerFullName, `contract #${CoworkerContractId}`, CoworkerContractTariffName];
		for (const text of [...texts, TYPE_NAMES[contact.ContractContactType]]) {
			const rows = await scroll(sandbox, 'searchContractContacts', String(text));
			expect(rows.map(({ value }) => value)).toContain(Id);
		}
	});

	it('finds people by email, their own and their coworker’s, once an @ is typed', async () => {
		const contacts = sandbox.nexudus.contacts.all();
		const own = contacts.find(({ Email }) => Email);
		const linked = contacts.find(({ Email, CoworkerEmail }) => !Email && CoworkerEmail);
		for (const [contact, email] of [
			[own, own?.Email],
			[linked, linked?.CoworkerEmail],
		] as const) {
			const rows = await scroll(sandbox, 'searchContractContacts', String(email));
			expect(rows.map(({ value }) => value)).toContain(contact?.Id);
		}
		const [{ Id, Email }] = sandbox.nexudus.coworkers;
		const rows = await scroll(sandbox, 'searchCoworkers', Email);
		expect(rows.map(({ value }) => value)).toContain(Id);
	});

	it('searches for half an emoji without harm, and not for what is too long', async () => {
		for (const { search } of searches) {
			expect(await ask(sandbox, search, 'Zo\uD83D')).toEqual({ results: [] });
			await expect(ask(sandbox, search, '\u200B'.repeat(3))).resolves.not.toEqual({ results: [] });
			await expect(ask(sandbox, search, 'a'.repeat(20_000))).rejects.toThrow(
				'is too long for a filter',
			);
		}
	});

	it('gives nothing where nothing is found', async () => {
		expect(await ask(sandbox, 'searchCoworkers', 'Nobody At All')).toEqual({ results: [] });
	});

	it('gives only what was searched for where Nexudus ignores the filter', async () => {
		const expected = await scroll(sandbox, 'searchCoworkers', 'novak');
		sandbox.nexudus.assume({ ignoredFilters: ['Coworker_FullName'] });

		expect(expected.length).toBeGreaterThan(0);
		expect(await scroll(sandbox, 'searchCoworkers', 'novak')).toEqual(expected);
	});

	it('keeps cancelled contracts last where Nexudus ignores that filter', async () => {
		const expected = await scroll(sandbox, 'searchCoworkerContracts', 'novak');
		sandbox.nexudus.assume({ ignoredFilters: ['CoworkerContract_Cancelled'] });
		expect(await scroll(sandbox, 'searchCoworkerContracts', 'novak')).toEqual(expected);
	});
});
