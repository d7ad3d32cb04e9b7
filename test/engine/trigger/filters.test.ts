import { byId } from '../sandbox';
import type { Watched } from './watched';
import { idsOf, startWatched } from './watched';

describe('A filter of the trigger', () => {
	let watched: Watched;

	beforeEach(async () => {
		watched = await startWatched();
	});

	afterEach(async () => await watched.close());

	it('lets a contact through when a change makes it match', async () => {
		const trigger = await watched.activated({
			event: 'createdOrUpdated',
			filters: { contractContactType: [3] },
		});
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add({ ContractContactType: 1 });
		expect(await trigger.poll()).toBeNull();
		watched.pass(30);
		watched.nexudus.contacts.change(Id, { ContractContactType: 3 });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('judges a new contact when it is first seen, and never again', async () => {
		const trigger = await watched.activated({
			event: 'created',
			filters: { contractContactType: [3] },
		});
		watched.pass(30);
		const { Id } = watched.nexudus.contacts.add({ ContractContactType: 1 });
		expect(await trigger.poll()).toBeNull();
		watched.nexudus.contacts.change(Id, { ContractContactType: 3 });
		expect(await trigger.poll()).toBeNull();
	});

	it('on the contract takes an ID', async () => {
		const [, contract] = watched.nexudus.contracts;
		const trigger = await watched.activated({
			event: 'created',
			filters: { coworkerContractId: byId(String(contract.Id)) },
		});
		watched.pass(30);
		watched.nexudus.contacts.add();
		const { Id } = watched.nexudus.contacts.add({ CoworkerContractId: contract.Id });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it('has to be met together with the others', async () => {
		const trigger = await watched.activated({
			event: 'created',
			filters: { contractContactType: [1, 2], amlCheckStatus: [0] },
		});
		watched.pass(30);
		watched.nexudus.contacts.add({ ContractContactType: 2, AmlCheckStatus: 2 });
		watched.nexudus.contacts.add({ ContractContactType: 3, AmlCheckStatus: 0 });
		const { Id } = watched.nexudus.contacts.add({ ContractContactType: 2, AmlCheckStatus: 0 });
		expect(idsOf(await trigger.poll())).toEqual([Id]);
	});

	it.each([
		['coworkerContractId', byId(''), 'Coworker Contract'],
		['contractContactType', [], 'Contact Type'],
	])('that is empty (%s) is refused before anything is asked', async (name, value, label) => {
		const trigger = watched.trigger({ event: 'created', filters: { [name]: value } });
		await expect(trigger.poll()).rejects.toThrow(`'${label}' in 'Filters' is empty`);
		expect(watched.nexudus.requests).toEqual([]);
	});
});
