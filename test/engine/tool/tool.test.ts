import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import { filtersSent } from '../getAll/listing';
import type { NodeRunResult } from '../engine';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';

const EMAIL = "={{ $fromAI('email', 'Email of the contact', 'string') }}";
const NAME = "={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('name', ``, 'string') }}";

describe('The node as a tool', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	/** Calls the tool as an agent of version 3 does; `said` is what the model fills in. */
	async function call(parameters: INodeParameters, said: IDataObject): Promise<NodeRunResult> {
		const type = 'n8n-nodes-nexudus.contractContactTool';
		return await sandbox.run({ operation: 'getAll', ...parameters }, { type, items: [said] });
	}

	it.each(['', '  ', 'null', ' NULL ', 'undefined', 'Undefined'])(
		'drops a filter that the model left as "%s", and keeps the other',
		async (said) => {
			const filters = { email: EMAIL, countryName: 'Ireland' };
			const { error, hints, json } = await call({ filters, returnAll: true }, { email: said });

			expect(error).toBeUndefined();
			expect(filtersSent(sandbox.nexudus.requests)).toEqual([
				['ContractContact_Country_Name', 'Ireland'],
			]);
			expect(json).toHaveLength(51);
			expect(hints).toEqual([expect.stringContaining('Email')]);
		},
	);

	it('drops what is left of a picker, of several statuses and of an overridden field', async () => {
		const filters = {
			coworkerContractId: byId("={{ $fromai('contract', '', 'string') }}"),
			amlCheckStatus: ["={{ $fromAI('status', '', 'string') }}"],
			fullName: NAME,
			countryName: 'Ireland',
		};
		const said = { contract: 'null', status: 'undefined', name: '' };
		const { error, hints } = await call({ filters }, said);

		expect(error).toBeUndefined();
		expect(hints[0]).toContain('AML Check Status, Coworker Contract, Full Name');
		expect(filtersSent(sandbox.nexudus.requests)).toEqual([
			['ContractContact_Country_Name', 'Ireland'],
		]);
	});

	it('lists no more than 50 where no filter is left, though all are to be returned', async () => {
		const filters = { email: EMAIL, fullName: NAME };
		const { json, hints } = await call({ filters, returnAll: true }, { email: '', name: 'null' });

		expect(json).toHaveLength(50);
		expect(hints).toEqual([expect.stringContaining('No filter is left, so at most 50 contacts')]);
	});

	it('refuses a filter that the workflow fills', async () => {
		const filters = { coworkerContractId: byId('={{ $json.unheardOf }}'), email: EMAIL };
		const { error, json } = await call({ filters, returnAll: true }, { email: '' });

		expect(json).toEqual([]);
		expect(error?.message).toContain("'Coworker Contract' in 'Filters' is empty");
		expect(error?.message).toContain('calling again will not help, so tell the user');
		expect(error?.message).toContain("turn on 'Ignore Empty Filters'");
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('looks for people who are called Null where the model did not fill the filter', async () => {
		await call({ filters: { fullName: 'Null' } }, { email: '' });
		expect(filtersSent(sandbox.nexudus.requests)).toEqual([['ContractContact_FullName', 'Null']]);
	});

	it('takes the model’s empty words for empty in fields, options, ids and limits', async () => {
		const parameters = {
			operation: 'update',
			contractContactId: byId(COMPLETE_CONTACT_ID),
			updateFields: {
				notes: "={{ $fromAI('notes', '', 'string') }}",
				amlNotes: "={{ $fromAI('amlNotes', '', 'string') }}",
			},
			clearFields: ["={{ $fromAI('clear', '', 'string') }}"],
			options: { emptyValues: "={{ $fromAI('empty', '', 'string') }}" },
			output: 'raw',
		};
		const before = sandbox.nexudus.contacts.all().find(({ Id }) => Id === COMPLETE_CONTACT_ID);
		const said = { notes: 'null', amlNotes: 'Seen', clear: 'undefined', empty: 'null' };
		const { error, json } = await call(parameters, said);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ Notes: before?.Notes, AmlNotes: 'Seen' });

		const id = byId("={{ $fromAI('id', '', 'string') }}");
		const got = await call({ operation: 'get', contractContactId: id }, { id: 'null' });
		expect(got.error?.message).toContain("'Contract Contact' is empty");

		const limit = "={{ $fromAI('limit', '', 'string') }}";
		expect((await call({ limit }, { limit: 'null' })).json).toHaveLength(50);
	});
});

describe('A node that is no tool', () => {
	it('refuses an empty filter even where its expression speaks of $fromAI', async () => {
		const sandbox = await startSandbox();
		const { error } = await sandbox.run(
			{ operation: 'getAll', filters: { email: EMAIL } },
			{ items: [{ email: '' }] },
		);
		await sandbox.close();
		expect(error?.message).toContain("'Email' in 'Filters' is empty");
	});
});
