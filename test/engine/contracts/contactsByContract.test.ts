import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { CoworkerContract } from '../../../sandbox/nexudus/records/coworkerContract';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { listContacts, simplifiedContract, withRoles } from './listing';

const CONTRACTS = '/api/billing/coworkercontracts';

function contractOf(sandbox: Sandbox, id: unknown): CoworkerContract | undefined {
	return sandbox.nexudus.contracts.find(({ Id }) => Id === id);
}

/** Ids of the contacts whose contract matches. */
function contactsWhose(
	sandbox: Sandbox,
	matches: (contract: CoworkerContract) => boolean,
): number[] {
	const isMeant = ({ CoworkerContractId }: ContractContact): boolean => {
		const contract = contractOf(sandbox, CoworkerContractId);
		return contract !== undefined && matches(contract);
	};
	return sandbox.nexudus.contacts
		.all()
		.filter(isMeant)
		.map(({ Id }) => Id);
}

describe('Contacts with their contract', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => {
		sandbox.nexudus.assume(DOCUMENTED);
		sandbox.nexudus.clearFaults();
	});

	afterAll(async () => await sandbox.close());

	it.each(['simplified', 'raw', 'selected'])('come with it in every output: %s', async (output) => {
		const { json, requests } = await listContacts(sandbox, {
			output,
			outputFields: ['FullName'],
			options: { addContract: true },
		});
		const contacts = sandbox.nexudus.contacts.all();
		expect(json.map(({ CoworkerContract }) => CoworkerContract)).toEqual(
			contacts.map(({ CoworkerContractId }) =>
				simplifiedContract(contractOf(sandbox, CoworkerContractId)),
			),
		);
		if (output === 'selected') {
			expect(Object.keys(json[0])).toEqual(['Id', 'FullName', 'CoworkerContract']);
		}
		expect(requests.filter(({ path }) => path.startsWith(CONTRACTS))).toHaveLength(1);
	});

	it('come without it, and without a request for it, unless it is asked for', async () => {
		const { json, requests } = await listContacts(sandbox, {});
		expect(json[0]).not.toHaveProperty('CoworkerContract');
		expect(requests).toHaveLength(1);
	});

	it('come with it in the order and number asked for', async () => {
		const { json } = await listContacts(sandbox, {
			returnAll: false,
			limit: 7,
			sort: { by: { field: 'FullName', direction: 'desc' } },
			options: { addContract: true },
		});
		expect(json).toHaveLength(7);
		for (const { CoworkerContractId, CoworkerContract } of json) {
			expect(CoworkerContract).toMatchObject({ Id: CoworkerContractId });
		}
	});

	it('come with it by Get, several at once', async () => {
		const contacts = sandbox.nexudus.contacts.all().slice(0, 12);
		const { json, requests, error } = await listContacts(
			sandbox,
			{
				operation: 'get',
				contractContactId: byId('={{ $json.Id }}'),
				options: { addContract: true },
			},
			{ items: contacts.map(({ Id }) => ({ Id })) },
		);
		expect(error).toBeUndefined();
		expect(json.map(({ CoworkerContract }) => CoworkerContract)).toEqual(
			contacts.map(({ CoworkerContractId }) =>
				simplifiedContract(contractOf(sandbox, CoworkerContractId)),
			),
		);
		expect(requests).toHaveLength(2);
	});

	it.each(['CoworkerContract-List', 'CoworkerContract-Read'] as const)(
		'need no other role for it than %s',
		async (role) => {
			for (const filters of [{}, { fullName: 'an' }]) {
				const { json, error } = await listContacts(
					sandbox,
					{ filters, options: { addContract: true } },
					withRoles(sandbox, 'ContractContact-List', role),
				);
				expect(error).toBeUndefined();
				expect(json[0].CoworkerContract).toMatchObject({ Id: json[0].CoworkerContractId });
			}
		},
	);

	it('are refused in words without either role', async () => {
		const { error, json } = await listContacts(
			sandbox,
			{ options: { addContract: true } },
			withRoles(sandbox, 'ContractContact-List'),
		);
		expect(error?.description).toContain('CoworkerContract-List or CoworkerContract-Read');
		expect(json).toEqual([]);
	});

	it.each([
		{ unknownId: 404 },
		{ unknownId: 500, unknownIdInBatch: 500 },
		{ batchRoute: 'absent' },
		{ unknownId: 500, batchRoute: 'failing' },
	] as const)('have null in its place where it is gone, and a hint: %j', async (assumptions) => {
		sandbox.nexudus.assume(assumptions);
		const gone = sandbox.nexudus.stores.CoworkerContract.add({});
		const orphan = sandbox.nexudus.contacts.add({ CoworkerContractId: gone.Id, FullName: 'Ola Orphan' });
		sandbox.nexudus.stores.CoworkerContract.remove(gone.Id);
		const { json, hints, error } = await listContacts(sandbox, {
			filters: { fullName: 'o' },
			options: { addContract: true },
		});
		sandbox.nexudus.contacts.remove(orphan.Id);
		expect(error).toBeUndefined();
		expect(json.find(({ Id }) => Id === orphan.Id)).toMatchObject({ CoworkerContract: null });
		expect(json.filter(({ CoworkerContract }) => CoworkerContract === null)).toHaveLength(1);
		expect(hints.join()).toContain('gave no coworker contract');
	}); // prettier-ignore

	it('have what lists of contracts leave out, or a hint where that may not be read', async () => {
		sandbox.nexudus.assume({ contractLeftOut: ['PoBoxNumber'] });
		const parameters = { options: { addContract: true }, filters: { contractContactType: [1] } };
		const { json } = await listContacts(sandbox, parameters);
		const boxes = json.map(({ CoworkerContract }) => (CoworkerContract as { PoBoxNumber: string }).PoBoxNumber);
		expect(boxes).toEqual(json.map(({ CoworkerContractId }) => contractOf(sandbox, CoworkerContractId)?.PoBoxNumber));
		const listOnly = await listContacts(sandbox, parameters, withRoles(sandbox, 'ContractContact-List', 'CoworkerContract-List'));
		expect(listOnly.error).toBeUndefined();
		expect(listOnly.hints.join()).toContain('PO Box Number');
	}); // prettier-ignore
});

