import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { requestsWith, upsertOf } from './upserting';

const NEW = { fullName: 'Orla Quinlan', email: 'orla.quinlan@harbour-finch.example' };

describe('Create or Update', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let known: ContractContact;
	let contract: number;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		known = stored(COMPLETE_CONTACT_ID);
		contract = known.CoworkerContractId;
	});

	afterEach(async () => await sandbox.close());

	const stored = (id: unknown) => nexudus.contacts.get(Number(id)) as ContractContact;
	const bodies = (method: string) => requestsWith(nexudus, method).map(({ body }) => body);

	describe('where the contact is not there', () => {
		it('creates a director whose AML check has not started', async () => {
			const { json, error } = await sandbox.run(upsertOf(contract, NEW));
			expect(error).toBeUndefined();
			expect(bodies('POST')).toEqual([
				{
					CoworkerContractId: contract,
					FullName: NEW.fullName,
					Email: NEW.email,
					ContractContactType: 1,
					AmlCheckStatus: 0,
				},
			]);
			expect(bodies('PUT')).toEqual([]);
			expect(json).toEqual([stored(json[0].Id)]);
		});

		it('creates it with the type and status that were set, and all else', async () => {
			const additionalFields = {
				contractContactType: 'CompanyAlias',
				amlCheckStatus: 'Pending',
				notes: 'Signed up online',
				cityName: '',
			};
			const { json } = await sandbox.run(upsertOf(contract, { ...NEW, additionalFields }));
			expect(stored(json[0].Id)).toMatchObject({
				ContractContactType: 2,
				AmlCheckStatus: 1,
				Notes: 'Signed up online',
				CityName: null,
			});
		});

		it('sends nothing for the fields that are to be cleared', async () => {
			const more = { clearFields: ['Notes'], options: { emptyValues: 'clear' } };
			const { error } = await sandbox.run(
				upsertOf(contract, { ...NEW, additionalFields: { phoneNumber: '' } }, more),
			);
			expect(error).toBeUndefined();
			expect(Object.keys(bodies('POST')[0] as IDataObject)).not.toContain('Notes');
			expect(Object.keys(bodies('POST')[0] as IDataObject)).not.toContain('PhoneNumber');
		});

		it('puts out what was sent, without Read Back', async () => {
			const { json } = await sandbox.run(upsertOf(contract, NEW, { options: { readBack: false } }));
			expect(requestsWith(nexudus, 'GET')).toHaveLength(2);
			expect(json[0]).toMatchObject({ Id: expect.any(Number), FullName: NEW.fullName });
			expect(json[0]).not.toHaveProperty('CoworkerContractTariffName');
		});

		it('is not misled by the same person on another contract', async () => {
			const other = nexudus.contracts.find(({ Id }) => Id !== contract);
			const { json } = await sandbox.run(
				upsertOf(other?.Id, { email: known.Email, fullName: known.FullName }),
			);
			expect(json[0].Id).not.toBe(known.Id);
			expect(stored(known.Id)).toEqual(known);
		});
	});

	describe('where the contact is there', () => {
		it('updates it, and leaves type and AML status as they are', async () => {
			expect(known).toMatchObject({ AmlCheckStatus: 6 });
			nexudus.contacts.change(known.Id, { ContractContactType: 3 });
			const before = stored(known.Id);
			const { json, error } = await sandbox.run(
				upsertOf(contract, {
					email: known.Email,
					fullName: 'Siobhán Ní Néill',
					additionalFields: { notes: 'Moved' },
				}),
			);
			expect(error).toBeUndefined();
			expect(bodies('POST')).toEqual([]);
			expect(bodies('PUT')).toEqual([{ ...before, FullName: 'Siobhán Ní Néill', Notes: 'Moved' }]);
			expect(json).toEqual([stored(known.Id)]);
		});

		it('writes type and AML status where they were set', async () => {
			const additionalFields = { amlCheckStatus: 0, contractContactType: 'None' };
			await sandbox.run(
				upsertOf(contract, { email: known.Email, fullName: known.FullName, additionalFields }),
			);
			expect(stored(known.Id)).toMatchObject({ AmlCheckStatus: 0, ContractContactType: 0 });
		});

		it('does not write the property that was matched on', async () => {
			const email = `  ${known.Email?.toUpperCase()} `;
			await sandbox.run(
				upsertOf(contract, {
					email,
					fullName: known.FullName,
					additionalFields: { notes: 'Moved' },
				}),
			);
			expect(bodies('PUT')).toEqual([{ ...known, Notes: 'Moved' }]);
		});

		it('writes nothing where nothing differs, unless that is asked for', async () => {
			const same = { email: known.Email, fullName: known.FullName };
			const first = await sandbox.run(upsertOf(contract, same));
			expect(first.json).toEqual([known]);
			expect(bodies('PUT')).toEqual([]);
			await sandbox.run(upsertOf(contract, same, { options: { writeUnchanged: true } }));
			expect(bodies('PUT')).toEqual([known]);
		});

		it('clears what is to be cleared', async () => {
			const { error } = await sandbox.run(
				upsertOf(
					contract,
					{
						email: known.Email,
						fullName: known.FullName,
						additionalFields: { cityName: '', state: '' },
					},
					{ clearFields: ['Notes'], options: { emptyValues: 'clear' } },
				),
			);
			expect(error).toBeUndefined();
			expect(bodies('PUT')).toEqual([{ ...known, Notes: null, CityName: null, State: null }]);
		});

		it('reads it back by default, and not without Read Back', async () => {
			const fields = { email: known.Email, fullName: known.FullName };
			const change = (notes: string) => ({ ...fields, additionalFields: { notes } });
			await sandbox.run(upsertOf(contract, change('Moved')));
			expect(nexudus.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'PUT', 'GET']);
			nexudus.clearRequests();
			const { json } = await sandbox.run(
				upsertOf(contract, change('Moved out'), { options: { readBack: false } }),
			);
			expect(nexudus.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'PUT']);
			expect(json).toEqual([stored(known.Id)]);
		});
	});

	describe('matches', () => {
		it.each(['case', 'spaces'])('an email whatever its %s', async (difference) => {
			const email = difference === 'case' ? known.Email?.toUpperCase() : ` ${known.Email}\t`;
			const { json } = await sandbox.run(upsertOf(contract, { email, fullName: known.FullName }));
			expect(json[0].Id).toBe(known.Id);
			expect(bodies('POST')).toEqual([]);
		});

		it('a full name, trimmed and ignoring case', async () => {
			const fullName = ` ${known.FullName?.toUpperCase()} `;
			const { json } = await sandbox.run(upsertOf(contract, { fullName }, { matchOn: 'fullName' }));
			expect(json[0].Id).toBe(known.Id);
			expect(stored(known.Id).FullName).toBe(known.FullName);
		});

		it('by the email and by the name of the linked coworker', async () => {
			const { Id: CoworkerId, Email, FullName } = nexudus.coworkers[4];
			const linked = nexudus.contacts.add({
				CoworkerContractId: contract,
				CoworkerId,
				FullName: 'Managing director',
				Email: null,
			});
			const byEmail = await sandbox.run(
				upsertOf(contract, { email: Email, fullName: 'Managing director' }),
			);
			const byName = await sandbox.run(
				upsertOf(contract, { fullName: FullName }, { matchOn: 'fullName' }),
			);
			expect([byEmail.json[0].Id, byName.json[0].Id]).toEqual([linked.Id, linked.Id]);
			expect(bodies('POST')).toEqual([]);
		});

		it('by the coworker', async () => {
			const { Id: CoworkerId } = nexudus.coworkers[5];
			const { Id } = nexudus.contacts.add({
				CoworkerContractId: contract,
				CoworkerId,
				FullName: 'Niamh Byrne',
			});
			const matching = { coworkerId: byId(String(CoworkerId)), fullName: 'Niamh Byrne-Kelly' };
			const { json } = await sandbox.run(upsertOf(contract, matching, { matchOn: 'coworkerId' }));
			expect(json[0]).toMatchObject({ Id, FullName: 'Niamh Byrne-Kelly', CoworkerId });
		});

		it('only among the rows of the contract, where the server ignores the filter', async () => {
			nexudus.assume({ ignoredFilters: ['ContractContact_CoworkerContract'] });
			const other = nexudus.contracts.find(({ Id }) => Id !== contract);
			const { json } = await sandbox.run(
				upsertOf(other?.Id, { email: known.Email, fullName: known.FullName }),
			);
			expect(json[0]).toMatchObject({ CoworkerContractId: other?.Id });
			expect(stored(known.Id)).toEqual(known);
		});
	});

	it.each([
		['email', { fullName: 'Orla Quinlan', email: '={{ $json.gone }}' }],
		['fullName', { fullName: '={{ $json.gone }}', email: NEW.email }],
		['coworkerId', { fullName: 'Orla Quinlan', coworkerId: byId('={{ $json.gone }}') }],
	])('refuses an item without %s before anything is sent', async (matchOn, fields) => {
		const { error } = await sandbox.run(upsertOf(contract, fields, { matchOn }));
		expect(error?.message).toMatch(/is empty \[item 0\]$/);
		expect(nexudus.requests).toEqual([]);
	});
});
