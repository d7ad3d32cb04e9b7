import type { FaultKind } from '../../../sandbox/nexudus/faults';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
	carriedOut,
	deletedItems,
	deletionsOf,
	newDirectors,
	newNames,
	noted,
	notesFor,
	readsOf,
	sent,
	someIds,
	timesStored,
} from './observing';

const COUNT = 6;
const STRUCK = 2;

/** What keeps an answer from the node, and whether Nexudus carried the request out all the same. */
const troubles: Array<[string, FaultKind, 'done' | 'undone']> = [
	['500 Ooops', 'ooops', 'undone'],
	['503', { status: 503, body: 'Service Unavailable' }, 'undone'],
	['a 502 after it was carried out', { status: 502, afterCarryingOut: true }, 'done'],
	['a connection that is reset before', 'cut before', 'undone'],
	['a connection that is reset afterwards', 'cut after', 'done'],
	['half an answer', 'truncated body', 'done'],
];

describe.each(troubles)('When one of many requests meets %s', (_trouble, how, fate) => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const strike = (method: string) => nexudus.fail({ when: { method, nth: STRUCK + 1 }, how });

	it('Update looks again, writes what is not there yet, and reports all', async () => {
		strike('PUT');
		const ids = someIds(nexudus, COUNT);
		const [parameters, items] = notesFor(ids);
		const { json, error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(json).toEqual(ids.map((id) => nexudus.contacts.get(id)));
		expect(sent(nexudus, 'PUT')).toBe(fate === 'done' ? COUNT : COUNT + 1);
		expect(sent(nexudus, 'GET')).toBe(2);
	});

	it('Create says that it may have been created, and never repeats it', async () => {
		strike('POST');
		const [parameters, items] = newDirectors(nexudus, COUNT);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		const failed = json.flatMap(({ error }, item) => (error ? [item] : []));
		expect(failed).toHaveLength(1);
		expect(json[failed[0]].error).toMatch(
			new RegExp(
				`^Nexudus could not create .*, so it may have been created .item ${failed[0]}.\\. It may have been created. Look in Nexudus`,
			),
		);
		expect(sent(nexudus, 'POST')).toBe(COUNT);
		const stored = newNames(COUNT).map((_name, item) =>
			item === failed[0] && fate === 'undone' ? 0 : 1,
		);
		expect(timesStored(nexudus, newNames(COUNT))).toEqual(stored);
	});

	it('Delete looks whether the contact is gone', async () => {
		strike('DELETE');
		const ids = someIds(nexudus, COUNT);
		const expected = deletedItems(nexudus, ids);
		const [parameters, items] = deletionsOf(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		const left = ids.filter((id) => nexudus.contacts.get(id));
		expect(left).toHaveLength(fate === 'undone' ? 1 : 0);
		expect(sent(nexudus, 'DELETE')).toBe(COUNT);
		expect(sent(nexudus, 'GET')).toBe(1 + 1);
		ids.forEach((id, item) => {
			if (!left.includes(id)) expect(json[item]).toEqual(expected[item]);
			else expect(json[item].error).toContain(`Nexudus could not delete contract contact ${id}: `);
		});
	});
});

describe('When a read meets trouble', () => {
	it.each([
		['500 Ooops', 'ooops'],
		['a connection that is reset', 'cut before'],
		['half an answer', 'truncated body'],
	] as const)('such as %s, Get and Get Many ask again', async (_trouble, how) => {
		const sandbox = await startSandbox();
		const { nexudus } = sandbox;
		nexudus.fail({ when: { method: 'GET', nth: 1 }, how });
		nexudus.fail({ when: { method: 'GET', path: /page=2/, nth: 1 }, how });
		const ids = someIds(nexudus, COUNT);
		const [parameters, items] = readsOf(ids);
		const everything = { operation: 'getAll', returnAll: true, options: { pageSize: 200 } };
		const [got, listed] = await Promise.all([
			sandbox.run(parameters, { items }),
			sandbox.run(everything),
		]);
		expect(got.error ?? listed.error).toBeUndefined();
		expect(got.json).toEqual(ids.map((id) => nexudus.contacts.get(id)));
		expect(listed.json.map(({ Id }) => Id)).toEqual(nexudus.contacts.all().map(({ Id }) => Id));
		expect(sent(nexudus, 'GET')).toBe(1 + 2 + 2);
		await sandbox.close();
	});
});

describe('When the server stays in trouble', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	it('Update gives up after three writes, of which it knows that none was carried out', async () => {
		nexudus.fail({ when: { method: 'PUT' }, how: 'ooops' });
		const [id] = someIds(nexudus, 1);
		const [parameters, items] = notesFor([id]);
		const { error } = await sandbox.run(parameters, { items });
		expect(error?.message).toBe(
			`Nexudus could not update contract contact ${id}: its server had trouble (500) [item 0]`,
		);
		expect(error?.description).toContain('Nothing was changed.');
		expect(sent(nexudus, 'PUT')).toBe(3);
		expect(noted(nexudus, [id])).toEqual([]);
	});

	it('Update says that it may have been updated where even looking fails', async () => {
		nexudus.fail({ when: { method: 'PUT', times: 1 }, how: 'cut after' });
		nexudus.fail({ when: { method: 'GET', after: 1 }, how: 'html 403' });
		const ids = someIds(nexudus, 2);
		const [parameters, items] = notesFor(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json[0].error).toContain(
			`Contract contact ${ids[0]} may have been updated: the answer was lost [item 0]`,
		);
		expect(json[1]).toEqual(nexudus.contacts.get(ids[1]));
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(1);
	});

	it('Delete says that it may have been deleted where even looking fails', async () => {
		nexudus.fail({ when: { method: 'DELETE', nth: 1 }, how: 'cut after' });
		nexudus.fail({ when: { method: 'GET' }, how: 'html 403' });
		const ids = someIds(nexudus, 2);
		const [parameters, items] = deletionsOf(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json[0].error).toContain(
			`Contract contact ${ids[0]} may have been deleted: the answer was lost [item 0]`,
		);
		expect(json[1]).toEqual({ deleted: true, Id: ids[1] });
	});

	it('Delete says that the contact is still there where it is', async () => {
		nexudus.fail({ when: { method: 'DELETE' }, how: 'ooops' });
		const [id] = someIds(nexudus, 1);
		const [parameters, items] = deletionsOf([id]);
		const { error } = await sandbox.run(parameters, { items });
		expect(error?.description).toContain(`Contract contact ${id} is still there.`);
		expect(sent(nexudus, 'DELETE')).toBe(1);
	});

	it('a read is tried four times, and a create that never got there as well', async () => {
		const gone = await startSandbox();
		const [parameters, items] = newDirectors(gone.nexudus, 1);
		await gone.nexudus.close();
		nexudus.fail({ when: { method: 'GET' }, how: { status: 503 } });
		const [listed, created] = await Promise.all([
			sandbox.run({ operation: 'getAll' }),
			gone.run(parameters, { items }),
		]);
		expect(listed.error?.message).toBe(
			'Nexudus could not list contract contacts: its server had trouble (503) [item 0]',
		);
		expect(listed.error?.description).toContain('Nothing was changed.');
		expect(sent(nexudus, 'GET')).toBe(4);
		expect(created.error?.message).toContain('the server was not reached');
		expect(created.error?.description).toContain('Nothing was sent.');
	});
});
