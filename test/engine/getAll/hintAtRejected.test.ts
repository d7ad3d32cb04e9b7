import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';

const REJECTED = /do not match the filters/;

describe('The hint that Nexudus returned contacts outside the filters', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
		const { contacts } = sandbox.nexudus;
		contacts.add({ FullName: 'Asha Patel', AmlCheckDate: '2026-05-17T09:30:05Z' });
		contacts.add({ FullName: 'Asha Patel-Jones', AmlCheckDate: '2026-05-17T09:30:40Z' });
	});

	afterEach(async () => await sandbox.close());

	const list = async (filters: object, options = {}) =>
		await sandbox.run({ operation: 'getAll', returnAll: true, filters: { ...filters }, options });

	it('does not come for rows that only the rounding to the minute brought', async () => {
		const { json, hints } = await list({ amlCheckDateFrom: '2026-05-17T09:30:20Z' });
		expect(json).toHaveLength(1);
		expect(hints).toEqual([]);
	});

	it('does not come for rows that contain a text which was to match exactly', async () => {
		const { json, hints } = await list({ fullName: 'asha patel' }, { textMatch: 'exact' });
		expect(json).toHaveLength(1);
		expect(hints).toEqual([]);
	});

	it('comes where Nexudus ignored the filter', async () => {
		sandbox.nexudus.assume({ ignoredFilters: ['from_ContractContact_AmlCheckDate'] });
		const { json, hints } = await list({ amlCheckDateFrom: '2026-06-01' });
		expect(json).toEqual([]);
		expect(hints).toEqual([expect.stringMatching(REJECTED)]);
	});
});
