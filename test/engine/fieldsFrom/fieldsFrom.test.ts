import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { createdBodies, creationOf } from '../create/creating';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { writtenBodies } from '../update/updating';

describe('Fields taken from the input', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let known: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		known = nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
	});

	afterEach(async () => await sandbox.close());

	async function update(row: IDataObject, more: IDataObject = {}) {
		const parameters = {
			operation: 'update',
			contractContactId: byId('={{ $json.Id }}'),
			fieldsFrom: 'input',
			output: 'raw',
			...more,
		} as INodeParameters;
		return await sandbox.run(parameters, { items: [{ Id: known.Id, ...row }] });
	}

	it('are found by property name, parameter name and label, in any case and with any joints', async () => {
		const { error } = await update({
			PhoneNumber: '+353 1 555 0100',
			cityName: 'Cork',
			'Post Code': 'D04 X2K5',
			aml_notes: 'Passport seen.',
			'date-of-birth': '1979-03-09',
			'AML CHECK STATUS': 'potential match',
			' Contact Type ': 'Company Alias',
		});
		expect(error).toBeUndefined();
		expect(writtenBodies(nexudus)).toEqual([
			{
				...known,
				PhoneNumber: '+353 1 555 0100',
				CityName: 'Cork',
				PostCode: 'D04 X2K5',
				AmlNotes: 'Passport seen.',
				DateOfBirth: '1979-03-09T00:00:00Z',
				AmlCheckStatus: 3,
				ContractContactType: 2,
			},
		]);
	});

	it('leave alone what comes empty, or empty it where that is asked for', async () => {
		const row = { Notes: ' ', State: null, City_Name: 'Cork' };
		await update(row);
		expect(writtenBodies(nexudus)).toEqual([{ ...known, CityName: 'Cork' }]);
		await update(row, { options: { emptyValues: 'clear' } });
		expect(nexudus.contacts.get(known.Id)).toMatchObject({ Notes: null, State: null });
	});

	it('are refused with two columns for one, naming both', async () => {
		const { error } = await update({ Phone_Number: '1', 'phone number': '2' });
		expect(error?.message).toBe(
			"'Phone Number' has two columns in the input: 'Phone_Number' and 'phone number' [item 0]",
		);
		expect(nexudus.requests).toEqual([]);
	});

	it('are refused by the usual rules of values', async () => {
		const { error } = await update({ 'AML Check Status': 'Cleared' });
		expect(error?.message).toMatch(/^'AML Check Status' .* must be one of: .*, not 'Cleared'/);
		expect(nexudus.requests).toEqual([]);
	});

	it('are told in one hint with those that were ignored, less what nobody can set', async () => {
		const { hints } = await update({
			Notes: 'Moved',
			'Favourite colour': 'green',
			CoworkerCompanyName: 'Northlight',
			created_on: '2020-01-01',
		});
		expect(hints).toEqual([
			'Columns taken from the input: Notes. Ignored, because no field has this name: Favourite colour.',
		]);
	});

	it('can be a whole record that came out before: nothing is written', async () => {
		const { Id, ...row } = known;
		const { json, error } = await update(row as unknown as IDataObject);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ Id }]);
		expect(writtenBodies(nexudus)).toEqual([]);
	});

	it('hide the collection, which counts no longer', async () => {
		await update({ cityName: 'Cork' }, { updateFields: { cityName: 'Sligo', notes: 'Moved' } });
		expect(writtenBodies(nexudus)).toEqual([{ ...known, CityName: 'Cork' }]);
	});

	describe('beside a column Updated On', () => {
		const loaded = '2001-01-01T00:00:00Z';

		it('do not undo what was changed since', async () => {
			const { error } = await update({ notes: 'Moved', 'Updated On': loaded });
			expect(error?.message).toContain('was changed after');
			expect(writtenBodies(nexudus)).toEqual([]);
		});

		it('are written where nobody changed the contact, or the cell is empty', async () => {
			await update({ notes: 'Moved', UpdatedOn: known.UpdatedOn });
			await update({ notes: 'Moved out', updated_on: '' });
			expect(nexudus.contacts.get(known.Id)).toMatchObject({ Notes: 'Moved out' });
			expect(writtenBodies(nexudus)).toHaveLength(2);
		});

		it('heed the option instead where that is set', async () => {
			const options = { onlyIfUnchangedSince: '2099-01-01T00:00:00Z' };
			const { error } = await update({ notes: 'Moved', updatedOn: loaded }, { options });
			expect(error).toBeUndefined();
		});

		it('are refused where it holds no date', async () => {
			const { error } = await update({ notes: 'Moved', updatedOn: 'Monday' });
			expect(error?.message).toBe(
				"'Updated On' must be a date and time such as 2026-05-17T09:30:00Z, not 'Monday' [item 0]",
			);
			expect(nexudus.requests).toEqual([]);
		});
	});

	describe('in Create', () => {
		const create = async (row: IDataObject) =>
			await sandbox.run(
				creationOf(
					nexudus,
					{},
					{ fieldsFrom: 'input', contractContactType: 3, fullName: '={{ $json.Person }}' },
				),
				{ items: [row] },
			);

		it('decide type and AML status, else these are Director and Not Started', async () => {
			await create({ Person: 'Nathan Smith', contract_contact_type: 'Company Alias' });
			await create({ Person: 'Nathan Smith', 'Contact Type': '' });
			expect(createdBodies(nexudus)).toEqual(
				[2, 1].map((ContractContactType) => ({
					CoworkerContractId: nexudus.contracts[2].Id,
					FullName: 'Nathan Smith',
					ContractContactType,
					AmlCheckStatus: 0,
				})),
			);
		});

		it('lose against what stands on top', async () => {
			const { hints } = await create({ Person: 'Nathan Smith', 'Full Name': 'Someone Else' });
			expect(createdBodies(nexudus)).toMatchObject([{ FullName: 'Nathan Smith' }]);
			expect(hints[0]).toContain("Set by this node's own parameters instead: Full Name.");
		});
	});

	it('serve Create or Update, less the field matched on', async () => {
		const parameters = {
			operation: 'upsert',
			coworkerContractId: byId(known.CoworkerContractId),
			fullName: '={{ $json.Name }}',
			matchOn: 'email',
			email: '={{ $json.Email }}',
			fieldsFrom: 'input',
		} as INodeParameters;
		const { json, error } = await sandbox.run(parameters, {
			items: [
				{ Name: known.FullName, Email: known.Email, Notes: 'Moved' },
				{ Name: 'Orla Quinlan', Email: 'orla.quinlan@harbour.example', Notes: 'New' },
			],
		});
		expect(error).toBeUndefined();
		expect(json.map(({ action }) => action)).toEqual(['updated', 'created']);
		expect(nexudus.contacts.get(known.Id)).toMatchObject({ Notes: 'Moved' });
		expect(nexudus.contacts.get(Number(json[1].Id))).toMatchObject({
			Notes: 'New',
			Email: 'orla.quinlan@harbour.example',
			ContractContactType: 1,
		});
	});
});
