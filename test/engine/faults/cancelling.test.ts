import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { RecordedRequest } from '../../../sandbox/nexudus/http/requestLog';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { carriedOut, deletionsOf, newDirectors, noted, notesFor, someIds } from './observing';

type Work = [INodeParameters, IDataObject[]];

describe('Cancelling an execution', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	async function requestsSent(count: number): Promise<void> {
		while (nexudus.requests.length < count) await sleep(5);
	}

	/** Cancels after so many requests; gives how long the run went on, and what was sent late. */
	async function cancelled(
		[parameters, items]: Work,
		requests: number,
		onError?: 'continueRegularOutput',
	): Promise<{ duration: number; late: RecordedRequest[] }> {
		const moment = requestsSent(requests).then(async () => await sleep(100));
		const cancelledAt = moment.then(() => Date.now());
		await sandbox.run(parameters, { items, onError, cancelAfter: moment });
		const duration = Date.now() - (await cancelledAt);
		await sleep(650);
		const arrivesIn = 500;
		const latest = (await cancelledAt) + arrivesIn;
		return { duration, late: nexudus.requests.filter(({ arrivedAt }) => arrivedAt > latest) };
	}

	function expectToBeOver({ duration, late }: Awaited<ReturnType<typeof cancelled>>): void {
		expect(duration).toBeLessThan(1_000);
		expect(late).toEqual([]);
	}

	it('ends the waiting for a throttle', async () => {
		nexudus.fail({
			when: { nth: 3 },
			how: { status: 409, headers: { 'Retry-After': '4' } },
		});
		expectToBeOver(await cancelled(notesFor(someIds(nexudus, 30)), 3));
	});

	const works: Array<[string, () => Work]> = [
		['updates', () => notesFor(someIds(nexudus, 200))],
		['creations', () => newDirectors(nexudus, 200)],
		['deletions', () => deletionsOf(someIds(nexudus, 200))],
		[
			'upserts',
			() => [
				{
					operation: 'upsert',
					coworkerContractId: byId(nexudus.contracts[0].Id),
					fullName: '={{ $json.name }}',
					matchOn: 'fullName',
				} as INodeParameters,
				newDirectors(nexudus, 200)[1],
			],
		],
		['a list', () => [{ operation: 'getAll', returnAll: true, options: { pageSize: 1 } }, [{}]]],
	];

	it.each(works)('ends %s, and nothing is sent afterwards', async (_name, work) => {
		nexudus.setLatency(30);
		expectToBeOver(await cancelled(work(), 6));
		expect(nexudus.requests.length).toBeLessThan(100);
	});

	it('ends updates that go on after errors as well', async () => {
		nexudus.setLatency(30);
		const ids = someIds(nexudus, 200);
		expectToBeOver(await cancelled(notesFor(ids), 6, 'continueRegularOutput'));
		expect(noted(nexudus, ids)).toHaveLength(carriedOut(nexudus, 'PUT').length);
	});

	it('ends the waiting before a request is tried again', async () => {
		nexudus.fail({ when: { method: 'GET' }, how: 'ooops' });
		expectToBeOver(await cancelled([{ operation: 'getAll' }, [{}]], 1));
	});

	it.each(['GET', 'PUT', 'POST', 'DELETE'])(
		'ends the waiting for an answer to %s',
		async (method) => {
			nexudus.fail({ when: { method }, how: 'never answers' });
			const ids = someIds(nexudus, 6);
			const work = { POST: newDirectors(nexudus, 6), DELETE: deletionsOf(ids) }[method];
			expectToBeOver(await cancelled(work ?? notesFor(ids), 1));
		},
	);
});
