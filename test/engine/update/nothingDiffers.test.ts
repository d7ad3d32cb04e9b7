import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { requestLines, updateOf, writtenBodies } from './updating';

describe('An update that changes nothing', () => {
	let sandbox: Sandbox;
	let contact: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		contact = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
	});

	afterEach(async () => await sandbox.close());

	const sameValues: Array<[string, (contact: ContractContact) => IDataObject]> = [
		['the same texts', ({ Email, Notes }) => ({ email: Email, notes: Notes })],
		['an instant in another zone', () => ({ amlCheckDate: '2025-02-05T11:21:33+01:00' })],
		['an instant with a fraction of zero', () => ({ amlClearedOn: '2025-02-07T15:02:10.000Z' })],
		['a date of birth without its time', () => ({ dateOfBirth: '1979-03-08' })],
		['a score as a numeric string', () => ({ amlOpenSanctionsScore: '0.720' })],
		['an enumeration by its name', () => ({ amlCheckStatus: 'ManuallyCleared' })],
		['an enumeration by its label', () => ({ amlCheckStatus: 'manually cleared' })],
		['an enumeration as a numeric string', () => ({ contractContactType: '1' })],
		['ids as numeric strings', ({ CountryId }) => ({ countryId: byId(String(CountryId)) })],
		[
			'a JSON answer as the object it means',
			({ AmlOpenSanctionsResponse }) => ({
				amlOpenSanctionsResponse: JSON.parse(AmlOpenSanctionsResponse ?? '') as IDataObject,
			}),
		],
		['empty values', () => ({ notes: '', amlCheckDate: '', countryId: byId('') })],
		['no field at all', () => ({})],
	];

	it.each(sameValues)('writes nothing for %s', async (_what, fields) => {
		const { json, error } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, fields(contact)));
		expect(error).toBeUndefined();
		expect(json).toEqual([contact]);
		expect(requestLines(sandbox.nexudus)).toEqual([
			`GET /api/billing/contractcontacts/${COMPLETE_CONTACT_ID}`,
		]);
	});

	it.each([
		[{ AmlCheckDate: '2025-02-05T10:21:33' }, { amlCheckDate: '2025-02-05T10:21:33Z' }],
		[{ AmlCheckDate: '2025-02-05T10:21:33.000Z' }, { amlCheckDate: '2025-02-05T10:21:33Z' }],
		[{ AmlCheckDate: '2025-02-05T12:21:33+02:00' }, { amlCheckDate: '2025-02-05T10:21:33Z' }],
		[{ DateOfBirth: '1979-03-08T00:00:00' }, { dateOfBirth: '1979-03-08' }],
		[{ DateOfBirth: '1979-03-08' }, { dateOfBirth: '1979-03-08T00:00:00Z' }],
	])('writes nothing where Nexudus has %j and %j is given', async (had, given) => {
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, had);
		const { error } = await sandbox.run(updateOf(COMPLETE_CONTACT_ID, given));
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});

	it('writes nothing when an empty text is to be cleared', async () => {
		sandbox.nexudus.contacts.change(COMPLETE_CONTACT_ID, { Notes: '' });
		await sandbox.run(updateOf(COMPLETE_CONTACT_ID, {}, { clearFields: ['Notes'] }));
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});

	it('is written when a text differs in case only', async () => {
		const email = contact.Email?.toUpperCase();
		await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { email }));
		expect(sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)?.Email).toBe(email);
	});

	it('writes the whole record all the same with Write Unchanged', async () => {
		const { json, error } = await sandbox.run(
			updateOf(
				COMPLETE_CONTACT_ID,
				{ email: contact.Email },
				{ options: { writeUnchanged: true } },
			),
		);
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toEqual([contact]);
		const stored = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID);
		expect(stored?.UpdatedOn).not.toBe(contact.UpdatedOn);
		expect(stored).toEqual({ ...contact, UpdatedOn: stored?.UpdatedOn });
		expect(json).toEqual([stored]);
	});

	it('writes a contact whose required name is missing as little as any other', async () => {
		const legacy = sandbox.nexudus.contacts.add({ FullName: null, Notes: 'Imported in 2019' });
		const { json, error } = await sandbox.run(updateOf(legacy.Id, { notes: 'Imported in 2019' }));
		expect(error).toBeUndefined();
		expect(json).toEqual([legacy]);
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});
});
