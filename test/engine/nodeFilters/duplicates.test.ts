import { DOCUMENTED } from '../../../sandbox/nexudus/assumptions';
import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { column, filtersSent, list, pagesAsked, valueOf } from '../getAll/listing';

const CONTRACT = 'ContractContact_CoworkerContract';

describe("The filter 'Duplicates By'", () => {
	let sandbox: Sandbox;
	let contract: number;
	let otherContract: number;
	let coworker: { Id: number; Email: string; FullName: string };

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
		const { contracts, coworkers } = sandbox.nexudus;
		[contract, otherContract] = contracts.map(({ Id }) => Id);
		const linked = coworkers.find(({ Email, FullName }) => Email && FullName);
		coworker = {
			Id: Number(linked?.Id),
			Email: String(linked?.Email),
			FullName: String(linked?.FullName),
		};
	});

	afterEach(async () => {
		sandbox.nexudus.assume(DOCUMENTED);
		await sandbox.close();
	});

	const add = (given: Partial<ContractContact>): number =>
		sandbox.nexudus.contacts.add({ CoworkerContractId: contract, ...given }).Id;

	const duplicates = async (duplicatesBy: string, filters = {}, more = {}) =>
		await list(sandbox, { filters: { duplicatesBy, ...filters }, ...more });

	it('compares emails as Create or Update does, the linked coworker’s included', async () => {
		const first = add({ Email: 'rosalind.achterberg@mailbox.example' });
		const lent = add({ CoworkerId: coworker.Id });
		add({ Email: 'tomasz.wrona@mailbox.example' });
		const own = add({ Email: ` ${coworker.Email.toUpperCase()}\u00a0` });
		const second = add({ Email: 'ＲＯＳＡＬＩＮＤ.Achterberg@mailbox.example\u200b' });
		add({ CoworkerContractId: otherContract, Email: 'rosalind.achterberg@mailbox.example' });

		const { ids, requests, hints } = await duplicates('email');

		expect(ids).toEqual([first, second, lent, own]);
		expect(hints).toEqual([]);
		expect(requests).toHaveLength(1);
	});

	it('never takes what stands for none for the same', async () => {
		for (const Email of ['', null, ' ', 'n/a', 'none', '-']) {
			for (const FullName of ['', '\u00a0']) add({ Email: Email as string, FullName });
			add({ Email: Email as string, FullName: ' ', CoworkerId: 0 });
		}
		for (const by of ['email', 'fullName', 'coworkerId']) {
			expect((await duplicates(by)).ids).toEqual([]);
		}
	});

	it('is no duplicate of itself where its own email is the linked coworker’s', async () => {
		add({ Email: coworker.Email, CoworkerId: coworker.Id });
		expect((await duplicates('email')).ids).toEqual([]);
	});

	it('puts side by side who shares one value with one and another with a second', async () => {
		const alone = add({ Email: coworker.Email });
		const other = add({ Email: 'rosalind.achterberg@mailbox.example' });
		const pair = [1, 2].map(() => add({ Email: 'tomasz.wrona@mailbox.example' }));
		const between = add({
			Email: 'Rosalind.Achterberg@mailbox.example',
			CoworkerId: coworker.Id,
		});
		expect((await duplicates('email')).ids).toEqual([alone, other, between, ...pair]);
	});

	it('finds full names, also those of linked coworkers, and linked coworkers', async () => {
		const named = add({ FullName: 'José  Muñoz' });
		const linked = [1, 2].map((count) =>
			add({ FullName: `Mailbox ${count}`, CoworkerId: coworker.Id }),
		);
		const alike = add({ FullName: 'JOSÉ MUÑOZ ' });
		add({ FullName: 'Jose Munoz' });
		const lent = add({ FullName: coworker.FullName });

		expect((await duplicates('fullName')).ids).toEqual([named, alike, ...linked, lent]);
		expect((await duplicates('Full Name')).ids).toEqual([named, alike, ...linked, lent]);
		expect((await duplicates('coworkerId')).ids).toEqual(linked);
	});

	it('lets other filters choose among the duplicates, not among their twins', async () => {
		const Email = 'rosalind.achterberg@mailbox.example';
		const [cleared, matched, recipient] = [
			add({ Email, AmlCheckStatus: 2 }),
			add({ Email, AmlCheckStatus: 3 }),
			add({ Email, AmlCheckStatus: 3, ContractContactType: 3 }),
		];
		add({ Email: 'tomasz.wrona@mailbox.example', AmlCheckStatus: 3 });

		expect((await duplicates('email')).ids).toEqual([cleared, matched, recipient]);
		const { ids, requests, hints } = await duplicates('email', { amlCheckStatus: [3, 4] });
		expect(ids).toEqual([matched, recipient]);
		expect(filtersSent(requests)).toEqual([]);
		expect(hints).toEqual([]);
		const emptied = { amlCheckStatus: 3, emptyFields: ['AmlCheckDate'], contractContactType: 3 };
		expect((await duplicates('email', emptied)).ids).toEqual([recipient]);
	});

	it('begins with the smallest Id of those that come out, whatever Sort says', async () => {
		const first = add({ Email: 'rosalind.achterberg@mailbox.example' });
		const pair = [1, 2].map(() => add({ Email: 'tomasz.wrona@mailbox.example', Notes: 'x' }));
		const last = add({ Email: 'rosalind.achterberg@mailbox.example', Notes: 'x' });
		const sort = { by: { field: 'Notes', direction: 'desc' } };

		const all = await duplicates('email', {}, { sort });
		expect(all.ids).toEqual([first, last, ...pair]);
		expect(all.requests).toHaveLength(1);
		const noted = await duplicates('email', { notes: 'x' }, { sort });
		expect(noted.ids).toEqual([...pair, last]);
	});

	it('asks for one contract alone where that is filtered by', async () => {
		const Email = 'rosalind.achterberg@mailbox.example';
		const here = [add({ Email }), add({ Email })];
		for (let count = 0; count < 2; count++) add({ CoworkerContractId: otherContract, Email });
		const filters = { coworkerContractId: byId(contract), email: 'achterberg' };

		const { ids, requests, hints } = await duplicates('email', filters);
		expect(ids).toEqual(here);
		expect(filtersSent(requests)).toEqual([[CONTRACT, String(contract)]]);
		expect(hints).toEqual([]);

		sandbox.nexudus.assume({ ignoredFilters: [CONTRACT] });
		const ignored = await duplicates('email', filters);
		expect(ignored.ids).toEqual(here);
		expect(ignored.hints).toEqual([expect.stringContaining('do not match the filters')]);
	});

	it.each(['simplified', 'selected', 'raw'])('comes out %s as any list does', async (output) => {
		const Email = 'rosalind.achterberg@mailbox.example';
		const ids = [add({ Email, Notes: 'first' }), add({ Email, Notes: 'second' })];
		const shown = { output, outputFields: ['Notes', 'AmlCheckStatus'] };
		const { json } = await duplicates('email', {}, shown);
		const listed = await list(sandbox, shown);

		expect(json).toEqual(listed.json.filter(({ Id }) => ids.includes(Number(Id))));
		expect(json).toHaveLength(2);
	});

	it.each(['email', 'Email', 'FULL NAME', 'coworker'])('takes %j as a choice', async (by) => {
		expect((await duplicates(by)).error).toBeUndefined();
	});

	it('is refused where it is empty or no choice', async () => {
		const empty = await duplicates('={{ $json.by }}');
		expect(empty.error?.message).toBe("'Duplicates By' in 'Filters' is empty [item 0]");
		const unknown = await duplicates('={{ "phoneNumber" }}');
		expect(unknown.error?.message).toBe(
			"'Duplicates By' in 'Filters' must be one of: email, fullName, coworkerId [item 0]",
		);
		expect([...empty.requests, ...unknown.requests]).toEqual([]);
	});
});

