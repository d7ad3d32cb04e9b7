import { LIST_ONLY_TOKEN } from '../../../sandbox/nexudus/accounts';
import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { ask, contractLabel, labels, scroll, searches, TYPE_NAMES } from './picking';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ records: { contacts: 2000 } });
});

afterEach(() => {
	sandbox.nexudus.assume(DOCUMENTED);
	sandbox.nexudus.clearFaults();
});

afterAll(async () => await sandbox.close());

describe('A list to choose a record from', () => {
	it('shows each contact once, by name, company, type, plan, contract and number', async () => {
		const rows = await scroll(sandbox, 'searchContractContacts');
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
		const rows = await scroll(sandbox, 'searchCoworkerContracts');
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
		const rows = await scroll(sandbox, 'searchCoworkers');
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
		const rows = await scroll(sandbox, 'searchCountries');
		const { countries } = sandbox.nexudus;

		expect(labels(rows)).toEqual(
			new Map(countries.map(({ Id, Name, TwoDigitsCode }) => [Id, `${Name} (${TwoDigitsCode})`])),
		);
		expect(rows).toHaveLength(countries.length);
		expect(rows[0].name).toBe('Australia (AU)');
	});

	it.each(searches)('is asked for a page at a time: $search', async ({ search }) => {
		sandbox.nexudus.clearRequests();
		const { results } = await ask(sandbox, search);

		expect(results.length).toBeGreaterThanOrEqual(20);
		expect(results.length).toBeLessThanOrEqual(100);
		expect(sandbox.nexudus.requests.length).toBeLessThanOrEqual(2);
	});
});

describe('A list that Nexudus refuses', () => {
	it.each([401, 403] as const)(
		'names the role that is missing, answered with %i',
		async (status) => {
			sandbox.nexudus.assume({ missingRole: status });
			for (const { search, role } of searches.slice(1)) {
				const asked = ask(sandbox, search, undefined, undefined, LIST_ONLY_TOKEN);
				await expect(asked).rejects.toMatchObject({
					httpCode: String(status),
					description: expect.stringContaining(role),
				});
			}
		},
	);

	it('is no matter for the contacts, which need only the role to list them', async () => {
		const { results } = await ask(
			sandbox,
			'searchContractContacts',
			undefined,
			undefined,
			LIST_ONLY_TOKEN,
		);
		expect(results.length).toBeGreaterThan(0);
	});
});
