import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { contractsThat, listContracts, withRoles } from './listing';

const CONTACTS = '/api/billing/contractcontacts';
const DIRECTOR = 1;
const CLEARED = [2, 6];

const KINDS: Record<string, (contact: ContractContact) => boolean> = {
	any: () => true,
	director: ({ ContractContactType }) => ContractContactType === DIRECTOR,
	clearedDirector: ({ ContractContactType, AmlCheckStatus }) =>
		ContractContactType === DIRECTOR && CLEARED.includes(AmlCheckStatus),
};

/** Ids of the contracts to which no contact of a kind belongs. */
function lacking(sandbox: Sandbox, kind: string): number[] {
	const owners = new Set(
		sandbox.nexudus.contacts
			.all()
			.filter(KINDS[kind])
			.map(({ CoworkerContractId }) => CoworkerContractId),
	);
	return contractsThat(sandbox, ({ Id }) => !owners.has(Id));
}

describe('Contracts that lack a contact', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => {
		sandbox.nexudus.assume(DOCUMENTED);
		sandbox.nexudus.clearFaults();
	});

	afterAll(async () => await sandbox.close());

	it.each(Object.keys(KINDS))('are found, and no others: %s', async (kind) => {
		const { ids, error } = await listContracts(sandbox, { filters: { contactsMissing: kind } });
		expect(error).toBeUndefined();
		expect(ids).toEqual(lacking(sandbox, kind));
		expect(ids.length).toBeGreaterThan(10);
	});

	it.each(Object.keys(KINDS))('are found where Nexudus ignores every filter: %s', async (kind) => {
		sandbox.nexudus.assume({
			ignoredFilters: [
				'ContractContact_ContractContactType',
				'ContractContact_AmlCheckStatus',
				'ContractContact_CoworkerContract',
				'CoworkerContract_Active',
			],
		});
		const { ids } = await listContracts(sandbox, {
			filters: { contactsMissing: kind, active: true },
		});
		const active = contractsThat(sandbox, ({ Active }) => Active);
		expect(ids).toEqual(lacking(sandbox, kind).filter((id) => active.includes(id)));
	});

	it('take the label as well, and refuse what is no choice', async () => {
		const { ids } = await listContracts(sandbox, { filters: { contactsMissing: 'No Director' } });
		expect(ids).toEqual(lacking(sandbox, 'director'));
		const { error, requests } = await listContracts(sandbox, {
			filters: { contactsMissing: '={{ "nobody" }}' },
		});
		expect(error?.message).toContain(
			"'Contacts Missing' in 'Filters' must be one of: any, director",
		);
		expect(requests).toEqual([]);
	});

	it('come in the order asked for, as many as the limit says', async () => {
		const { ids } = await listContracts(sandbox, {
			returnAll: false,
			limit: 5,
			filters: { contactsMissing: 'director', active: true },
			sort: { by: { field: 'Id', direction: 'desc' } },
		});
		const active = contractsThat(sandbox, ({ Active }) => Active);
		const all = lacking(sandbox, 'director').filter((id) => active.includes(id));
		expect(ids).toEqual([...all].reverse().slice(0, 5));
	});

	it('are told with a hint where neither Active nor a plan is filtered by', async () => {
		const hintsOf = async (filters: object): Promise<string[]> =>
			(await listContracts(sandbox, { filters: { contactsMissing: 'any', ...filters } })).hints;
		expect(await hintsOf({})).toEqual([expect.stringContaining('no field tells a virtual office')]);
		expect(await hintsOf({ active: true })).toEqual([]);
		expect(await hintsOf({ tariffName: 'Virtual Office' })).toEqual([]);
		expect(await hintsOf({ tariffId: 95_210 })).toEqual([]);
	});

	it('ask for the contacts of one contract alone where there is but one', async () => {
		const [id] = lacking(sandbox, 'any');
		const { PoBoxNumber, CoworkerEmail } = sandbox.nexudus.contracts.find(({ Id }) => Id === id)!;
		const { requests, ids } = await listContracts(sandbox, {
			filters: {
				contactsMissing: 'any',
				coworkerEmail: CoworkerEmail ?? '',
				...(PoBoxNumber ? { poBoxNumber: PoBoxNumber } : { issuedByName: 'Northlight' }),
				billingDay: sandbox.nexudus.contracts.find(({ Id }) => Id === id)!.BillingDay,
			},
		});
		expect(ids).toEqual([id]);
		const [, ofContacts] = requests;
		expect(requests).toHaveLength(2);
		expect(ofContacts.query).toContainEqual(['ContractContact_CoworkerContract', String(id)]);
	}); // prettier-ignore

	it('are a failure where the contacts can’t be listed whole', async () => {
		sandbox.nexudus.fail({
			when: { path: new RegExp(`^${CONTACTS}$`) },
			how: {
				status: 200,
				body: { Records: [], TotalItems: 320, HasNextPage: false, CurrentPage: 1 },
			},
		});
		const { error, json } = await listContracts(sandbox, {
			filters: { contactsMissing: 'director' },
		});
		expect(error?.message).toContain('Nexudus gave 0 contract contacts where all 320 are needed');
		expect(json).toEqual([]);
	});

	it('are refused in words without the role to list contacts', async () => {
		const { error, json } = await listContracts(
			sandbox,
			{ filters: { contactsMissing: 'director' } },
			withRoles(sandbox, 'CoworkerContract-List'),
		);
		expect(`${error?.message} ${error?.description}`).toContain('ContractContact-List');
		expect(json).toEqual([]);
	});
});

describe('Contracts without a director, among many', () => {
	it('take at most 16 requests for 5,000 contracts and 10,000 contacts', async () => {
		const sandbox = await startSandbox({ records: { contacts: 10_000, contracts: 5_000 } });
		try {
			for (const ignoredFilters of [[], ['ContractContact_ContractContactType']]) {
				sandbox.nexudus.assume({ ignoredFilters });
				const { ids, requests } = await listContracts(sandbox, {
					filters: { contactsMissing: 'director' },
				});
				expect(ids).toEqual(lacking(sandbox, 'director'));
				expect(requests.length).toBeLessThanOrEqual(16);
			}
		} finally {
			await sandbox.close();
		}
	});
});
