import type { IDataObject } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';

const PAGE_SIZE = 40;
const PAGES = 320 / PAGE_SIZE;

/** What others do in Nexudus while a list is read. */
const disturbances: Array<[string, (nexudus: PracticeNexudus, ids: number[]) => void]> = [
	[
		'deletes contacts of pages already read',
		({ contacts }, ids) => remove(contacts, ids.slice(3, 8)),
	],
	[
		'deletes contacts of pages still to come',
		({ contacts }, ids) => remove(contacts, ids.slice(-5)),
	],
	['adds contacts', ({ contacts }) => add(contacts, 7)],
	[
		'adds and deletes contacts',
		({ contacts }, ids) => {
			remove(contacts, ids.slice(10, 30));
			add(contacts, 45);
		},
	],
	[
		'adds as many contacts as are deleted',
		({ contacts }, ids) => {
			remove(contacts, ids.slice(10, 30));
			add(contacts, 20);
		},
	],
	[
		'renames contacts so that they go to the end',
		({ contacts }, ids) => rename(contacts, ids, 'Zuzana'),
	],
	[
		'renames contacts so that they go to the beginning',
		({ contacts }, ids) => rename(contacts, ids, 'Aaron'),
	],
	[
		'moves contacts to the end without a stamp',
		({ contacts }, ids) => rename(contacts, ids, 'Zuzana', { keepUpdatedOn: true }),
	],
	[
		'moves contacts to the beginning without a stamp',
		({ contacts }, ids) => rename(contacts, ids, 'Aaron', { keepUpdatedOn: true }),
	],
];

const sorts = [
	['Id', 'asc'],
	['FullName', 'asc'],
	['AmlCheckStatus', 'desc'],
] as const;

describe.each(sorts)('A list by %s %s, while somebody', (field, direction) => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	it.each(disturbances)('%s, misses and doubles nobody', async (_what, disturb) => {
		const before = nexudus.contacts.all().map(({ Id }) => Id);
		const sort = { by: { field, direction } };
		const listed = await sandbox.run({ operation: 'getAll', returnAll: true, sort });
		const inOrder = listed.json.map(({ Id }) => Number(Id));
		nexudus.clearRequests();
		nexudus.setLatency(15);

		const run = sandbox.run({
			operation: 'getAll',
			returnAll: true,
			sort,
			options: { pageSize: PAGE_SIZE },
		});
		while (answered(nexudus) < 2) await new Promise((resolve) => setTimeout(resolve, 1));
		disturb(nexudus, inOrder);
		const { json, error } = await run;

		expect(error).toBeUndefined();
		const ids = idsOf(json);
		expect(new Set(ids).size).toBe(ids.length);
		const throughout = before.filter((id) => nexudus.contacts.get(id));
		expect(throughout.filter((id) => !ids.includes(id))).toEqual([]);
		const further = Math.ceil(nexudus.contacts.count / PAGE_SIZE);
		expect(nexudus.requests.length).toBeLessThanOrEqual(PAGES + further + 2);
	});
});

function idsOf(json: IDataObject[]): number[] {
	return json.map(({ Id }) => Number(Id));
}

function answered({ requests }: PracticeNexudus): number {
	return requests.filter(({ answeredAt }) => answeredAt).length;
}

/** Renames contacts of pages already read, or of pages still to come. */
function rename(
	contacts: PracticeNexudus['contacts'],
	ids: readonly number[],
	name: 'Aaron' | 'Zuzana',
	how?: { keepUpdatedOn: true },
): void {
	const renamed = name === 'Zuzana' ? ids.slice(0, 12) : ids.slice(-12);
	for (const id of renamed) contacts.change(id, { FullName: `${name} ${id}` }, how);
}

function remove(contacts: PracticeNexudus['contacts'], ids: readonly number[]): void {
	for (const id of ids) contacts.remove(id);
}

function add(contacts: PracticeNexudus['contacts'], count: number): void {
	for (let index = 0; index < count; index++) {
		contacts.add({ FullName: index % 2 ? `Aaron ${index}` : `Zuzana ${index}` });
	}
}
