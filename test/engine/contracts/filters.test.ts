import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { CoworkerContract } from '../../../sandbox/nexudus/records/coworkerContract';
import { contractEqualityFilters, contractRangeFilters } from '../../documents/contractDocument';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { contractsThat, listContracts } from './listing';

type Property = keyof CoworkerContract;

/** The property that a parameter is about, and the end of a range. */
function propertyOf(parameter: string): Property {
	return (parameter.charAt(0).toUpperCase() + parameter.slice(1)) as Property;
}

function valueOf(contract: CoworkerContract, property: Property): unknown {
	return contract[property];
}

/** The value of some contract in the middle that has one. */
function someValue(sandbox: Sandbox, property: Property): unknown {
	const held = sandbox.nexudus.contracts
		.map((contract) => valueOf(contract, property))
		.filter((value) => value !== null && value !== '');
	return held[Math.floor(held.length / 2)];
}

describe('Each filter of the list of contracts', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const [first] = sandbox.nexudus.plans;
		sandbox.nexudus.stores.CoworkerContract.change(sandbox.nexudus.contracts[3].Id, {
			NextTariffId: first.Id,
		});
	});

	afterAll(async () => await sandbox.close());

	it.each(contractEqualityFilters)('asks $query, and checks the rows again', async (filter) => {
		const property = propertyOf(filter.parameter);
		const value = someValue(sandbox, property);
		const given = filter.type === 'integer' && filter.means && !filter.means.startsWith('e') ? byId(value) : value;
		for (const ignoredFilters of [[], [filter.query]]) {
			sandbox.nexudus.assume({ ...DOCUMENTED, ignoredFilters });
			const { ids, requests, error } = await listContracts(sandbox, { filters: { [filter.parameter]: given as string } });
			const expected = contractsThat(sandbox, (contract) =>
				filter.type === 'string' ? String(valueOf(contract, property) ?? '').includes(String(value)) : valueOf(contract, property) === value,
			);
			expect(error).toBeUndefined();
			expect(ids).toEqual(expected);
			expect(expected.length).toBeGreaterThan(0);
			expect(requests[0].query).toContainEqual([filter.query, String(value)]);
		}
	}); // prettier-ignore

	it.each(contractRangeFilters)('asks $query, and checks the rows again', async (filter) => {
		const [, name, end] = /^(.*)(From|To)$/.exec(filter.parameter) ?? [];
		const property = propertyOf(name);
		const value = someValue(sandbox, property);
		const comparable = (held: unknown): number =>
			filter.means === 'date' ? Date.parse(String(held)) : Number(held);
		const isIn = (held: unknown): boolean =>
			held !== null &&
			(end === 'From'
				? comparable(held) >= comparable(value)
				: comparable(held) <= comparable(value));
		const expected = contractsThat(sandbox, (contract) => isIn(valueOf(contract, property)));
		for (const ignoredFilters of [[], [filter.query]]) {
			sandbox.nexudus.assume({ ...DOCUMENTED, ignoredFilters });
			const { ids, requests } = await listContracts(sandbox, {
				filters: { [filter.parameter]: value as string },
			});
			expect(ids).toEqual(expected);
			expect(requests[0].query.map(([query]) => query)).toContain(filter.query);
		}
	});

	it('of an enumeration takes several values, names and labels, or one alone', async () => {
		const mail = (...numbers: number[]): number[] =>
			contractsThat(sandbox, ({ DeliveryHandlingPreferenceMail }) =>
				numbers.includes(Number(DeliveryHandlingPreferenceMail)),
			);
		for (const [given, expected] of [
			[[1, 6], mail(1, 6)],
			[['StoreForCollection', 'Forward'], mail(1, 2)],
			['Open, Scan, Store for Collection', []],
			['OpenScanForward', mail(3)],
			[2, mail(2)],
		] as Array<[unknown, number[]]>) {
			const { ids, error } = await listContracts(sandbox, {
				filters: { deliveryHandlingPreferenceMail: given as string },
			});
			if (error) expect(error.message).toContain("'Delivery Handling Mail' in 'Filters' must be");
			else expect(ids).toEqual(expected);
		}
	});

	it('that holds a name which does not exist is refused', async () => {
		const { error, requests } = await listContracts(sandbox, {
			filters: { cancellationReason: 'Boredom' },
		});
		expect(error?.message).toContain("'Cancellation Reason' in 'Filters' must be one of");
		expect(requests).toEqual([]);
	});
});

