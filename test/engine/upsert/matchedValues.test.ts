import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { requestsWith, upsertOf } from './upserting';

const NAME = 'Zoë Müller-Åström';
const EMAIL = 'zoe.muller@harbour-finch.example';

const sameNames: Array<[string, string]> = [
	['decomposed letters', NAME.normalize('NFD')],
	['a no-break space', NAME.replace(' ', '\u00a0')],
	['two spaces and a tab', NAME.replace(' ', ' \t ')],
	['a narrow no-break space around it', `\u202f${NAME}\u2009`],
	['a zero-width space behind it', `${NAME}\u200b`],
	['a soft hyphen and a byte order mark in it', NAME.replace('-', '\u00ad-\ufeff')],
	['full-width letters', NAME.replace('ller', 'ｌｌｅｒ')],
	['another case', NAME.toUpperCase()],
];

describe('What Create or Update matches on', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let contract: number;
	let known: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		contract = nexudus.contracts[2].Id;
		known = nexudus.contacts.add({
			CoworkerContractId: contract,
			FullName: NAME,
			Email: EMAIL,
		});
	});

	afterEach(async () => await sandbox.close());

	const upsert = async (values: IDataObject, matchOn = 'email', items: IDataObject[] = [{}]) =>
		await sandbox.run(upsertOf(contract, values, { matchOn }), { items });
	const posts = () => requestsWith(nexudus, 'POST').length;

	it.each(sameNames)('is the same name with %s', async (_difference, fullName) => {
		const { json, error } = await upsert({ fullName }, 'fullName');
		expect(error).toBeUndefined();
		expect(json[0].Id).toBe(known.Id);
		expect(posts()).toBe(0);
		expect(nexudus.contacts.get(known.Id)).toEqual(known);
	});

	it.each(sameNames)('is the same new name with %s within one run', async (_what, other) => {
		nexudus.contacts.remove(known.Id);
		const { json, error } = await upsert({ fullName: '={{ $json.name }}' }, 'fullName', [
			{ name: NAME },
			{ name: other },
		]);
		expect(error).toBeUndefined();
		expect(json[0].Id).toBe(json[1].Id);
		expect(posts()).toBe(1);
	});

	it.each([
		['a zero-width space', `${EMAIL}\u200b`],
		['full-width letters', EMAIL.replace('zoe', 'ｚｏｅ')],
		['a no-break space', `\u00a0${EMAIL}`],
	])('is the same email with %s', async (_difference, email) => {
		const { json } = await upsert({ email, fullName: NAME });
		expect(json[0].Id).toBe(known.Id);
		expect(posts()).toBe(0);
	});

	it.each(['Zoe Müller-Åström', 'Zoë Muller-Åström'])(
		'is another person where accents differ: %s',
		async (fullName) => {
			const { json } = await upsert({ fullName }, 'fullName');
			expect(json[0].Id).not.toBe(known.Id);
			expect(posts()).toBe(1);
		},
	);

	it.each(['n/a', 'none', '-', 'zoe.muller', '\u200b', '\u00a0 \t'])(
		'is refused as an email where it is %p',
		async (email) => {
			const { error } = await upsert({ email: '={{ $json.email }}', fullName: NAME }, 'email', [
				{ email },
			]);
			expect(error?.message).toMatch(/^'Email' .*\[item 0\]$/);
			expect(nexudus.requests).toEqual([]);
		},
	);

	it('need not be an email where it is not matched on', async () => {
		const additionalFields = { email: 'n/a' };
		const { error } = await upsert({ fullName: NAME, additionalFields }, 'fullName');
		expect(error).toBeUndefined();
		expect(nexudus.contacts.get(known.Id)?.Email).toBe('n/a');
	});

	describe('by a linked coworker, where the contact has no name of its own,', () => {
		let linked: ContractContact;
		let coworker: PracticeNexudus['coworkers'][number];

		beforeEach(() => {
			coworker = nexudus.coworkers[7];
			linked = nexudus.contacts.add({
				CoworkerContractId: contract,
				CoworkerId: coworker.Id,
				FullName: null,
				Email: null,
			});
		});

		const stored = () => nexudus.contacts.get(linked.Id);
		const additionalFields = { phoneNumber: '+353 91 555 019' };

		it('writes the given name along with another field', async () => {
			const { error } = await upsert({ fullName: coworker.FullName, additionalFields }, 'fullName');
			expect(error).toBeUndefined();
			expect(stored()).toMatchObject({
				FullName: coworker.FullName,
				PhoneNumber: additionalFields.phoneNumber,
				Email: null,
			});
		});

		it('writes nothing where nothing else differs', async () => {
			const { error } = await upsert({ fullName: coworker.FullName }, 'fullName');
			expect(error).toBeUndefined();
			expect(stored()).toEqual(linked);
			expect(requestsWith(nexudus, 'PUT')).toEqual([]);
		});

		it('takes the given name, matched by the coworker’s email', async () => {
			const { Email, FullName } = coworker;
			await upsert({ email: Email, fullName: FullName });
			expect(stored()).toEqual(linked);
			await upsert({ email: Email, fullName: FullName, additionalFields });
			expect(stored()).toMatchObject({ FullName, PhoneNumber: additionalFields.phoneNumber });
			await upsert({ email: Email, fullName: 'Managing director' });
			expect(stored()?.FullName).toBe('Managing director');
		});
	});

	it('names Additional Fields where the contact lacks what Nexudus requires', async () => {
		nexudus.contacts.change(known.Id, { ContractContactType: null as never });
		const additionalFields = { notes: 'Collects weekly' };
		const { error } = await upsert({ email: EMAIL, fullName: NAME, additionalFields });
		expect(error?.message).toContain("has no 'Contact Type', which Nexudus requires");
		expect(error?.description).toContain("Set 'Contact Type' under 'Additional Fields'.");
		expect(error?.description).not.toContain('Update Fields');
	});
});
