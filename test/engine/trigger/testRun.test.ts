import type { Watched } from './watched';
import { startWatched } from './watched';

describe('A test run in the editor', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	it.each(['created', 'createdOrUpdated'])(
		'gives the newest contact for %s and moves nothing',
		async (event) => {
			const { staticData } = await watched.activated({ event });
			const { Id } = watched.nexudus.contacts.add();
			const test = watched.trigger({ event }, { mode: 'manual', activation: 'manual', staticData });
			expect(await test.poll()).toEqual([expect.objectContaining({ Id })]);
			expect(await test.poll()).toEqual([expect.objectContaining({ Id })]);
			expect(test.staticData).toEqual(staticData);
		},
	);

	it('gives the newest contact whose check has started for amlStatusChanged', async () => {
		const { Id } = watched.nexudus.contacts.add({ AmlCheckStatus: 3 });
		watched.pass(60);
		watched.nexudus.contacts.add({ AmlCheckStatus: 0 });
		const test = watched.trigger({ event: 'amlStatusChanged' }, { mode: 'manual' });
		expect(await test.poll()).toEqual([
			expect.objectContaining({
				Id,
				AmlCheckStatus: 'PotentialMatch',
				PreviousAmlCheckStatus: null,
			}),
		]);
		expect(test.staticData).toEqual({});
	});

	it('minds the filters', async () => {
		const { Id } = watched.nexudus.contacts.add({ ContractContactType: 3, AmlCheckStatus: 6 });
		watched.pass(60);
		watched.nexudus.contacts.add();
		const filters = { contractContactType: [3], amlCheckStatus: [5, 6] };
		const test = watched.trigger({ event: 'created', filters }, { mode: 'manual' });
		expect(await test.poll()).toEqual([expect.objectContaining({ Id })]);
	});

	it('gives the full record where that is asked for', async () => {
		const { Id } = watched.nexudus.contacts.add({ Notes: 'Collects mail on Fridays' });
		const parameters = { event: 'created', output: 'selected', outputFields: ['Notes'] };
		const test = watched.trigger(parameters, { mode: 'manual' });
		expect(await test.poll()).toEqual([{ Id, Notes: 'Collects mail on Fridays' }]);
	});

	it('says in words that there is no contact yet', async () => {
		await watched.close();
		watched = await startWatched({ records: 'none' });
		const test = watched.trigger({ event: 'created' }, { mode: 'manual' });
		await expect(test.poll()).rejects.toMatchObject({
			message: 'There is no contract contact yet that matches',
			description: expect.stringContaining("'Filters'") as string,
		});
	});

	it('fails in words, also as the first poll after n8n has started', async () => {
		watched.nexudus.fail({ when: {}, how: { status: 401 } });
		const test = watched.trigger({ event: 'created' }, { mode: 'manual', activation: 'init' });
		await expect(test.poll()).rejects.toThrow('Nexudus refused to list contract contacts');
	});
});
