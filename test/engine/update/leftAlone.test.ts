import type { IDataObject } from 'n8n-workflow';
import { someIds } from '../faults/observing';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf } from './updating';

describe('The hint at what an update left alone', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	async function hintsOf(fields: IDataObject, items: IDataObject[], more = {}) {
		const ids = someIds(sandbox.nexudus, items.length);
		const rows = items.map((item, index) => ({ id: ids[index], ...item }));
		return (await sandbox.run(updateOf('={{ $json.id }}', fields, more), { items: rows })).hints;
	}

	const notes = { notes: '={{ $json.notes }}' };

	it('counts the items in which a field came empty', async () => {
		const blanks = Array.from({ length: 12 }, (_, index) => ({ notes: index % 2 ? '' : ' ' }));
		expect(await hintsOf(notes, [...blanks, { notes: 'Moved' }])).toEqual([
			"Notes came empty in 12 items and was left alone; to empty it choose it under 'Fields to Clear'.",
		]);
	});

	it('names each field, and no clearing for one that is required', async () => {
		const fields = { ...notes, fullName: '={{ $json.name }}' };
		const [hint] = await hintsOf(fields, [{}, { notes: 'Moved' }]);
		expect(hint).toContain('Full Name came empty in 2 items and was left alone');
		expect(hint).toContain('Notes came empty in 1 item and was left alone');
		expect(await hintsOf({ fullName: '' }, [{}])).toEqual([
			'Full Name came empty in 1 item and was left alone.',
		]);
	});

	it('says where nothing was set at all', async () => {
		expect(await hintsOf({}, [{}])).toEqual([
			"Nothing was set in 1 item, so this contact stayed as it was. Give a field a value under 'Update Fields'.",
		]);
		const [hint] = await hintsOf({}, [{}, {}]);
		expect(hint).toContain('Nothing was set in 2 items, so the contacts stayed as they were.');
	});

	it.each([
		['is set', { notes: 'Moved' }, {}],
		['is cleared', {}, { clearFields: ['Notes'] }],
		['is cleared by its empty value', { notes: '' }, { options: { emptyValues: 'clear' } }],
		['is saved on purpose', {}, { options: { writeUnchanged: true } }],
	])('is not there where a field %s', async (_what, fields, more) => {
		expect(await hintsOf(fields, [{}], more)).toEqual([]);
	});
});
