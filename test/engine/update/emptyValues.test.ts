import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from './updating';

const OPTIONAL = [
	'CoworkerId',
	'Email',
	'DateOfBirth',
	'Address',
	'PostCode',
	'CityName',
	'State',
	'CountryId',
	'PhoneNumber',
	'Notes',
	'AmlCheckDate',
	'AmlOpenSanctionsScore',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
	'AmlPappersStatus',
	'AmlNotes',
	'AmlClearedBy',
	'AmlClearedOn',
];

const REQUIRED: Array<[string, string]> = [
	['coworkerContractId', 'Coworker Contract'],
	['fullName', 'Full Name'],
	['contractContactType', 'Contact Type'],
	['amlCheckStatus', 'AML Check Status'],
];

describe('Emptying fields of a contact', () => {
	let sandbox: Sandbox;
	let before: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		before = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
	});

	afterEach(async () => await sandbox.close());

	const stored = () => sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID);

	function expectNothingSent(): void {
		expect(sandbox.nexudus.requests).toEqual([]);
		expect(stored()).toEqual(before);
	}

	it.each(OPTIONAL)('clears %s alone when it is chosen under Fields to Clear', async (property) => {
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {}, { clearFields: [property] }),
		);
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([{ ...before, [property]: null }]);
		expect(stored()).toMatchObject({ [property]: null, FullName: before.FullName });
	});

	it('clears one field and sets another in one write', async () => {
		await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { cityName: 'Cork' }, { clearFields: ['State'] }),
		);
		expect(writtenBodies(sandbox.nexudus)).toEqual([{ ...before, CityName: 'Cork', State: null }]);
	});

	it('writes nothing when what is to be cleared is empty already', async () => {
		const { Id } = sandbox.nexudus.contacts.add({ FullName: 'Harriet Lowe', Notes: null });
		const { error } = await sandbox.run(updateOf(Id, {}, { clearFields: ['Notes'] }));
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});

	it('takes the names of the fields to clear from an expression', async () => {
		await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {}, { clearFields: '={{ ["Notes", "State"] }}' }),
		);
		expect(stored()).toMatchObject({ Notes: null, State: null, CityName: before.CityName });
	});

	const empties: Array<[string, unknown]> = [
		['an empty text', ''],
		['null', null],
		['a text of spaces', '   '],
		['a line break', '\n'],
		['a no-break space', '\u00A0'],
		['a zero-width space', '\u200B\u200B'],
	];

	it('keeps every value for blank cells, whatever the type of the field', async () => {
		const names = OPTIONAL.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
		const blanks = [...names, ...REQUIRED.map(([name]) => name)].map((name) => [
			name,
			'={{ $json.cell }}\u2060\n',
		]);
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, Object.fromEntries(blanks) as IDataObject),
			{ items: [{ cell: '\uFEFF' }] },
		);
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
		expect(stored()).toEqual(before);
	});

	it.each([
		'Notes, State',
		'["Notes","State"]',
		'={{ ["Notes", "State"] }}\n',
		'={{ JSON.stringify(["notes", "", "state"]) }}',
	])('takes the fields to clear as text: %s', async (clearFields) => {
		await sandbox.run(updateOf(COMPLETE_CONTACT_ID, {}, { clearFields }));
		expect(writtenBodies(sandbox.nexudus)).toEqual([{ ...before, Notes: null, State: null }]);
	});

	it('trims what tells who somebody is, and keeps other texts as they are given', async () => {
		await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {
				email: ' front.desk@harbour.example\u200B',
				phoneNumber: '\u00A0+353 1 555 0100',
				fullName: 'Maeve Tierney\n',
				postCode: 'D04 X2K5\t',
				notes: '  Ring the bell.\n',
			}),
		);
		expect(stored()).toMatchObject({
			Email: 'front.desk@harbour.example',
			PhoneNumber: '+353 1 555 0100',
			FullName: 'Maeve Tierney',
			PostCode: 'D04 X2K5',
			Notes: '  Ring the bell.\n',
		});
	});

	it.each([
		['notes', '={{ $json.address }} ', "'Notes' in 'Update Fields' holds an object; choose one of"],
		[
			'phoneNumber',
			'={{ $json.number }}',
			"'Phone Number' in 'Update Fields' was rounded; give it",
		],
	])('refuses a %s that an expression spoiled', async (name, expression, message) => {
		const { error } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { [name]: expression }), {
			items: [{ address: { street: 'Pier 4' }, number: 353_155_501_000_000_000_000 }],
		});
		expect(error?.message).toContain(message);
		expectNothingSent();
	});

	it.each(empties)('keeps the value for %s, as empty values are ignored', async (_what, empty) => {
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { notes: '={{ $json.notes }}', cityName: 'Cork' }),
			{ items: [{ notes: empty } as IDataObject] },
		);
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([{ ...before, CityName: 'Cork' }]);
	});

	it.each(empties)('clears the field for %s with Empty Values: Clear', async (_what, empty) => {
		const { error } = await sandbox.run(
			updateOf(
				COMPLETE_CONTACT_ID,
				{ notes: '={{ $json.empty }}', dateOfBirth: '={{ $json.empty }}', cityName: 'Cork' },
				{ options: { emptyValues: 'clear' } },
			),
			{ items: [{ empty } as IDataObject] },
		);
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([
			{ ...before, Notes: null, DateOfBirth: null, CityName: 'Cork' },
		]);
	});

	it('clears a reference whose locator came out empty, with Empty Values: Clear', async () => {
		await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { countryId: byId('') }, { options: { emptyValues: 'clear' } }),
		);
		expect(stored()).toMatchObject({ CountryId: null, CountryName: null });
	});

	it('keeps the value of a field whose expression gives nothing, even so', async () => {
		const { error } = await sandbox.run(
			updateOf(
				COMPLETE_CONTACT_ID,
				{ notes: '={{ $json.missing }}' },
				{ options: { emptyValues: 'clear' } },
			),
		);
		expect(error).toBeUndefined();
		expect(stored()?.Notes).toBe(before.Notes);
	});

	it('takes 0 as a value', async () => {
		await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {
				amlOpenSanctionsScore: 0,
				contractContactType: 0,
				amlCheckStatus: 0,
			}),
		);
		expect(stored()).toMatchObject({
			AmlOpenSanctionsScore: 0,
			ContractContactType: 0,
			AmlCheckStatus: 0,
		});
	});

	it('refuses a field that is both set and cleared', async () => {
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved' }, { clearFields: ['Notes'] }),
		);
		expect(error?.message).toBe(
			"'Notes' is set in 'Update Fields' and cleared in 'Fields to Clear' [item 0]",
		);
		expectNothingSent();
	});

	it.each(REQUIRED)('refuses to leave %s empty with Empty Values: Clear', async (name, label) => {
		const value = name === 'coworkerContractId' ? byId('') : '';
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { [name]: value }, { options: { emptyValues: 'clear' } }),
		);
		expect(error?.message).toBe(`'${label}' is required and can’t be emptied [item 0]`);
		expectNothingSent();
	});

	it('refuses to clear a required field', async () => {
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, {}, { clearFields: '={{ ["FullName"] }}' }),
		);
		expect(error?.message).toContain("'Full Name' is required");
		expectNothingSent();
	});

	it.each(['UpdatedOn', 'CountryName', 'Nickname'])(
		'refuses to clear %s, which nobody can set',
		async (property) => {
			const { error } = await sandbox.run(
				updateOf(COMPLETE_CONTACT_ID, {}, { clearFields: `={{ ["${property}"] }}` }),
			);
			expect(error?.message).toContain("'Fields to Clear' names a field that can’t be cleared");
			expectNothingSent();
		},
	);

	it('refuses to clear a name by nothing but spaces', async () => {
		const { error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { fullName: '   ' }, { options: { emptyValues: 'clear' } }),
		);
		expect(error?.message).toContain("'Full Name' is required");
		expectNothingSent();
	});
});
