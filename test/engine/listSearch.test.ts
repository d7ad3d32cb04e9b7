import './engine';
import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { LIST_ONLY_TOKEN } from '../../sandbox/nexudus/accounts';
import { DOCUMENTED } from '../../sandbox/nexudus/assumptions';
import type { CoworkerContract } from '../../sandbox/nexudus/records/lookUps';
import { additionalData } from './additionalData';
import { builtPackage, nodeTypes } from './nodeTypes';
import type { Sandbox } from './sandbox';
import { accessToken, startSandbox } from './sandbox';

const TYPE_NAMES = ['None', 'Director', 'Company Alias', 'Nominated Recipient'];
const searches = [
	{ search: 'searchContractContacts', role: 'ContractContact-List' },
	{ search: 'searchCoworkerContracts', role: 'CoworkerContract-List' },
	{ search: 'searchCoworkers', role: 'Coworker-List' },
	{ search: 'searchCountries', role: 'Country-List' },
];

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ records: { contacts: 2000 } });
});

afterEach(() => {
	sandbox.nexudus.assume(DOCUMENTED);
	sandbox.nexudus.clearFaults();
});

afterAll(async () => await sandbox.close());

/** Asks a list search for rows in the way n8n's editor does: a node of its own, no execution. */
async function ask(
	search: string,
	filter?: string,
	paginationToken?: string,
	token = 'sandbox-token',
): Promise<INodeListSearchResult> {
	const type = 'n8n-nodes-nexudus.contractContact';
	const workflow = new Workflow({
		nodes: [
			{
				id: 'temporary',
				name: 'Temp-Node',
				type,
				typeVersion: 1,
				position: [0, 0],
				parameters: { authentication: 'accessToken', operation: 'get' },
				credentials: { nexudusApi: { id: 'nexudusApi', name: 'Nexudus' } },
			},
		],
		connections: {},
		active: false,
		nodeTypes: nodeTypes(),
	});
	const values = { nexudusApi: accessToken(sandbox.nexudus.url, token) };
	const context = new LoadOptionsContext(
		workflow,
		workflow.nodes['Temp-Node'],
		additionalData({ values }),
		'parameters.contractContactId',
	);
	const node = builtPackage.getNode('contractContact').type;
	const method = 'methods' in node ? node.methods?.listSearch?.[search] : undefined;
	if (!method) throw new Error(`The built node has no list search ${search}`);
	return await method.call(context, filter, paginationToken);
}

/** Scrolls a list to its end. */
async function scroll(search: string, filter?: string): Promise<INodeListSearchItems[]> {
	const rows: INodeListSearchItems[] = [];
	let token: string | undefined;
	do {
		const answer = await ask(search, filter, token);
		rows.push(...answer.results);
		token = answer.paginationToken as string | undefined;
	} while (token !== undefined);
	return rows;
}

function contractLabel(contract: CoworkerContract): string {
	const who = contract.CoworkerCompanyName ?? contract.CoworkerFullName;
	return `${who} – ${contract.TariffName} (#${contract.Id}${contract.Cancelled ? ', cancelled' : ''})`;
}

function labels(rows: INodeListSearchItems[]): Map<unknown, string> {
	return new Map(rows.map(({ name, value }) => [value, name]));
}

describe('A list to choose a record from', () => {
	it('shows each contact once, by name, company, type, plan, contract and number', async () => {
		const rows = await scroll('searchContractContacts');
		const expected = sandbox.nexudus.contacts.all().map((contact): [number, string] => {
			const company = contact.CoworkerCompanyName ? ` – ${contact.CoworkerCompanyName}` : '';
			const name = contact.FullName ?? contact.CoworkerFullName;
			const type = TYPE_NAMES[contact.ContractContactType];
			const contract = `${contact.CoworkerContractTariffName}, contract #${contact.CoworkerContractId}`;
			return [contact.Id, `${name}${company} (${type}, ${contract}, #${contact.Id})`];
		});

		expect(rows).toHaveLength(2000);
		expect(labels(rows)).toEqual(new Map(expected));
	});

	it('shows each contract once, by company, plan and number, the cancelled ones last', async () => {
		const rows = await scroll('searchCoworkerContracts');
		const { contracts } = sandbox.nexudus;
		const cancelled = contracts.filter(({ Cancelled }) => Cancelled).map(({ Id }) => Id);

		expect(rows).toHaveLength(contracts.length);
		expect(labels(rows)).toEqual(
			new Map(contracts.map((contract) => [contract.Id, contractLabel(contract)])),
		);
		expect(cancelled.length).toBeGreaterThan(20);
		expect(new Set(rows.slice(-cancelled.length).map(({ value }) => value))).toEqual(
			new Set(cancelled),
		);
	});

	it('shows each coworker once, by name and company', async () => {
		const rows = await scroll('searchCoworkers');
		const expected = sandbox.nexudus.coworkers.map(
			({ Id, FullName, CompanyName }): [number, string] => [
				Id,
				CompanyName ? `${FullName} – ${CompanyName}` : FullName,
			],
		);

		expect(rows).toHaveLength(expected.length);
		expect(labels(rows)).toEqual(new Map(expected));
	});

	it('shows each country once, by name and code, in the order of the names', async () => {
		const rows = await scroll('searchCountries');
		const { countries } = sandbox.nexudus;

		expect(labels(rows)).toEqual(
			new Map(countries.map(({ Id, Name, TwoDigitsCode }) => [Id, `${Name} (${TwoDigitsCode})`])),
		);
		expect(rows).toHaveLength(countries.length);
		expect(rows[0].name).toBe('Australia (AU)');
	});

	it.each(searches)('is asked for a page at a time: $search', async ({ search }) => {
		sandbox.nexudus.clearRequests();
		const { results } = await ask(search);

		expect(results.length).toBeGreaterThanOrEqual(20);
		expect(results.length).toBeLessThanOrEqual(100);
		expect(sandbox.nexudus.requests.length).toBeLessThanOrEqual(2);
	});
});

