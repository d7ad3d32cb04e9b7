import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { Coworker } from '../../../sandbox/nexudus/records/lookUps';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from './updating';

describe('Simplified output that is fed back into Update', () => {
	let sandbox: Sandbox;
	let coworker: Coworker;
	let linked: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		const { contacts, coworkers } = sandbox.nexudus;
		coworker = coworkers[6];
		linked = contacts.add({ CoworkerId: coworker.Id, FullName: null, Email: null });
	});

	afterEach(async () => await sandbox.close());

	const stored = () => sandbox.nexudus.contacts.get(linked.Id) as ContractContact;

	/** Loads the contact, and updates it with what came out and these changes. */
	async function feedBack(changes: IDataObject = {}, more: IDataObject = {}) {
		const read = await sandbox.run({ operation: 'get', contractContactId: byId(linked.Id) });
		expect(read.json[0]).toMatchObject({ FullName: coworker.FullName, Email: coworker.Email });
		const { FullName, Email, PhoneNumber, ContractContactType, AmlCheckStatus } = read.json[0];
		const fields = {
			fullName: FullName,
			email: Email,
			phoneNumber: PhoneNumber,
			contractContactType: ContractContactType,
			amlCheckStatus: AmlCheckStatus,
			...changes,
		};
		return await sandbox.run(updateOf(linked.Id, fields, more as never));
	}

	it('writes nothing where nothing else differs', async () => {
		const { error, json } = await feedBack();
		expect(error).toBeUndefined();
		expect(json).toEqual([linked]);
		expect(writtenBodies(sandbox.nexudus)).toEqual([]);
	});

	it('with another change gives the empty required name its value, and no email', async () => {
		const { error } = await feedBack({ phoneNumber: '+353 91 555 010' });
		expect(error).toBeUndefined();
		expect(stored()).toMatchObject({
			PhoneNumber: '+353 91 555 010',
			FullName: coworker.FullName,
			Email: null,
		});
	});

	it('with Write Unchanged does not write the email either', async () => {
		await feedBack({}, { options: { writeUnchanged: true } });
		expect(writtenBodies(sandbox.nexudus)).toHaveLength(1);
		expect(stored()).toMatchObject({ FullName: coworker.FullName, Email: null });
	});

	it('keeps a name that the contact has of its own', async () => {
		sandbox.nexudus.contacts.change(linked.Id, { FullName: 'Managing director' });
		const { error } = await sandbox.run(updateOf(linked.Id, { fullName: coworker.FullName }));
		expect(error).toBeUndefined();
		expect(stored().FullName).toBe(coworker.FullName);
	});

	it('writes an email that is another than the coworker’s', async () => {
		await feedBack({ email: 'reception@harbour-finch.example' });
		expect(stored().Email).toBe('reception@harbour-finch.example');
	});

	it('writes name and email where the link to the coworker is taken away', async () => {
		await feedBack({}, { clearFields: ['CoworkerId'] });
		expect(stored()).toMatchObject({
			CoworkerId: null,
			FullName: coworker.FullName,
			Email: coworker.Email,
		});
	});

	it('writes them where the contact is linked to somebody else', async () => {
		await feedBack({ coworkerId: sandbox.nexudus.coworkers[8].Id });
		expect(stored()).toMatchObject({ FullName: coworker.FullName, Email: coworker.Email });
	});
});