describe('Filters on the contract of contacts', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	const filters: Array<[object, (contract: CoworkerContract) => boolean]> = [
		[{ coworkerContractActive: true }, ({ Active }) => Active],
		[{ coworkerContractActive: false }, ({ Active }) => !Active],
		[{ coworkerContractCancelled: true }, ({ Cancelled }) => Cancelled],
		[{ issuedById: byId('418003') }, ({ IssuedById }) => IssuedById === 418_003],
		[
			{ coworkerContractActive: true, coworkerContractCancelled: true },
			({ Active, Cancelled }) => Active && Cancelled,
		],
	];

	it.each(filters)('find their contacts, also where Nexudus ignores them: %j', async (chosen, matches) => {
		const expected = contactsWhose(sandbox, matches);
		expect(expected.length).toBeGreaterThan(1);
		for (const ignoredFilters of [[], ['CoworkerContract_Active', 'CoworkerContract_Cancelled', 'CoworkerContract_IssuedBy']]) {
			sandbox.nexudus.assume({ ignoredFilters });
			const { ids, hints } = await listContacts(sandbox, { filters: { ...chosen } });
			expect(ids).toEqual(expected);
			expect(hints).toEqual([]);
		}
	}); // prettier-ignore

	it('ask for no contacts where no contract meets them', async () => {
		const { ids, requests } = await listContacts(sandbox, {
			filters: { issuedById: byId('999999') },
		});
		expect(ids).toEqual([]);
		expect(requests).toHaveLength(1);
	});

	it('are refused where they are empty, by their own names', async () => {
		const { error, requests } = await listContacts(sandbox, {
			filters: { issuedById: byId('') },
		});
		expect(error?.message).toContain("'Location' in 'Filters' is empty");
		expect(requests).toEqual([]);
	});

	it('are refused in words without the role to list contracts', async () => {
		const { error } = await listContacts(
			sandbox,
			{ filters: { coworkerContractActive: true } },
			withRoles(sandbox, 'ContractContact-List', 'CoworkerContract-Read'),
		);
		expect(`${error?.message} ${error?.description}`).toContain('CoworkerContract-List');
	});
});

describe('Ten thousand contacts', () => {
	it('take at most 14 requests with their 3,000 contracts', async () => {
		const sandbox = await startSandbox({ records: { contacts: 10_000, contracts: 3_000 } });
		try {
			const { json, requests } = await listContacts(sandbox, { options: { addContract: true } });
			expect(json).toHaveLength(10_000);
			expect(json.every(({ CoworkerContract }) => CoworkerContract !== null)).toBe(true);
			expect(requests.length).toBeLessThanOrEqual(14);
		} finally {
			await sandbox.close();
		}
	});
});
