import type { FaultKind } from '../../../sandbox/nexudus/faults';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { agesOfCopies, noted, notesFor, readsOf, sent, someIds } from './observing';

const BATCH = /\?id=/;

describe('Where many contacts cannot be read in one request', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const batches = () => nexudus.requests.filter(({ rawUrl }) => BATCH.test(rawUrl));

	const answers: Array<[string, FaultKind, number]> = [
		['404', { status: 404, body: { Message: 'No HTTP resource was found.' } }, 1],
		['405', { status: 405 }, 1],
		['400', { status: 400, body: { Message: 'The request is invalid.' } }, 1],
		['500', 'ooops', 2],
	];

	it.each(answers)(
		'since it is answered with %s, each is read by itself',
		async (_name, how, asked) => {
			nexudus.fail({ when: { path: BATCH }, how });
			const ids = someIds(nexudus, 40);
			const [parameters, items] = readsOf(ids);
			const { json, error } = await sandbox.run(parameters, { items });
			expect(error).toBeUndefined();
			expect(json).toEqual(ids.map((id) => nexudus.contacts.get(id)));
			expect(batches()).toHaveLength(asked);
			expect(sent(nexudus, 'GET')).toBe(asked + 40);
		},
	);

	it('Get Many loads its full records all the same', async () => {
		nexudus.assume({ batchRoute: 'absent' });
		const { json, error } = await sandbox.run({
			operation: 'getAll',
			limit: 12,
			options: { fullRecords: true },
			output: 'raw',
		});
		expect(error).toBeUndefined();
		expect(json).toEqual(nexudus.contacts.all().slice(0, 12));
	});

	it('Update loads a copy again that got old while the others were read', async () => {
		nexudus.assume({ batchRoute: 'absent' });
		const ids = someIds(nexudus, 4);
		nexudus.fail({
			when: { method: 'GET', path: `/api/billing/contractcontacts/${ids[1]}`, nth: 1 },
			how: { status: 409, headers: { 'Retry-After': '5.2' } },
		});
		const [parameters, items] = notesFor(ids);
		const { error } = await sandbox.run(parameters, { items });
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(agesOfCopies(nexudus)).toHaveLength(4);
		expect(Math.max(...agesOfCopies(nexudus))).toBeLessThanOrEqual(5_100);
	});

	it('a batch that fails fails its own items only', async () => {
		nexudus.fail({ when: { path: BATCH, nth: [2, 4] }, how: 'cut before' });
		const ids = someIds(nexudus, 250);
		const [parameters, items] = readsOf(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		const failed = json.flatMap(({ error }, item) => (error ? [item] : []));
		const loaded = ids.filter((_id, item) => !failed.includes(item));
		expect(json.filter(({ error }) => !error)).toEqual(
			loaded.map((id) => nexudus.contacts.get(id)),
		);
		expect([0, 50, 100]).toContain(failed.length);
	});
});
