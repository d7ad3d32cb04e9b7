import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { requestLines, updateOf } from '../update/updating';
import { upsertOf } from '../upsert/upserting';

const ADD_CHANGES = { options: { addChanges: true } };

describe('What was done', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let known: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		known = nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
	});

	afterEach(async () => await sandbox.close());

	const stored = () => nexudus.contacts.get(COMPLETE_CONTACT_ID);

	describe('by Update', () => {
		it('is told with Add Changes: from which value to which', async () => {
			const { json, error } = await sandbox.run(
				updateOf(
					known.Id,
					{ amlCheckStatus: 3, dateOfBirth: '1979-03-09', notes: known.Notes },
					{ ...ADD_CHANGES, output: 'simplified', clearFields: ['State'] },
				),
			);
			expect(error).toBeUndefined();
			expect(Object.keys(json[0])[0]).toBe('action');
			expect(json).toMatchObject([
				{
					action: 'updated',
					Id: known.Id,
					FullName: known.FullName,
					AmlCheckStatus: 'PotentialMatch',
					changes: [
						{ field: 'AmlCheckStatus', from: 'ManuallyCleared', to: 'PotentialMatch' },
						{ field: 'DateOfBirth', from: known.DateOfBirth, to: '1979-03-09T00:00:00Z' },
						{ field: 'State', from: known.State, to: null },
					],
				},
			]);
		});

		it('is told of raw records with their numbers, beside every field', async () => {
			const { json } = await sandbox.run(updateOf(known.Id, { amlCheckStatus: 3 }, ADD_CHANGES));
			expect(json).toEqual([
				{
					action: 'updated',
					...stored(),
					changes: [{ field: 'AmlCheckStatus', from: 6, to: 3 }],
				},
			]);
		});

		it('is told of records that were read again', async () => {
			const options = { addChanges: true, readBack: true };
			const { json } = await sandbox.run(updateOf(known.Id, { notes: 'Moved' }, { options }));
			expect(json).toMatchObject([
				{ action: 'updated', changes: [{ field: 'Notes', from: known.Notes, to: 'Moved' }] },
			]);
		});

		it('is told of an item that changed nothing', async () => {
			const { json } = await sandbox.run(updateOf(known.Id, { notes: known.Notes }, ADD_CHANGES));
			expect(json).toMatchObject([{ action: 'unchanged', Id: known.Id, changes: [] }]);
		});

		it('is told of each item by itself where several change one contact', async () => {
			const { json } = await sandbox.run(
				updateOf(known.Id, { notes: '={{ $json.notes }}' }, ADD_CHANGES),
				{ items: [{ notes: 'Moved' }, { notes: 'Moved out' }] },
			);
			expect(json.map(({ changes }) => changes)).toEqual([
				[{ field: 'Notes', from: known.Notes, to: 'Moved' }],
				[{ field: 'Notes', from: 'Moved', to: 'Moved out' }],
			]);
		});

		it('is told where the answer to the write was lost', async () => {
			nexudus.fail({ when: { method: 'PUT', nth: 1 }, how: 'cut after' });
			const { json } = await sandbox.run(updateOf(known.Id, { notes: 'Moved' }, ADD_CHANGES));
			expect(json).toMatchObject([
				{ action: 'updated', changes: [{ field: 'Notes', from: known.Notes, to: 'Moved' }] },
			]);
		});

		it('is not told otherwise, and takes the same requests', async () => {
			const requests: string[][] = [];
			for (const more of [{}, ADD_CHANGES]) {
				nexudus.clearRequests();
				const { json } = await sandbox.run(
					updateOf(known.Id, { notes: `Moved ${Object.keys(more).length}` }, more),
				);
				expect('changes' in json[0]).toBe(more === ADD_CHANGES);
				requests.push(requestLines(nexudus));
			}
			expect(requests[0]).toEqual(requests[1]);
		});
	});

	describe('by Create or Update', () => {
		const items = (): IDataObject[] => [
			{ email: known.Email, name: known.FullName, notes: 'Moved' },
			{ email: 'orla.quinlan@harbour.example', name: 'Orla Quinlan', notes: 'New' },
			{ email: known.Email, name: known.FullName, notes: 'Moved' },
		];

		const run = async (more: IDataObject) =>
			await sandbox.run(
				upsertOf(
					known.CoworkerContractId,
					{
						email: '={{ $json.email }}',
						fullName: '={{ $json.name }}',
						additionalFields: { notes: '={{ $json.notes }}' },
					},
					more,
				),
				{ items: items() },
			);

		it.each([
			{ output: 'simplified' },
			{ output: 'selected', outputFields: ['Notes'] },
			{ output: 'simplified', options: { readBack: false } },
		])('stands first in the output: %j', async (more) => {
			const { json, error } = await run(more);
			expect(error).toBeUndefined();
			expect(json.map((record) => Object.entries(record)[0])).toEqual([
				['action', 'updated'],
				['action', 'created'],
				['action', 'unchanged'],
			]);
			expect(json.some((record) => 'changes' in record)).toBe(false);
		});

		it('is told of raw records with Add Changes alone', async () => {
			const plain = await run({});
			expect(plain.json[0]).toEqual(stored());
			const { json } = await run(ADD_CHANGES);
			expect(json.map(({ action }) => action)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		});

		it('is told with every field of a new contact, from nothing', async () => {
			const { json } = await run({ ...ADD_CHANGES, output: 'simplified' });
			expect(json[1]).toMatchObject({ action: 'created', FullName: 'Orla Quinlan' });
			expect(json[1].changes).toEqual(
				expect.arrayContaining([
					{ field: 'FullName', from: null, to: 'Orla Quinlan' },
					{ field: 'ContractContactType', from: null, to: 'Director' },
				]),
			);
		});
	});
});
