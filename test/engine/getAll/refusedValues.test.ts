import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { byId, filtersSent, list } from './listing';

describe('A filter that Get Many can’t use', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it.each<{ filters: INodeParameters; label: string; problem: string }>([
		{ filters: { amlOpenSanctionsScore: '0,72' }, label: 'AML OpenSanctions Score', problem: 'must be a number' },
		{ filters: { amlOpenSanctionsScoreFrom: 'high' }, label: 'AML OpenSanctions Score From', problem: 'must be a number' },
		{ filters: { amlOpenSanctionsScoreTo: true }, label: 'AML OpenSanctions Score To', problem: 'must be a number' },
		{ filters: { coworkerContractQuantity: 1.5 }, label: 'Coworker Contract Quantity', problem: 'must be a whole number' },
		{ filters: { coworkerContractQuantity: '2x' }, label: 'Coworker Contract Quantity', problem: 'must be a whole number' },
		{ filters: { coworkerContractQuantityTo: [2] }, label: 'Coworker Contract Quantity To', problem: 'must be a whole number' },
		{ filters: { coworkerActive: 'yes' }, label: 'Coworker Active', problem: 'must be true or false' },
		{ filters: { coworkerContractId: '2380307/commands' }, label: 'Coworker Contract', problem: 'must be an ID' },
		{ filters: { coworkerContractId: byId('23 80307') }, label: 'Coworker Contract', problem: 'must be an ID' },
		{ filters: { coworkerId: -5 }, label: 'Coworker', problem: 'must be an ID' },
		{ filters: { coworkerId: '0' }, label: 'Coworker', problem: 'must be an ID' },
		{ filters: { countryId: '4/../5' }, label: 'Country', problem: 'must be an ID' },
		{ filters: { countryId: '1e3' }, label: 'Country', problem: 'must be an ID' },
		{ filters: { amlCheckStatus: [7] }, label: 'AML Check Status', problem: 'must be one of: Not Started, Pending' },
		{ filters: { amlCheckStatus: [3, 'Cleared'] }, label: 'AML Check Status', problem: 'must be one of' },
		{ filters: { address: 'x'.repeat(20_000) }, label: 'Address', problem: 'is too long for a filter' },
		{ filters: { amlNotes: 'é'.repeat(1_250) }, label: 'AML Notes', problem: 'is too long for a filter' },
		{ filters: { cityName: 'In [object Object]' }, label: 'City Name', problem: 'holds an object; choose one of its fields' },
		{ filters: { phoneNumber: 44207946012300000000 }, label: 'Phone Number', problem: 'was rounded; give it as text' },
		{ filters: { contractContactType: '[]' }, label: 'Contact Type', problem: 'is empty' },
		{ filters: { coworkerBillingName: '\u200B' }, label: 'Coworker Billing Name', problem: 'is empty' },
		{ filters: { contractContactType: ['Owner'] }, label: 'Contact Type', problem: 'must be one of: None, Director' },
		{ filters: { contractContactType: [true] }, label: 'Contact Type', problem: 'must be one of' },
		{ filters: { dateOfBirth: '08/03/1979' }, label: 'Date of Birth', problem: 'must be a date such as' },
		{ filters: { dateOfBirthTo: '1979-02-30' }, label: 'Date of Birth To', problem: 'must be a date such as' },
		{ filters: { createdOnFrom: 'yesterday' }, label: 'Created On From', problem: 'must be a date and time' },
		{ filters: { updatedOnTo: '2026-10-30T25:00' }, label: 'Updated On To', problem: 'must be a date and time' },
		{ filters: { amlCheckDate: 1738750893 }, label: 'AML Check Date', problem: 'must be a date and time' },
		{ filters: { email: true }, label: 'Email', problem: 'must be text' },
		{ filters: { fullName: ['Kofi Mensah'] }, label: 'Full Name', problem: 'must be text' },
	])('is refused before anything is sent: $filters', async ({ filters, label, problem }) => {
		const { error, requests, json } = await list(sandbox, { filters });

		expect(error?.message).toContain(`'${label}' in 'Filters' ${problem}`);
		expect(error?.message).toContain('[item 0]');
		expect(requests).toEqual([]);
		expect(json).toEqual([]);
	}); // prettier-ignore

	it('is named with its item, and keeps the items before it from being asked for', async () => {
		const { error, requests } = await list(
			sandbox,
			{ filters: { coworkerContractId: '={{ $json.contract }}' } },
			{ items: [{ contract: 2380307 }, { contract: 2380190 }, { contract: 'none' }] },
		);

		expect(error?.message).toContain("'Coworker Contract'");
		expect(error?.message).toContain('[item 2]');
		expect(error?.context).toMatchObject({ itemIndex: 2 });
		expect(requests).toEqual([]);
	});

	const empty: Array<{ filters: INodeParameters; label: string }> = [
		{ filters: { email: '' }, label: 'Email' },
		{ filters: { fullName: '   ' }, label: 'Full Name' },
		{ filters: { fullName: null }, label: 'Full Name' },
		{ filters: { notes: '={{ $json.unheardOf }}' }, label: 'Notes' },
		{ filters: { amlCheckStatus: [] }, label: 'AML Check Status' },
		{ filters: { updatedOnFrom: '' }, label: 'Updated On From' },
		{ filters: { coworkerContractId: byId('') }, label: 'Coworker Contract' },
		{ filters: { countryId: byId(null) }, label: 'Country' },
	]; // prettier-ignore

	it.each(empty)('is refused when it came out empty: $filters', async ({ filters, label }) => {
		const { error, requests } = await list(sandbox, { filters });

		expect(error?.message).toContain(`'${label}' in 'Filters' is empty`);
		expect(error?.description).toContain('would list every contact');
		expect(requests).toEqual([]);
	});

	it.each(empty)(
		'is left out with a hint when empty filters are to be ignored: $filters',
		async ({ filters, label }) => {
			const { ids, hints, error, requests } = await list(sandbox, {
				filters: { ...filters, countryName: 'Ireland' },
				options: { ignoreEmptyFilters: true },
			});

			expect(error).toBeUndefined();
			expect(filtersSent(requests)).toEqual([['ContractContact_Country_Name', 'Ireland']]);
			expect(ids).toHaveLength(51);
			expect(hints).toEqual([expect.stringContaining(label)]);
		},
	);

	it('is no matter of zero and false, which are values', async () => {
		const { ids, requests } = await list(sandbox, {
			filters: { amlCheckStatus: [0], coworkerActive: false },
		});
		expect(Object.fromEntries(filtersSent(requests))).toEqual({
			ContractContact_AmlCheckStatus: '0',
			ContractContact_Coworker_Active: 'false',
		});
		expect(ids.length).toBeLessThan(10);
	});
});
