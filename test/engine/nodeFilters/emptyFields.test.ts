import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { Matches } from '../getAll/matching';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { idsThatMatch, list, pagesAsked } from '../getAll/listing';

const REFERENCES = ['CoworkerContractId', 'CoworkerId', 'CountryId'];
const LENDERS: Partial<Record<string, keyof ContractContact>> = {
	Email: 'CoworkerEmail',
	FullName: 'CoworkerFullName',
};
const LISTED = [
	'AmlCheckDate',
	'AmlCheckStatus',
	'AmlOpenSanctionsScore',
	'CountryId',
	'CoworkerActive',
	'CoworkerCompanyName',
	'CoworkerId',
	'Email',
	'FullName',
	'PhoneNumber',
] as const;
const LEFT_OUT = ['Address', 'AmlOpenSanctionsResponse', 'Notes', 'State'] as const;

function isEmpty(property: keyof ContractContact): Matches {
	return (contact) => {
		const lender = LENDERS[property];
		const values = lender ? [contact[property], contact[lender]] : [contact[property]];
		return values.every((value) => {
			const text = String(value ?? '').trim();
			return text === '' || (REFERENCES.includes(property) && text === '0');
		});
	};
}

describe('The filters for fields that are empty or filled', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const { contacts } = sandbox.nexudus;
		contacts.add({ FullName: 'Only blanks', PhoneNumber: ' \t', Notes: '\u00a0', Email: '' });
		contacts.add({ FullName: 'No coworker', CoworkerId: 0, CountryId: 0 });
	});

	afterEach(() => sandbox.nexudus.assume(DOCUMENTED));

	afterAll(async () => await sandbox.close());

	it.each(LISTED)('tell by the list alone whether %s is empty', async (property) => {
		const empty = await list(sandbox, { filters: { emptyFields: [property] } });
		const filled = await list(sandbox, { filters: { filledFields: [property] } });

		const isEmptyThere = isEmpty(property);
		expect(empty.ids).toEqual(idsThatMatch(sandbox, isEmptyThere));
		expect(filled.ids).toEqual(idsThatMatch(sandbox, (contact) => !isEmptyThere(contact)));
		expect([...empty.hints, ...filled.hints]).toEqual([]);
		expect(empty.requests).toHaveLength(1);
		expect(filled.requests).toHaveLength(1);
	});

	it.each(
		(['absent', 'null'] as const).flatMap((leftOutKeys) =>
			LEFT_OUT.map((property) => ({ leftOutKeys, property })),
		),
	)(
		'load the full records for $property, which lists have as $leftOutKeys',
		async ({ leftOutKeys, property }) => {
			sandbox.nexudus.assume({ leftOutKeys });
			const empty = await list(sandbox, { filters: { emptyFields: [property] } });
			const filled = await list(sandbox, { filters: { filledFields: [property] } });

			const isEmptyThere = isEmpty(property);
			expect(empty.ids).toEqual(idsThatMatch(sandbox, isEmptyThere));
			expect(filled.ids).toEqual(idsThatMatch(sandbox, (contact) => !isEmptyThere(contact)));
			expect(empty.ids.length).toBeGreaterThan(0);
			expect(empty.requests).toHaveLength(1 + 4);
		},
	);

	it.each(['absent', 'failing'] as const)(
		'find the same where the read of several records is %s',
		async (batchRoute) => {
			sandbox.nexudus.assume({ batchRoute });
			const filters = { emptyFields: ['Notes', 'Email'], amlCheckStatus: [3] };
			const { ids, error } = await list(sandbox, { filters });

			expect(error).toBeUndefined();
			const isWanted = [isEmpty('Notes'), isEmpty('Email')];
			expect(ids).toEqual(
				idsThatMatch(
					sandbox,
					(contact) =>
						contact.AmlCheckStatus === 3 && isWanted.every((matches) => matches(contact)),
				),
			);
		},
	);

	it('load only what the rest of the filters leaves', async () => {
		const filters = { emptyFields: ['Notes', 'PhoneNumber'], filledFields: 'AML Check Date' };
		const { ids, requests } = await list(sandbox, { filters });

		const isListed: Matches = (contact) =>
			isEmpty('PhoneNumber')(contact) && !isEmpty('AmlCheckDate')(contact);
		const listed = idsThatMatch(sandbox, isListed);
		const loaded = requests.flatMap(({ query }) =>
			query.filter(([name]) => name === 'id').flatMap(([, value]) => JSON.parse(value) as number[]),
		);
		expect(loaded.sort()).toEqual(listed);
		expect(loaded.length).toBeLessThan(200);
		expect(pagesAsked(requests)).toHaveLength(1);
		expect(ids).toEqual(
			idsThatMatch(sandbox, (contact) => isListed(contact) && isEmpty('Notes')(contact)),
		);
	});

	it('count blanks and a reference of 0 as empty, and 0 among the choices as a value', async () => {
		const { json } = await list(sandbox, {
			filters: { emptyFields: ['PhoneNumber', 'Notes', 'Email'], fullName: 'Only blanks' },
		});
		expect(json).toHaveLength(1);
		const none = await list(sandbox, {
			filters: { emptyFields: ['CoworkerId', 'CountryId'], fullName: 'No coworker' },
		});
		expect(none.json).toHaveLength(1);
		const types = await list(sandbox, { filters: { emptyFields: ['ContractContactType'] } });
		expect(types.ids).toEqual([]);
	});

	it.each([
		['AML Check Date, Notes', ['AmlCheckDate', 'Notes']],
		['["amlCheckDate"]', ['AmlCheckDate']],
		['Full Name', ['FullName']],
	] as const)('take the names as text too: %j', async (emptyFields, properties) => {
		const { ids } = await list(sandbox, { filters: { emptyFields } });
		expect(ids).toEqual(
			idsThatMatch(sandbox, (contact) =>
				properties.every((property) => isEmpty(property)(contact)),
			),
		);
	});

	it.each(['emptyFields', 'filledFields'])(
		'are refused with a name that no field has: %s',
		async (name) => {
			const { error, requests } = await list(sandbox, { filters: { [name]: ['Shoe Size'] } });
			expect(error?.message).toContain("names a field that does not exist: 'Shoe Size'");
			expect(requests).toEqual([]);
		},
	);

	it.each([[[]], [''], ['[]'], [' , '], [null]])(
		'are refused without a name: %j',
		async (names) => {
			const filters = { emptyFields: '={{ $json.names }}' };
			const { error, requests } = await list(sandbox, { filters }, { items: [{ names }] });
			expect(error?.message).toBe("'Empty Fields' in 'Filters' is empty [item 0]");
			expect(requests).toEqual([]);
		},
	);

	it('stop at the limit, in the order asked for', async () => {
		const parameters = {
			filters: { filledFields: ['AmlCheckDate'] },
			sort: { by: { field: 'AmlCheckDate', direction: 'desc' } },
		};
		const all = await list(sandbox, parameters);
		const some = await list(sandbox, { ...parameters, returnAll: false, limit: 60 });
		expect(some.ids).toEqual(all.ids.slice(0, 60));
		expect(all.ids.length).toBeGreaterThan(60);
	});
});
