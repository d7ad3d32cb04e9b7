import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf, writtenBodies } from './updating';

describe('Several items for one contact', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	it('see each other’s changes, in their order', async () => {
		const before = sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID);
		const { json, items, error } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { notes: '={{ $json.notes }}', cityName: '={{ $json.city }}' }),
			{ items: [{ notes: 'Moved' }, { city: 'Cork' }, { notes: 'Moved again' }] },
		);
		expect(error).toBeUndefined();
		expect(writtenBodies(sandbox.nexudus)).toMatchObject([
			{ Notes: 'Moved', CityName: 'Dublin' },
			{ Notes: 'Moved', CityName: 'Cork' },
			{ Notes: 'Moved again', CityName: 'Cork' },
		]);
		expect(json).toMatchObject([
			{ Notes: 'Moved', CityName: 'Dublin' },
			{ Notes: 'Moved', CityName: 'Cork' },
			{ Notes: 'Moved again', CityName: 'Cork' },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(sandbox.nexudus.contacts.get(COMPLETE_CONTACT_ID)).toEqual({
			...before,
			Notes: 'Moved again',
			CityName: 'Cork',
			UpdatedOn: json[2].UpdatedOn,
		});
	});

	it('load it once only', async () => {
		await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { notes: '={{ $json.notes }}' }), {
			items: [{ notes: 'One' }, { notes: 'Two' }],
		});
		expect(sandbox.nexudus.requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT']);
	});

	it('keep their order among many other contacts', async () => {
		const ids = sandbox.nexudus.contacts
			.all()
			.filter(({ FullName }) => FullName)
			.slice(0, 30)
			.map(({ Id }) => Id);
		const items = [1, 2, 3].flatMap((round) => ids.map((id) => ({ id, notes: `Round ${round}` })));
		const { json, error } = await sandbox.run(
			updateOf('={{ $json.id }}', { notes: '={{ $json.notes }}' }),
			{ items },
		);
		expect(error).toBeUndefined();
		expect(json.map(({ Id, Notes }) => ({ id: Id, notes: Notes }))).toEqual(items);
		const notes = ids.map((id) => sandbox.nexudus.contacts.get(id)?.Notes);
		expect(notes).toEqual(ids.map(() => 'Round 3'));
	});

	it('are written once where the second changes nothing more', async () => {
		await sandbox.run(updateOf(COMPLETE_CONTACT_ID, { notes: 'Moved' }), { items: [{}, {}] });
		expect(writtenBodies(sandbox.nexudus)).toHaveLength(1);
	});

	it('go on after one of them was refused', async () => {
		const { json } = await sandbox.run(
			updateOf(COMPLETE_CONTACT_ID, { countryId: '={{ $json.country }}', notes: 'Moved' }),
			{ items: [{ country: 99 }, { country: '' }], onError: 'continueRegularOutput' },
		);
		expect(json[0].error).toContain('Country: does not exist');
		expect(json[1]).toMatchObject({ Notes: 'Moved', CountryName: 'Ireland' });
	});
});
