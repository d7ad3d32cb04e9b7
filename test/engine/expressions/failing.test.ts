import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from '../update/updating';

const CONTRACT = 2_380_199;
const BAD_DATE = '={{ $json.text.toDateTime().toISODate() }}';
const BAD_NUMBER = '={{ $json.text.toNumber() }}';
const NO_NODE = "={{ $('Nowhere').item.json.id }}";
const BAD_SYNTAX = '={{ $json.text. }}';
const TEXT = 'Rosalind Okafor, rosalind@okafor.example';

const upsert = {
	operation: 'upsert',
	coworkerContractId: byId(CONTRACT),
	fullName: 'Nathan Smith',
	matchOn: 'email',
	email: 'nathan@smith.example',
};
const create = {
	operation: 'create',
	coworkerContractId: byId(CONTRACT),
	fullName: 'Nathan Smith',
};
const get = { operation: 'get', contractContactId: byId(COMPLETE_CONTACT_ID) };
const deletion = { ...get, operation: 'delete' };
const update = updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved' });

/** Parameters with one broken expression, the label that names it, and the field inside it. */
const broken: Array<[string, INodeParameters, string, string?]> = [
	['Update Fields', updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved', dateOfBirth: BAD_DATE }), "'Update Fields' can't be worked out: cannot convert to Luxon DateTime", 'Date of Birth'],
	['a locator inside Update Fields', updateOf(COMPLETE_CONTACT_ID, { countryId: byId(NO_NODE) }), "'Update Fields' can't be worked out: Referenced node doesn't exist", 'Country'],
	['the contact to update', updateOf(BAD_NUMBER, { notes: 'Moved' }), "'Contract Contact' can't be worked out: cannot convert to number"],
	['Fields to Clear', { ...update, clearFields: NO_NODE }, "'Fields to Clear' can't be worked out: Referenced node doesn't exist"],
	['Options of Update', { ...update, options: { onlyIfUnchangedSince: BAD_DATE } }, "'Options' can't be worked out: cannot convert to Luxon DateTime", 'Only If Unchanged Since'],
	['a switch', { ...update, options: { writeUnchanged: BAD_SYNTAX } }, "'Options' can't be worked out: invalid syntax", 'Save Even If Unchanged'],
	['Output', { ...update, output: NO_NODE }, "'Output' can't be worked out"],
	['Fields to Output', { ...get, output: 'selected', outputFields: [NO_NODE] }, "'Fields to Output' can't be worked out"],
	['the contact to get', { ...get, contractContactId: byId(BAD_SYNTAX) }, "'Contract Contact' can't be worked out: invalid syntax"],
	['the contact to delete', { ...deletion, contractContactId: byId(NO_NODE) }, "'Contract Contact' can't be worked out"],
	['Options of Delete', { ...deletion, options: { ignoreMissing: BAD_NUMBER } }, "'Options' can't be worked out: cannot convert to number", 'Ignore Missing'],
	['the contract of Create', { ...create, coworkerContractId: byId(BAD_NUMBER) }, "'Coworker Contract' can't be worked out"],
	['the name of Create', { ...create, fullName: NO_NODE }, "'Full Name' can't be worked out"],
	['the type of Create', { ...create, contractContactType: BAD_NUMBER }, "'Contact Type' can't be worked out"],
	['Additional Fields of Create', { ...create, additionalFields: { amlClearedOn: BAD_DATE } }, "'Additional Fields' can't be worked out", 'AML Cleared On'],
	['Match On', { ...upsert, matchOn: NO_NODE, coworkerId: byId(1) }, "'Match On' can't be worked out"],
	['what is matched', { ...upsert, email: BAD_SYNTAX }, "'Email' can't be worked out: invalid syntax"],
	['Additional Fields of Create or Update', { ...upsert, additionalFields: { amlOpenSanctionsScore: BAD_NUMBER } }, "'Additional Fields' can't be worked out", 'AML OpenSanctions Score'],
	['Filters', { operation: 'getAll', filters: { email: 'x', updatedOnFrom: BAD_DATE } }, "'Filters' can't be worked out: cannot convert to Luxon DateTime", 'Updated On From'],
	['Return All', { operation: 'getAll', returnAll: NO_NODE }, "'Return All' can't be worked out"],
	['Limit', { operation: 'getAll', limit: BAD_NUMBER }, "'Limit' can't be worked out"],
	['Sort', { operation: 'getAll', sort: { by: { field: 'Email', direction: BAD_SYNTAX } } }, "'Sort' can't be worked out: invalid syntax", 'Direction'],
	['Options of Get Many', { operation: 'getAll', options: { pageSize: BAD_NUMBER } }, "'Options' can't be worked out", 'Rows per Request'],
]; // prettier-ignore

const cases = broken.map(([what, parameters, message, member]) => ({
	what,
	parameters,
	message,
	member,
}));

describe('An expression that n8n can’t work out', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	it.each(cases)('stops the run with its name: $what', async ({ parameters, message, member }) => {
		const { error, json } = await sandbox.run(parameters, { items: [{ text: TEXT }] });

		expect(error?.message).toContain(message);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(error?.description).toContain(member ? `the expression in '${member}'` : 'its expression');
		expect(JSON.stringify(error)).not.toContain('okafor');
		expect(json).toEqual([]);
		expect(sandbox.nexudus.requests).toEqual([]);
	}); // prettier-ignore

	it.each(cases)('becomes an item that goes on: $what', async ({ parameters, message, member }) => {
		const onError = 'continueRegularOutput';
		const { error, json } = await sandbox.run(parameters, { items: [{ text: TEXT }], onError });

		expect(error).toBeUndefined();
		expect(json).toEqual([{ error: expect.stringContaining(message) as string }]);
		expect(json[0].error).toContain('[item 0]. Nothing was sent for this item.');
		expect(json[0].error).toContain(member ?? 'its expression');
	});

	const births: IDataObject[] = [{ born: '1979-03-09' }, { born: 'n/a' }, { born: '1981-11-30' }];
	const bornOn = updateOf(COMPLETE_CONTACT_ID, {
		dateOfBirth: '={{ $json.born.toDateTime().toISODate() }}',
	});

	it('fails its item alone on the error output, the others are carried out', async () => {
		const onError = 'continueErrorOutput';
		const { json, errorItems } = await sandbox.run(bornOn, { items: births, onError });

		expect(json.map(({ DateOfBirth }) => DateOfBirth)).toEqual([
			'1979-03-09T00:00:00Z',
			'1981-11-30T00:00:00Z',
		]);
		expect(errorItems.map(({ json: row }) => row)).toEqual([
			{
				born: 'n/a',
				error: expect.stringContaining(
					"'Update Fields' can't be worked out: cannot convert to Luxon DateTime [item 1]",
				) as string,
			},
		]);
		expect(writtenBodies(sandbox.nexudus)).toHaveLength(2);
	});

	it('fails its item alone on the regular output, in its place', async () => {
		const onError = 'continueRegularOutput';
		const { items } = await sandbox.run(bornOn, { items: births, onError });

		expect(items.map(({ json, pairedItem }) => ['error' in json, pairedItem])).toEqual([
			[false, { item: 0 }],
			[true, { item: 1 }],
			[false, { item: 2 }],
		]);
	});

	it('stops the run before anything is written, and names the item', async () => {
		const { error } = await sandbox.run(bornOn, { items: births });

		expect(error?.message).toBe(
			"'Update Fields' can't be worked out: cannot convert to Luxon DateTime [item 1]",
		);
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it.each([
		["'Operation' must be one of: create, upsert", { operation: 'list' }],
		[
			"'Authentication' can't be worked out: Referenced node doesn't exist",
			{ ...get, authentication: NO_NODE },
		],
	])('fails every item where it is the one for all: %s', async (message, parameters) => {
		const items = [{ row: 1 }, { row: 2 }];

		const stopped = await sandbox.run(parameters, { items });
		expect(stopped.error?.message).toContain(message);

		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json.map(({ error }) => error)).toEqual([
			expect.stringContaining(message),
			expect.stringContaining(message),
		]);
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('keeps what n8n quotes only where it stands in the expression, for it may be personal', async () => {
		const limit = (expression: string): INodeParameters => ({ operation: 'getAll', limit: expression });
		const items = [{ when: '5', unit: 'rosalind@okafor.example' }];

		const typed = await sandbox.run(limit("={{ $('Start').item.json.when.toDateTime().diffTo($now, 'fortnight') }}"), { items });
		expect(typed.error?.message).toContain("can't be worked out");

		const held = await sandbox.run(limit('={{ (5).toDateTime($json.unit) }}'), { items });
		expect(held.error?.message).toContain("Unsupported format …");
		expect(JSON.stringify(held.error)).not.toContain('okafor');
	}); // prettier-ignore
});
