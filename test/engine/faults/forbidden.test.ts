import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
	deletionsOf,
	newDirectors,
	newNames,
	noted,
	notesFor,
	sent,
	someIds,
	timesStored,
} from './observing';

describe('A refusal with 403', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	it.each(['html 403', 'forbidden'] as const)(
		'of one write among many (%s) fails its item alone, whatever the write',
		async (kind) => {
			const how =
				kind === 'html 403' ? kind : { status: 403, body: { Message: 'This record is locked.' } };
			for (const method of ['PUT', 'POST', 'DELETE']) {
				nexudus.fail({ when: { method, nth: 3 }, how });
			}
			const ids = someIds(nexudus, 8);
			for (const [parameters, items] of [
				notesFor(ids),
				newDirectors(nexudus, 8),
				deletionsOf(ids),
			]) {
				const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
				expect(json.filter(({ error }) => error)).toHaveLength(1);
			}
			expect(timesStored(nexudus, newNames(8)).filter((times) => times === 1)).toHaveLength(7);
			expect(ids.filter((id) => nexudus.contacts.get(id))).toHaveLength(1);
			expect(['PUT', 'POST', 'DELETE'].map((method) => sent(nexudus, method))).toEqual([8, 8, 8]);
		},
	);

	it('with an HTML page for several writes in a row ends no other, whatever the write', async () => {
		for (const method of ['PUT', 'POST', 'DELETE']) {
			nexudus.fail({ when: { method, nth: [1, 2, 3, 4, 5] }, how: 'html 403' });
		}
		const ids = someIds(nexudus, 9);
		for (const [parameters, items] of [notesFor(ids), newDirectors(nexudus, 9), deletionsOf(ids)]) {
			const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
			expect(json.filter(({ error }) => String(error).includes('a firewall'))).toHaveLength(5);
			expect(json.filter(({ error }) => error === undefined)).toHaveLength(4);
		}
	});

	it('with 403 of three records in a row ends the creations', async () => {
		nexudus.fail({ when: { method: 'POST' }, how: { status: 403, body: { Message: 'No.' } } });
		const [parameters, items] = newDirectors(nexudus, 30);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		expect(json.every(({ error }) => String(error).includes('does not let this user create'))).toBe(
			true,
		);
		expect(sent(nexudus, 'POST')).toBe(3);
	});

	it('with an HTML page for a batch is met by reading each contact by itself', async () => {
		nexudus.fail({ when: { method: 'GET', path: /\?id=/ }, how: 'html 403' });
		const ids = someIds(nexudus, 5);
		const [parameters, items] = notesFor(ids);
		const { error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
	});
});
