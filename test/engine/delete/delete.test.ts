import type { IDataObject } from 'n8n-workflow';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { deletionsOf, sent, someIds } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';

const UNKNOWN = 87_999_999;

describe('Delete', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	/** What comes out for a contact that is there now. */
	const deleted = (id: number) => ({
		deleted: true,
		Id: id,
		FullName: nexudus.contacts.get(id)?.FullName,
	});

	async function remove(
		ids: readonly number[],
		options: IDataObject = {},
		onError?: 'continueRegularOutput',
	) {
		const [parameters, items] = deletionsOf(ids, options);
		return await sandbox.run(parameters, { items, onError });
	}

	it('removes the contact, and puts out its ID and its name', async () => {
		const before = nexudus.contacts.all();
		const expected = deleted(COMPLETE_CONTACT_ID);
		const { json, items, error } = await remove([COMPLETE_CONTACT_ID]);
		expect(error).toBeUndefined();
		expect(json).toEqual([expected]);
		expect(items[0].pairedItem).toEqual({ item: 0 });
		expect(nexudus.contacts.all()).toEqual(before.filter(({ Id }) => Id !== COMPLETE_CONTACT_ID));
		expect(nexudus.requests.map(({ method, rawUrl }) => `${method} ${rawUrl}`)).toEqual([
			`GET /api/billing/contractcontacts/${COMPLETE_CONTACT_ID}`,
			`DELETE /api/billing/contractcontacts/${COMPLETE_CONTACT_ID}`,
		]);
	});

	it('removes many with one request each and one for the names, and keeps the order of the items', async () => {
		const ids = someIds(nexudus, 60).reverse();
		const expected = ids.map(deleted);
		const { json, items, error } = await remove(ids);
		expect(error).toBeUndefined();
		expect(json).toEqual(expected);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_id, item) => ({ item })));
		expect(nexudus.contacts.count).toBe(320 - 60);
		expect(nexudus.requests).toHaveLength(60 + 1);
	});

	describe('tells the name', () => {
		it('of the linked coworker where the contact has none', async () => {
			const [, , , { Id: CoworkerId, FullName }] = nexudus.coworkers;
			const { Id } = nexudus.contacts.add({ CoworkerId, FullName: null });
			const { json } = await remove([Id]);
			expect(json).toEqual([{ deleted: true, Id, FullName }]);
		});

		it('of 250 contacts for three requests, on any of them', async () => {
			const ids = someIds(nexudus, 250);
			const expected = ids.map(deleted);
			const { json } = await remove(ids);
			expect(json).toEqual(expected);
			expect(sent(nexudus, 'GET')).toBe(3);
		});

		it.each([
			[
				'the role to read',
				() =>
					nexudus.setRoles('operations@northlight-workspaces.example', ['ContractContact-Delete']),
			],
			['a batch route that answers', () => nexudus.assume({ batchRoute: 'failing' })],
			['a batch route', () => nexudus.assume({ batchRoute: 'absent' })],
		])('only with %s, and fails nothing without', async (_what, take) => {
			take();
			const ids = someIds(nexudus, 120);
			const { json, hints, error } = await remove(ids);
			expect(error).toBeUndefined();
			expect(hints).toEqual([]);
			expect(json).toEqual(ids.map((Id) => ({ deleted: true, Id })));
			expect(sent(nexudus, 'GET')).toBeLessThanOrEqual(2);
			expect(nexudus.contacts.count).toBe(200);
		});
	});

	describe('of a contact that is gone', () => {
		it('fails with words', async () => {
			const { error } = await remove([UNKNOWN]);
			expect(error?.message).toBe(
				`Nexudus could not delete contract contact ${UNKNOWN}: it does not exist [item 0]`,
			);
			expect(error?.description).toContain('Check the ID');
		});

		it('counts as done with Ignore Missing', async () => {
			const [there] = someIds(nexudus, 1);
			const expected = [{ deleted: true, Id: UNKNOWN }, deleted(there)];
			const { json, error } = await remove([UNKNOWN, there], { ignoreMissing: true });
			expect(error).toBeUndefined();
			expect(json).toEqual(expected);
			expect(nexudus.contacts.get(there)).toBeUndefined();
		});

		it('counts as done with Ignore Missing also where it is looked at first', async () => {
			const options = { ignoreMissing: true, onlyIfUnchangedSince: '2026-01-01T00:00:00Z' };
			const { json, error } = await remove([UNKNOWN], options);
			expect(error).toBeUndefined();
			expect(json).toEqual([{ deleted: true, Id: UNKNOWN }]);
			expect(sent(nexudus, 'DELETE')).toBe(0);
		});

		it('fails its own item alone when the workflow goes on', async () => {
			const [one, other] = someIds(nexudus, 2);
			const expected = [one, other].map(deleted);
			const { json } = await remove([one, UNKNOWN, other], {}, 'continueRegularOutput');
			expect([json[0], json[2]]).toEqual(expected);
			expect(json[1].error).toContain(`contact ${UNKNOWN}: it does not exist [item 1]`);
		});
	});

	it.each([
		['a web page', { status: 404, body: '<html><h1>404 Not Found</h1></html>' }],
		[
			'words of a server without such a route',
			{
				status: 404,
				body: { Message: 'No HTTP resource was found that matches the request URI.' },
			},
		],
	])(
		'at an address that answers 404 with %s is a failure, with Ignore Missing too',
		async (_what, how) => {
			nexudus.fail({ when: {}, how });
			for (const options of [{}, { onlyIfUnchangedSince: '2026-01-01T00:00:00Z' }]) {
				const { error } = await remove([COMPLETE_CONTACT_ID], { ignoreMissing: true, ...options });
				expect(error?.message).toContain('the server has no such address');
				expect(error?.description).toContain("Check 'Base URL'");
			}
		},
	);

	it('at such an address fails too where the answer to the deletion was lost', async () => {
		nexudus.fail({ when: { method: 'DELETE' }, how: 'cut before' });
		nexudus.fail({ when: { method: 'GET' }, how: { status: 404, body: '<html>Not here</html>' } });
		const { error } = await remove([COMPLETE_CONTACT_ID], { ignoreMissing: true });
		expect(error?.message).toContain('may have been deleted');
	});

	it('fails where it is to be looked at first, and Nexudus answers 500 for what is gone', async () => {
		nexudus.assume({ unknownId: 500 });
		const options = { ignoreMissing: true, onlyIfUnchangedSince: '2099-01-01T00:00:00Z' };
		const [there] = someIds(nexudus, 1);
		const expected = deleted(there);
		const { json } = await remove([UNKNOWN, there], options, 'continueRegularOutput');
		expect(json[0].error).toContain(
			`get contract contact ${UNKNOWN}: its server had trouble (500)`,
		);
		expect(json[1]).toEqual(expected);
	});

	it('of one contact twice fails the second time, unless missing ones are ignored', async () => {
		const [one, other] = someIds(nexudus, 2);
		const [expected, expectedToo] = [one, other].map(deleted);
		const twice = await remove([one, one], {}, 'continueRegularOutput');
		expect(twice.json[0]).toEqual(expected);
		expect(twice.json[1].error).toContain(`contact ${one}: it does not exist [item 1]`);
		const ignored = await remove([other, other], { ignoreMissing: true });
		expect(ignored.json).toEqual([expectedToo, expectedToo]);
	});

	describe('with Only If Unchanged Since', () => {
		const contact = () => nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;

		it('removes a contact that is as it was last seen', async () => {
			const { error } = await remove([COMPLETE_CONTACT_ID], {
				onlyIfUnchangedSince: contact().UpdatedOn,
			});
			expect(error).toBeUndefined();
			expect(nexudus.contacts.get(COMPLETE_CONTACT_ID)).toBeUndefined();
			expect(nexudus.requests.map(({ method }) => method)).toEqual(['GET', 'DELETE']);
		});

		it('leaves a contact that was changed since', async () => {
			const { UpdatedOn } = contact();
			nexudus.contacts.change(COMPLETE_CONTACT_ID, { AmlCheckStatus: 4 });
			const { error } = await remove([COMPLETE_CONTACT_ID], { onlyIfUnchangedSince: UpdatedOn });
			expect(error?.message).toContain(`Contract contact ${COMPLETE_CONTACT_ID} was changed after`);
			expect(contact()).toMatchObject({ AmlCheckStatus: 4 });
			expect(sent(nexudus, 'DELETE')).toBe(0);
		});
	});

	it('looks again at a contact whose deletion had to wait, and leaves one that was changed meanwhile', async () => {
		nexudus.fail({
			when: { method: 'DELETE', nth: 1 },
			how: { status: 409, headers: { 'Retry-After': '5.2' } },
		});
		const { UpdatedOn } = nexudus.contacts.get(COMPLETE_CONTACT_ID) as ContractContact;
		const run = remove([COMPLETE_CONTACT_ID], { onlyIfUnchangedSince: UpdatedOn });
		while (sent(nexudus, 'DELETE') < 1) await new Promise((resolve) => setTimeout(resolve, 5));
		nexudus.contacts.change(COMPLETE_CONTACT_ID, { AmlCheckStatus: 4 });
		const { error } = await run;
		expect(error?.message).toContain('was changed after');
		expect(nexudus.contacts.get(COMPLETE_CONTACT_ID)).toMatchObject({ AmlCheckStatus: 4 });
		expect(sent(nexudus, 'DELETE')).toBe(1);
	});

	it('says in words where Nexudus has no such action', async () => {
		nexudus.fail({ when: { method: 'DELETE' }, how: { status: 405 } });
		const { error } = await remove([COMPLETE_CONTACT_ID]);
		expect(error?.message).toBe(
			`Nexudus does not allow to delete contract contact ${COMPLETE_CONTACT_ID} [item 0]`,
		);
		expect(error?.description).toContain('Do it in Nexudus itself.');
	});

	it('says why Nexudus refuses to delete a contact', async () => {
		const Message = 'You must delete all deliveries using this record before you can delete it.';
		nexudus.fail({
			when: { method: 'DELETE' },
			how: { status: 500, body: { Status: 500, Message, Value: null, WasSuccessful: false } },
		});
		const { error } = await remove([COMPLETE_CONTACT_ID]);
		expect(error?.message).toContain(Message);
		expect(sent(nexudus, 'DELETE')).toBe(1);
	});

	it('removes nothing further after a failure', async () => {
		nexudus.setLatency(10);
		const ids = [...someIds(nexudus, 3), UNKNOWN, ...someIds(nexudus, 40).slice(3)];
		const { error } = await remove(ids);
		expect(error?.message).toContain(`${UNKNOWN}: it does not exist [item 3]`);
		const gone = 320 - nexudus.contacts.count;
		expect(error?.description).toContain(`${gone} of 41 items were done before.`);
		expect(gone).toBeLessThanOrEqual(3 + 3);
	});

	it.each(['', 'abc', '12/../13', 0, -4, 1.5])('refuses %p as an ID', async (id) => {
		const [parameters] = deletionsOf([]);
		const { error } = await sandbox.run(parameters, { items: [{ id }] });
		expect(error?.message).toContain('[item 0]');
		expect(nexudus.requests).toEqual([]);
	});
});
