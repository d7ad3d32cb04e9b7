import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { column, filtersSent, idsThatMatch, list, pagesAsked, valueOf } from './listing';

describe('Values as expressions and models give them to Get Many', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it.each(['TRUE', ' true\n', '={{ true }} ', '={{ "True" }}\u200B'])(
		'lists all where Return All is %j',
		async (returnAll) => {
			const { ids } = await list(sandbox, { returnAll });
			expect(ids).toHaveLength(sandbox.nexudus.contacts.count);
		},
	);

	it.each(['={{ false }}\n', '={{ "FALSE" }}', '={{ $json.all }}'])(
		'obeys the limit where it is %j',
		async (returnAll) => {
			const { ids, error } = await list(sandbox, { returnAll, limit: 4 });
			expect(error).toBeUndefined();
			expect(ids).toHaveLength(4);
		},
	);

	it.each(['FALSE', ''])(
		'takes 50 where it is %j, since n8n then drops the limit',
		async (returnAll) => {
			const { ids } = await list(sandbox, { returnAll, limit: 4 });
			expect(ids).toHaveLength(50);
		},
	);

	it.each([
		[{ returnAll: 'all' }, "'Return All' must be true or false"],
		[{ returnAll: '={{ 1 }}' }, "'Return All' must be true or false"],
		[{ options: { fullRecords: 'on' } }, "'Load All Fields' must be true or false"],
		[{ options: { ignoreEmptyFilters: '={{ 0 }}' } }, "'Ignore Empty Filters' must be true or"],
	])('refuses a switch that is neither on nor off: %j', async (parameters, message) => {
		const { error, requests } = await list(sandbox, parameters);
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});

	it.each(['Pending, manually cleared', '["Pending","ManuallyCleared"]\n', '={{ [1, 6] }} '])(
		'lists several statuses that come as %j',
		async (amlCheckStatus) => {
			const { ids } = await list(sandbox, { filters: { amlCheckStatus } });
			expect(ids).toEqual(
				idsThatMatch(sandbox, ({ AmlCheckStatus }) => [1, 6].includes(Number(AmlCheckStatus))),
			);
		},
	);

	it('puts out the fields that a text lists', async () => {
		const { json } = await list(sandbox, {
			output: 'selected',
			outputFields: 'Email, full name,',
			returnAll: false,
			limit: 1,
		});
		expect(Object.keys(json[0])).toEqual(['Id', 'Email', 'FullName']);
		const { error } = await list(sandbox, { output: 'selected', outputFields: 'Email, Fax' });
		expect(error?.message).toContain("names a field that does not exist: 'Fax'");
	});

	it('asks without the blanks around a text, and finds what it means', async () => {
		const { FullName } = sandbox.nexudus.contacts.all()[7];
		const given: INodeParameters = { fullName: `={{ $json.name }}` };
		const items: IDataObject[] = [{ name: `\u00A0${FullName}\u200B\n` }];
		for (const textMatch of ['api', 'exact']) {
			const found = await list(sandbox, { filters: given, options: { textMatch } }, { items });
			expect(filtersSent(found.requests)).toEqual([['ContractContact_FullName', FullName]]);
			expect(column(found.json, 'FullName')).toContain(FullName);
		}
	});

	it('asks for half an emoji without harm', async () => {
		const { error, requests, json } = await list(sandbox, { filters: { notes: 'Gift \uD83C' } });
		expect(error).toBeUndefined();
		expect(filtersSent(requests)).toEqual([['ContractContact_Notes', 'Gift \uFFFD']]);
		expect(json).toEqual([]);
	});

	it.each([
		[
			'updatedOnTo',
			'9999-12-31',
			'America/Lima',
			'to_ContractContact_UpdatedOn',
			'9999-12-31T23:59',
		],
		[
			'createdOnTo',
			'9999-12-31T23:59:59.999Z',
			'UTC',
			'to_ContractContact_CreatedOn',
			'9999-12-31T23:59',
		],
		[
			'createdOnFrom',
			'0001-01-01',
			'Asia/Tokyo',
			'from_ContractContact_CreatedOn',
			'0001-01-01T00:00',
		],
	])('takes %s = %s in %s for no bound at all', async (name, value, timezone, query, sent) => {
		const { ids, requests } = await list(sandbox, { filters: { [name]: value } }, { timezone });
		expect(filtersSent(requests)).toEqual([[query, sent]]);
		expect(ids).toHaveLength(sandbox.nexudus.contacts.count);
	});

	it.each([
		['Europe/Berlin', '1969-07-19T23:00:00.000Z'],
		['America/New_York', '={{ DateTime.fromISO("1969-07-20", { zone: "UTC" }) }}'],
		['America/New_York', '={{ new Date("1969-07-20T04:00:00Z") }}'],
		['Asia/Tokyo', '1969-07-20T00:00:00-03:00'],
	])('in %s takes the birthday %s for the day that is meant', async (timezone, dateOfBirth) => {
		const { requests } = await list(sandbox, { filters: { dateOfBirth } }, { timezone });
		expect(filtersSent(requests)).toEqual([['ContractContact_DateOfBirth', '1969-07-20T00:00']]);
	});
});

describe('Several statuses, sorted by a text, up to a limit', () => {
	it.each([
		{ direction: 'asc', limit: 3 },
		{ direction: 'desc', limit: 3 },
		{ direction: 'asc', limit: 60 },
	])('are one list in the server’s order: $direction, $limit', async ({ direction, limit }) => {
		const sandbox = await startSandbox();
		const by = { field: 'FullName', direction };
		const all = await list(sandbox, { sort: { by }, output: 'raw' });
		const wanted = all.json.filter(({ AmlCheckStatus }) =>
			[0, 3, 5].includes(Number(AmlCheckStatus)),
		);

		const { ids, requests, hints } = await list(sandbox, {
			returnAll: false,
			limit,
			sort: { by },
			filters: { amlCheckStatus: [0, 3, 5], coworkerActive: true },
		});

		const active = wanted.filter(({ CoworkerActive }) => CoworkerActive === true);
		expect(ids).toEqual(column(active, 'Id').slice(0, limit));
		expect(hints).toEqual([]);
		const asked = pagesAsked(requests);
		expect(asked.map((request) => valueOf(request, 'ContractContact_AmlCheckStatus'))).toEqual(
			asked.map(() => undefined),
		);
		expect(asked.length).toBeLessThanOrEqual(3);
		await sandbox.close();
	});
});