describe('Searching such a list', () => {
	it.each(['harbour', 'BLEU & ROUGE', 'C++', 'facade'])(
		'finds contracts by company: %s',
		async (text) => {
			const rows = await scroll('searchCoworkerContracts', text);
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
			const rows = await scroll('searchCoworkerContracts', text);
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
		const rows = await scroll(search, ` ${text} `);

		expect(rows.map(({ value }) => value)).toContain(id);
		expect(rows.every(({ name }) => plain(name).includes(plain(text)))).toBe(true);
	});

	it.each([
		['its number', 'searchContractContacts', '87000001', 87000001],
		['its number with a sign before it', 'searchContractContacts', '#87000001', 87000001],
		['the number of a coworker', 'searchCoworkers', '1210400', 1210400],
		['the code of a country', 'searchCountries', 'ie', 1093],
	])('finds a record by %s', async (_what, search, text, id) => {
		const rows = await scroll(search, text);
		expect(rows.map(({ value }) => value)).toContain(id);
		expect(new Set(rows.map(({ value }) => value)).size).toBe(rows.length);
	});

	it('finds a contract by its number', async () => {
		const { Id } = sandbox.nexudus.contracts[5];
		const rows = await scroll('searchCoworkerContracts', `#${Id}`);
		expect(rows.map(({ value }) => value)).toEqual([Id]);
	});

	it('finds by number with the role to list alone, and nothing where the number is unknown', async () => {
		sandbox.nexudus.assume({ idFilter: 'works' });
		const found = await ask('searchContractContacts', '87000001', undefined, LIST_ONLY_TOKEN);
		expect(found.results.map(({ value }) => value)).toEqual([87000001]);
		for (const unknownId of [404, 500] as const) {
			sandbox.nexudus.assume({ unknownId });
			expect(await ask('searchContractContacts', '99999999')).toEqual({ results: [] });
		}
		sandbox.nexudus.assume({ idFilter: 'refused' });
		const refused = await ask('searchContractContacts', '87000001', undefined, LIST_ONLY_TOKEN);
		expect(refused).toEqual({ results: [] });
	});

	it('finds contacts by what their row shows: the coworker’s name, plan, contract, type', async () => {
		const contact = sandbox.nexudus.contacts.all().find(({ FullName }) => FullName === null);
		if (!contact) throw new Error('The sample has no contact without a name of its own');
		const { CoworkerFullName, CoworkerContractId, CoworkerContractTariffName, Id } = contact;
		const texts = [CoworkerFullName, `contract #${CoworkerContractId}`, CoworkerContractTariffName];
		for (const text of [...texts, TYPE_NAMES[contact.ContractContactType]]) {
			const rows = await scroll('searchContractContacts', String(text));
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
			const rows = await scroll('searchContractContacts', String(email));
			expect(rows.map(({ value }) => value)).toContain(contact?.Id);
		}
		const [{ Id, Email }] = sandbox.nexudus.coworkers;
		const rows = await scroll('searchCoworkers', Email);
		expect(rows.map(({ value }) => value)).toContain(Id);
	});

	it('searches for half an emoji without harm, and not for what is too long', async () => {
		for (const { search } of searches) {
			expect(await ask(search, 'Zo\uD83D')).toEqual({ results: [] });
			await expect(ask(search, '\u200B'.repeat(3))).resolves.not.toEqual({ results: [] });
			await expect(ask(search, 'a'.repeat(20_000))).rejects.toThrow('is too long for a filter');
		}
	});

	it('gives nothing where nothing is found', async () => {
		expect(await ask('searchCoworkers', 'Nobody At All')).toEqual({ results: [] });
	});

	it('gives only what was searched for where Nexudus ignores the filter', async () => {
		const expected = await scroll('searchCoworkers', 'novak');
		sandbox.nexudus.assume({ ignoredFilters: ['Coworker_FullName'] });

		expect(expected.length).toBeGreaterThan(0);
		expect(await scroll('searchCoworkers', 'novak')).toEqual(expected);
	});

	it('keeps cancelled contracts last where Nexudus ignores that filter', async () => {
		const expected = await scroll('searchCoworkerContracts', 'novak');
		sandbox.nexudus.assume({ ignoredFilters: ['CoworkerContract_Cancelled'] });
		expect(await scroll('searchCoworkerContracts', 'novak')).toEqual(expected);
	});
});

describe('A list that Nexudus refuses', () => {
	it.each([401, 403] as const)(
		'names the role that is missing, answered with %i',
		async (status) => {
			sandbox.nexudus.assume({ missingRole: status });
			for (const { search, role } of searches.slice(1)) {
				const asked = ask(search, undefined, undefined, LIST_ONLY_TOKEN);
				await expect(asked).rejects.toMatchObject({
					httpCode: String(status),
					description: expect.stringContaining(role),
				});
			}
		},
	);

	it('is no matter for the contacts, which need only the role to list them', async () => {
		const { results } = await ask('searchContractContacts', undefined, undefined, LIST_ONLY_TOKEN);
		expect(results.length).toBeGreaterThan(0);
	});
});

function plain(text: string | null): string {
	return (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
