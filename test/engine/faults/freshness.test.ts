import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { agesOfCopies, carriedOut, noted, notesFor, sent, someIds } from './observing';

describe('The copies that updates are built from', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	it('are loaded again in one read when waiting made them old, so no other change is undone', async () => {
		nexudus.fail({
			when: { method: 'PUT', nth: 21 },
			how: { status: 409, headers: { 'Retry-After': '5.2' } },
		});
		const ids = someIds(nexudus, 60);
		const [parameters, items] = notesFor(ids);
		const run = sandbox.run(parameters, { items });
		while (sent(nexudus, 'PUT') < 21) await new Promise((resolve) => setTimeout(resolve, 5));
		const colleague = { PhoneNumber: '+353 1 555 0142', AmlCheckStatus: 4 };
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		for (const id of ids) nexudus.contacts.change(id, colleague);

		const { json, error } = await run;
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(60);
		expect(ids.map((id) => nexudus.contacts.get(id))).toMatchObject(ids.map(() => colleague));
		expect(json.map(({ Id }) => Id)).toEqual(ids);
		expect(Math.max(...agesOfCopies(nexudus))).toBeLessThanOrEqual(5_100);
		expect(sent(nexudus, 'GET')).toBe(2);
		const [, reread] = nexudus.requests.filter(({ method }) => method === 'GET');
		const written = carriedOut(nexudus, 'PUT').filter(
			({ arrivedAt }) => arrivedAt < reread.arrivedAt,
		);
		expect(reread.rawUrl.match(/\d{5,}/g)).toHaveLength(60 - written.length);
	});
});
