import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { updateOf } from './updating';

const COUNT = 60;
const REFUSED = 9;
const NO_COUNTRY = 4711;
/** Three beside the refused one, and those that start before its answer is read. */
const UNDER_WAY = 6;

describe('When one of many updates is refused', () => {
	let sandbox: Sandbox;
	let ids: number[];

	beforeEach(async () => {
		sandbox = await startSandbox();
		const named = sandbox.nexudus.contacts.all().filter(({ FullName }) => FullName);
		ids = named.slice(0, COUNT).map(({ Id }) => Id);
	});

	afterEach(async () => await sandbox.close());

	const note = () =>
		updateOf('={{ $json.id }}', { notes: 'Moved', countryId: '={{ $json.country }}' });
	const items = () => ids.map((id, item) => ({ id, country: item === REFUSED ? NO_COUNTRY : '' }));
	const isWritten = (id: number) => sandbox.nexudus.contacts.get(id)?.Notes === 'Moved';

	it('no further item is written, and the message says how many were', async () => {
		sandbox.nexudus.setLatency(10);
		const { error } = await sandbox.run(note(), { items: items() });
		expect(error?.message).toBe(
			`Nexudus did not update contract contact ${ids[REFUSED]}: Country: does not exist [item ${REFUSED}]`,
		);
		const written = ids.filter(isWritten);
		expect(error?.description).toContain(`${written.length} of ${COUNT} items were done before.`);
		expect(written).toEqual(expect.arrayContaining(ids.slice(0, REFUSED - 3)));
		expect(written).not.toContain(ids[REFUSED]);
		expect(written.length).toBeLessThanOrEqual(REFUSED + UNDER_WAY);
	});

	it('all others are written when the workflow goes on', async () => {
		const {
			json,
			items: out,
			error,
		} = await sandbox.run(note(), {
			items: items(),
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(ids.filter(isWritten)).toEqual(ids.filter((_id, item) => item !== REFUSED));
		expect(json[REFUSED].error).toContain(
			`Nexudus did not update contract contact ${ids[REFUSED]}: Country: does not exist [item ${REFUSED}]`,
		);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_id, item) => ({ item })));
	});

	it('it goes to the error output, if there is one', async () => {
		const { json, errorItems } = await sandbox.run(note(), {
			items: items(),
			onError: 'continueErrorOutput',
		});
		expect(json).toHaveLength(COUNT - 1);
		expect(errorItems).toHaveLength(1);
		expect(errorItems[0].json.error).toContain('Country: does not exist');
		expect(errorItems[0].pairedItem).toEqual({ item: REFUSED });
	});

	it('nothing at all is sent when a value can be seen to be wrong beforehand', async () => {
		const { error } = await sandbox.run(
			updateOf('={{ $json.id }}', { amlOpenSanctionsScore: '={{ $json.score }}' }),
			{ items: ids.map((id, item) => ({ id, score: item === REFUSED ? 'high' : 0.4 })) },
		);
		expect(error?.message).toBe(
			`'AML OpenSanctions Score' in 'Update Fields' must be a number [item ${REFUSED}]`,
		);
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('a failure hidden in an answer with status 200 is reported', async () => {
		sandbox.nexudus.fail({ when: { method: 'PUT' }, how: 'unsuccessful 200' });
		const { error } = await sandbox.run(updateOf(ids[0], { notes: 'Moved' }));
		expect(error?.message).toContain('The record could not be saved.');
		expect(isWritten(ids[0])).toBe(false);
	});
});
