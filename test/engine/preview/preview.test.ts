import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { creationOf } from '../create/creating';
import { deletionsOf, sent, someIds } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { updateOf } from '../update/updating';
import { upsertOf } from '../upsert/upserting';

const UNKNOWN = 87_999_999;
const PREVIEW = { previewOnly: true };
const SIMPLIFIED = { options: PREVIEW, output: 'simplified' };

describe('With Preview Only', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;
	let before: ContractContact[];
	let known: ContractContact;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
		before = nexudus.contacts.all();
		known = nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
	});

	afterEach(async () => {
		const after = nexudus.contacts.all();
		await sandbox.close();
		expect(nexudus.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		expect(after).toEqual(before);
	});

	describe('Update', () => {
		it('shows what would change, with the values as the output shows them', async () => {
			const parameters = updateOf(
				known.Id,
				{ amlCheckStatus: 'Potential Match', notes: 'Moved', email: known.Email },
				{ ...SIMPLIFIED, clearFields: ['State'] },
			);
			const { json, items, error } = await sandbox.run(parameters);
			expect(error).toBeUndefined();
			expect(items[0].pairedItem).toEqual({ item: 0 });
			expect(Object.keys(json[0])).toEqual(['preview', 'action', 'Id', 'FullName', 'changes']);
			expect(json).toEqual([
				{
					preview: true,
					action: 'updated',
					Id: known.Id,
					FullName: known.FullName,
					changes: [
						{ field: 'AmlCheckStatus', from: 'ManuallyCleared', to: 'PotentialMatch' },
						{ field: 'Notes', from: known.Notes, to: 'Moved' },
						{ field: 'State', from: known.State, to: null },
					],
				},
			]);
		});

		it('shows numbers where the output is raw', async () => {
			const { json } = await sandbox.run(
				updateOf(known.Id, { amlCheckStatus: 3 }, { options: PREVIEW }),
			);
			expect(json[0].changes).toEqual([{ field: 'AmlCheckStatus', from: 6, to: 3 }]);
		});

		it('says where nothing would change', async () => {
			const { json } = await sandbox.run(updateOf(known.Id, { notes: known.Notes }, SIMPLIFIED));
			expect(json).toMatchObject([{ action: 'unchanged', changes: [] }]);
		});

		it('shows to an item what earlier items of the run would have left', async () => {
			const { json } = await sandbox.run(
				updateOf(known.Id, { notes: '={{ $json.notes }}' }, SIMPLIFIED),
				{ items: [{ notes: 'Moved' }, { notes: 'Moved' }, { notes: 'Moved out' }] },
			);
			expect(json.map(({ action, changes }) => [action, changes])).toEqual([
				['updated', [{ field: 'Notes', from: known.Notes, to: 'Moved' }]],
				['unchanged', []],
				['updated', [{ field: 'Notes', from: 'Moved', to: 'Moved out' }]],
			]);
		});

		it('needs one request a hundred, and none to load again what other fields follow from', async () => {
			const ids = someIds(nexudus, 250);
			const { json } = await sandbox.run(
				updateOf('={{ $json.id }}', { countryId: nexudus.countries[7].Id }, SIMPLIFIED),
				{ items: ids.map((id) => ({ id })) },
			);
			expect(json.map(({ Id }) => Id)).toEqual(ids);
			expect(nexudus.requests).toHaveLength(3);
		});

		it('checks as in a real run: who is gone, what was changed since, what lacks a field', async () => {
			const legacy = nexudus.contacts.add({ FullName: null });
			before = nexudus.contacts.all();
			const parameters = updateOf(
				'={{ $json.id }}',
				{ notes: 'Moved' },
				{ options: { ...PREVIEW, onlyIfUnchangedSince: '={{ $json.seen }}' } },
			);
			const late = '2099-01-01T00:00:00Z';
			const { json } = await sandbox.run(parameters, {
				items: [
					{ id: UNKNOWN, seen: late },
					{ id: known.Id, seen: '2001-01-01T00:00:00Z' },
					{ id: legacy.Id, seen: late },
				],
				onError: 'continueRegularOutput',
			});
			expect(json[0].error).toContain('it does not exist');
			expect(json[1].error).toContain('was changed after');
			expect(json[2].error).toContain("has no 'Full Name'");
		});
	});

	describe('Create', () => {
		it('shows every field that would be sent, and no Id', async () => {
			const { json } = await sandbox.run(creationOf(nexudus, { notes: 'Moved' }, SIMPLIFIED));
			expect(json).toEqual([
				{
					preview: true,
					action: 'created',
					FullName: 'Nathan Smith',
					changes: expect.arrayContaining([
						{ field: 'FullName', from: null, to: 'Nathan Smith' },
						{ field: 'CoworkerContractId', from: null, to: nexudus.contracts[2].Id },
						{ field: 'ContractContactType', from: null, to: 'Director' },
						{ field: 'AmlCheckStatus', from: null, to: 'NotStarted' },
						{ field: 'Notes', from: null, to: 'Moved' },
					]),
				},
			]);
			expect(json[0].changes).toHaveLength(5);
			expect(nexudus.requests).toEqual([]);
		});

		it('refuses an item with a wrong value as ever', async () => {
			const { error } = await sandbox.run(
				creationOf(nexudus, { amlCheckDate: 'soon' }, SIMPLIFIED),
			);
			expect(error?.message).toContain("'AML Check Date' in 'Additional Fields' must be a date");
		});
	});

	describe('Create or Update', () => {
		const items = (): IDataObject[] => [
			{ email: known.Email, name: known.FullName, notes: 'Moved' },
			{ email: 'orla.quinlan@harbour.example', name: 'Orla Quinlan', notes: 'New' },
			{ email: ' ORLA.QUINLAN@harbour.example', name: 'Orla Quinlan', notes: 'New again' },
			{ email: 'orla.quinlan@harbour.example', name: 'Orla Quinlan', notes: 'New again' },
			{ email: known.Email, name: known.FullName, notes: 'Moved' },
		];
		const parameters = (): INodeParameters =>
			upsertOf(
				known.CoworkerContractId,
				{
					email: '={{ $json.email }}',
					fullName: '={{ $json.name }}',
					additionalFields: { notes: '={{ $json.notes }}' },
				},
				SIMPLIFIED,
			);

		it('tells what would be created, updated or left, as items follow each other', async () => {
			const { json, error } = await sandbox.run(parameters(), { items: items() });
			expect(error).toBeUndefined();
			expect(json.map(({ action, Id }) => [action, Id])).toEqual([
				['updated', known.Id],
				['created', undefined],
				['updated', undefined],
				['unchanged', undefined],
				['unchanged', known.Id],
			]);
			expect(json[2]).toEqual({
				preview: true,
				action: 'updated',
				FullName: 'Orla Quinlan',
				changes: [{ field: 'Notes', from: 'New', to: 'New again' }],
			});
		});

		it('reports several that match as in a real run', async () => {
			const { CoworkerContractId, Email, FullName } = known;
			nexudus.contacts.add({ CoworkerContractId, Email, FullName });
			before = nexudus.contacts.all();
			const { error } = await sandbox.run(parameters(), { items: items() });
			expect(error?.message).toContain('Several contract contacts match');
		});
	});

	describe('Delete', () => {
		async function remove(ids: readonly number[], options: IDataObject = {}) {
			const [parameters, items] = deletionsOf(ids, { ...PREVIEW, ...options });
			return await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		}

		it('shows who would go, for one request a hundred', async () => {
			const ids = someIds(nexudus, 120);
			const { json } = await remove(ids);
			expect(json).toEqual(
				ids.map((Id) => ({
					preview: true,
					action: 'deleted',
					Id,
					FullName: nexudus.contacts.get(Id)?.FullName,
					changes: [],
				})),
			);
			expect(sent(nexudus, 'GET')).toBe(2);
		});

		it.each(['present', 'absent', 'failing'] as const)(
			'fails for who is gone, or would be by then, with a batch route that is %s',
			async (batchRoute) => {
				nexudus.assume({ batchRoute });
				const { json } = await remove([known.Id, UNKNOWN, known.Id]);
				expect(json[0]).toMatchObject({ preview: true, FullName: known.FullName });
				for (const [item, id] of [UNKNOWN, known.Id].entries()) {
					expect(json[item + 1].error).toBe(
						`Nexudus could not delete contract contact ${id}: it does not exist [item ${item + 1}]. Check the ID, and that it was not deleted. If every ID is refused, check 'Base URL' in the credential.`,
					);
				}
			},
		);

		it('heeds Ignore Missing and Only If Unchanged Since', async () => {
			const ignored = await remove([UNKNOWN], { ignoreMissing: true });
			expect(ignored.json).toEqual([
				{ preview: true, action: 'deleted', Id: UNKNOWN, changes: [] },
			]);
			const guarded = await remove([known.Id], { onlyIfUnchangedSince: '2001-01-01T00:00:00Z' });
			expect(guarded.json[0].error).toContain('was changed after');
			const fresh = await remove([known.Id], { onlyIfUnchangedSince: known.UpdatedOn });
			expect(fresh.json).toMatchObject([{ preview: true, FullName: known.FullName }]);
		});

		it('needs the role to read, and says so', async () => {
			nexudus.setRoles('operations@northlight-workspaces.example', ['ContractContact-Delete']);
			const { json } = await remove([known.Id]);
			expect(json[0].error).toContain('ContractContact-Read');
		});
	});

	it.each(['', '={{ $json.missing }}'])(
		'refuses the option that came out empty: %p',
		async (empty) => {
			const given = { options: { previewOnly: empty } };
			for (const parameters of [
				updateOf(known.Id, { notes: 'Moved' }, given),
				creationOf(nexudus, {}, given),
				{ operation: 'delete', contractContactId: byId(known.Id), ...given },
			]) {
				const { error } = await sandbox.run(parameters);
				expect(error?.message).toBe("'Preview Only' under 'Options' is empty [item 0]");
			}
			expect(nexudus.requests).toEqual([]);
		},
	);
});