describe('A custom field of contracts', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const named = (Name: string, Value: string) => ({
			CustomFields: { Data: [{ Name, Value, JsonValue: `"${Value}"`, Type: 'string' }] },
		});
		const [{ Id: one }, { Id: other }] = sandbox.nexudus.contracts;
		sandbox.nexudus.stores.CoworkerContract.change(one, named('VAT (EU) & co', 'DE 123'));
		sandbox.nexudus.stores.CoworkerContract.change(other, named('Account manager', 'Harriet Lowe-Smith'));
	}); // prettier-ignore

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	const field = (name: string, value: string) => ({ customField: { field: { name, value } } });
	const holding = (text: string): number[] =>
		contractsThat(sandbox, ({ CustomFields }) => JSON.stringify(CustomFields).includes(text));

	it.each([[[]], [['CoworkerContract_CustomFields_account manager']]])(
		'finds them by name and a part of the value, whatever Nexudus does with the filter',
		async (ignoredFilters) => {
			sandbox.nexudus.assume({ ignoredFilters });
			const { ids, requests } = await listContracts(sandbox, {
				filters: field('account manager', 'lowe'),
			});
			expect(ids).toEqual(holding('Lowe'));
			expect(ids.length).toBeGreaterThan(3);
			expect(requests[0].query).toContainEqual([
				'CoworkerContract_CustomFields_account manager',
				'lowe',
			]);
		},
	);

	it('compares the whole value where that is asked for', async () => {
		const { ids } = await listContracts(sandbox, {
			filters: field('Account manager', 'harriet lowe'),
			options: { textMatch: 'exact' },
		});
		expect(ids).toEqual(holding('"Harriet Lowe"'));
	});

	it('is checked in the node alone where its name could mean something else', async () => {
		const { ids, requests } = await listContracts(sandbox, {
			filters: field('VAT (EU) & co', 'de 123'),
		});
		expect(ids).toEqual([sandbox.nexudus.contracts[0].Id]);
		const names = requests.flatMap(({ query }) => query.map(([name]) => name));
		expect(names.filter((name) => name.includes('CustomFields'))).toEqual([]);
	});

	it.each([
		{ customField: {} },
		{ customField: { field: { name: 'Account manager', value: '' } } },
		{ customField: { field: { name: ' ', value: 'Lowe' } } },
	])('is refused where it is empty, and dropped where that is asked for: %j', async (filters) => {
		const refused = await listContracts(sandbox, { filters });
		expect(refused.error?.message).toContain("'Custom Field' in 'Filters' is empty");
		expect(refused.requests).toEqual([]);
		const dropped = await listContracts(sandbox, {
			filters,
			options: { ignoreEmptyFilters: true },
		});
		expect(dropped.ids).toHaveLength(sandbox.nexudus.contracts.length);
		expect(dropped.hints.join()).toContain('Custom Field');
	});

	it('comes out by name in selected fields, and as Nexudus has it in raw', async () => {
		const [{ Id, CustomFields }, second] = sandbox.nexudus.contracts;
		const parameters = { returnAll: false, limit: 2 };
		const selected = await listContracts(sandbox, {
			...parameters,
			output: 'selected',
			outputFields: ['CustomFields', 'CoworkerCoworkerType'],
		});
		expect(selected.json).toEqual([
			{ Id, CoworkerCoworkerType: expect.stringMatching(/Individual|Company/), CustomFields: { 'VAT (EU) & co': 'DE 123' } },
			{ Id: second.Id, CoworkerCoworkerType: expect.anything(), CustomFields: { 'Account manager': 'Harriet Lowe-Smith' } },
		]);
		const raw = await listContracts(sandbox, { ...parameters, output: 'raw' });
		expect(raw.json[0].CustomFields).toEqual(CustomFields);
	}); // prettier-ignore
});