describe('Duplicates among 10,000 contacts', () => {
	let sandbox: Sandbox;
	const PAIRS = 150;

	beforeAll(async () => {
		sandbox = await startSandbox({ records: { contacts: 10_000 } });
		const { contacts } = sandbox.nexudus;
		for (const { Id } of contacts.all()) {
			const own = { Email: `contact.${Id}@mailbox.example`, CoworkerId: 0 };
			contacts.change(Id, own, { keepUpdatedOn: true });
		}
		// A list that shows changes of this second is read twice.
		const stamps = { CreatedOn: '2025-02-07T15:02:10Z', UpdatedOn: '2025-02-07T15:02:10Z' };
		for (const { Id, CoworkerContractId, Email } of contacts.all().slice(0, PAIRS)) {
			const twin = { Email: Email?.toUpperCase(), Notes: `Twin of ${Id}` };
			contacts.add({ CoworkerContractId, ...twin, ...stamps });
		}
	}, 60_000);

	afterAll(async () => await sandbox.close());

	const filters = { duplicatesBy: 'email' };

	it('take one list, and no record in full', async () => {
		const { ids, requests } = await list(sandbox, { filters });
		expect(ids).toHaveLength(2 * PAIRS);
		expect(requests).toHaveLength(11);
		expect(new Set(pagesAsked(requests).map((page) => valueOf(page, 'page'))).size).toBe(11);
	});

	it('are cut at the limit after they were found', async () => {
		const all = await list(sandbox, { filters });
		const some = await list(sandbox, { filters, returnAll: false, limit: 5 });
		expect(some.ids).toEqual(all.ids.slice(0, 5));
		expect(some.requests).toHaveLength(11);
	});

	it('are loaded in full only as far as they come out', async () => {
		const shown = { output: 'selected', outputFields: ['Notes'] };
		const whole = await list(sandbox, { filters, ...shown });
		expect(whole.requests).toHaveLength(11 + 3);
		expect(column(whole.json, 'Notes').filter((note) => /^Twin/.test(String(note)))).toHaveLength(
			PAIRS,
		);

		const some = await list(sandbox, { filters, ...shown, returnAll: false, limit: 5 });
		expect(some.requests).toHaveLength(11 + 1);
		expect(some.json).toEqual(whole.json.slice(0, 5));
	});

	it('are loaded in full where a left-out field decides', async () => {
		const noted = { ...filters, notes: 'Twin of' };
		const { ids, requests } = await list(sandbox, { filters: noted, returnAll: false, limit: 5 });
		expect(ids).toHaveLength(5);
		expect(requests).toHaveLength(11 + 3);
	});
});
