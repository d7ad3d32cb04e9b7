import { accessToken } from '../sandbox';
import type { TriggerSetting } from './polling';
import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

describe('The trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	it('puts out nothing of what was there before it was activated', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		expect(await trigger.poll()).toBeNull();
	});

	it('puts out each new contact once', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add({ FullName: 'Siobhán O’Rourke' });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
		watched.pass(60);
		watched.nexudus.contacts.change(Id, { Notes: 'Asked for a mail scan' });
		expect(await trigger.poll()).toBeNull();
	});

	it('starts from an empty table, and puts out the first contact that ever comes', async () => {
		await watched.close();
		watched = await startWatched({ records: 'none' });
		const trigger = await watched.activated({ event: 'created' });
		expect(await trigger.poll()).toBeNull();
		watched.pass(90);
		const { Id } = watched.nexudus.contacts.add({ FullName: 'Tomasz Wójcik' });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
		expect(await trigger.poll()).toBeNull();
	});

	it('puts out a contact that changed twice between two polls once, as it is now', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated', output: 'raw' });
		const [{ Id }] = watched.nexudus.contacts.all();
		watched.pass(30);
		watched.nexudus.contacts.change(Id, { PhoneNumber: '+44 20 7946 0001' });
		watched.nexudus.contacts.change(Id, { PhoneNumber: '+44 20 7946 0002' });
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({ Id, PhoneNumber: '+44 20 7946 0002' }),
		]);
		expect(await trigger.poll()).toBeNull();
	});

	it('puts out a second change within the same second', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		const [{ Id }] = watched.nexudus.contacts.all();
		watched.pass(30);
		watched.nexudus.contacts.change(Id, { Email: 'first@example.com' });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
		watched.nexudus.contacts.change(Id, { Email: 'second@example.com' });
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({ Email: 'second@example.com' }),
		]);
		expect(await trigger.poll()).toBeNull();
	});

	it('puts out a contact that becomes visible minutes after its stamp', async () => {
		const trigger = await watched.activated({ event: 'created' });
		watched.pass(300);
		const [first, late] = [watched.nexudus.contacts.add(), watched.nexudus.contacts.add()];
		watched.nexudus.contacts.remove(late.Id);
		expect(idsOf(await trigger.poll())).toEqual([first.Id]);
		watched.pass(240);
		const next = watched.nexudus.contacts.add();
		expect(idsOf(await trigger.poll())).toEqual([next.Id]);
		watched.nexudus.contacts.add(late);
		expect(idsOf(await trigger.poll())).toEqual([late.Id]);
	});

	it.each(['AmlCheckDate', 'AmlClearedOn'])(
		'notices a change that moves %s and not Updated On',
		async (column) => {
			const trigger = await watched.activated({ event: 'createdOrUpdated' });
			const [{ Id }] = watched.nexudus.contacts.all();
			watched.nexudus.contacts.change(
				Id,
				{ [column]: '2026-11-24T09:00:15Z' },
				{ keepUpdatedOn: true },
			);
			expect(idsOf(await trigger.poll())).toEqual([Id]);
			expect(await trigger.poll()).toBeNull();
		},
	);

	it('is not led astray by an AML date far in the future', async () => {
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		const [first, second] = watched.nexudus.contacts.all();
		watched.pass(20);
		watched.nexudus.contacts.change(first.Id, { AmlCheckDate: '2031-01-01T00:00:00Z' });
		expect(idsOf(await trigger.poll())).toEqual([first.Id]);
		watched.pass(3600);
		watched.nexudus.contacts.change(second.Id, { AmlCheckDate: '2026-11-24T10:00:30Z' });
		expect(idsOf(await trigger.poll())).toEqual([second.Id]);
		expect(await trigger.poll()).toBeNull();
	});

	it('works with a server that numbers the sort directions the older way', async () => {
		watched.nexudus.assume({ sortDirection: 'oneMinusOne', maximumPageSize: 3 });
		const trigger = await watched.activated({ event: 'created' });
		const added = [];
		for (let count = 0; count < 11; count++) {
			watched.pass(count % 4 === 0 ? 0 : 70);
			added.push(watched.nexudus.contacts.add().Id);
		}
		expect(idsOf(await trigger.poll())).toEqual(added);
		expect(await trigger.poll()).toBeNull();
	});

	it('does without the AML dates where the server has no filter for them', async () => {
		watched.nexudus.assume({
			maximumPageSize: 50,
			ignoredFilters: ['from_ContractContact_AmlCheckDate', 'from_ContractContact_AmlClearedOn'],
		});
		const trigger = await watched.activated({ event: 'createdOrUpdated' });
		watched.pass(60);
		const { Id } = watched.nexudus.contacts.add();
		expect(idsOf(await trigger.poll())).toEqual([Id]);
		expect(watched.nexudus.requests).toHaveLength(3);
	});

	it('says so where the server does not filter by Updated On', async () => {
		watched.nexudus.assume({
			maximumPageSize: 50,
			ignoredFilters: ['from_ContractContact_UpdatedOn'],
		});
		const trigger = watched.trigger({ event: 'createdOrUpdated' });
		await expect(trigger.poll()).rejects.toThrow(
			"Nexudus does not filter contract contacts by 'Updated On'",
		);
	});

	it('begins anew, and puts out nothing, when another event is chosen', async () => {
		const before = await watched.activated({ event: 'created' });
		watched.nexudus.contacts.add();
		const trigger = watched.trigger(
			{ event: 'createdOrUpdated' },
			{ staticData: before.staticData },
		);
		expect(await trigger.poll()).toBeNull();
		watched.pass(5);
		const { Id } = watched.nexudus.contacts.add();
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it.each<[string, () => Partial<TriggerSetting>]>([
		['another credential is chosen', () => ({ credentialId: 'test account' })],
		[
			'its credential gets another address',
			() => {
				const url = watched.nexudus.url.replace('127.0.0.1', 'localhost');
				return { credentials: { values: { nexudusApi: accessToken(url) } } };
			},
		],
	])('begins anew, and puts out nothing, when %s', async (_how, change) => {
		const event = 'amlStatusChanged';
		const before = await watched.activated({ event });
		const { Id } = watched.nexudus.contacts.add({ AmlCheckStatus: 3 });
		const { staticData } = before;
		const trigger = watched.trigger({ event }, { staticData, ...change() });
		expect(await trigger.poll()).toBeNull();
		watched.nexudus.contacts.change(Id, { AmlCheckStatus: 4 });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('goes on from the stored state after a restart', async () => {
		const before = await watched.activated({ event: 'created' });
		watched.pass(7200);
		const { Id } = watched.nexudus.contacts.add();
		const after = watched.trigger(
			{ event: 'created' },
			{ staticData: before.staticData, activation: 'init' },
		);
		expect(idsOf(await after.poll())).toEqual([Id]);
		expect(await after.poll()).toBeNull();
	});
});
