import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { list } from '../getAll/listing';

describe("The filter 'AML Check Date To or Empty'", () => {
	let sandbox: Sandbox;
	let ids: Record<'never' | 'long' | 'bound' | 'late', number>;

	beforeAll(async () => {
		sandbox = await startSandbox({ records: 'none' });
		const checked = (AmlCheckDate: string | null): number =>
			sandbox.nexudus.contacts.add({
				AmlCheckDate: AmlCheckDate as string,
				AmlCheckStatus: AmlCheckDate ? 2 : 0,
			}).Id;
		ids = {
			never: checked(null),
			long: checked('2024-03-01T10:00:00Z'),
			bound: checked('2025-11-26T08:30:15Z'),
			late: checked('2025-11-26T08:30:16Z'),
		};
	});

	afterAll(async () => await sandbox.close());

	const due = async (amlCheckDateToOrEmpty: string, more = {}, timezone = 'UTC') =>
		await list(sandbox, { filters: { amlCheckDateToOrEmpty, ...more } }, { timezone });

	it('finds whoever was checked until then, to the second, and whoever never was', async () => {
		const { ids: found, requests, hints } = await due('2025-11-26T08:30:15Z');

		expect(found).toEqual([ids.never, ids.long, ids.bound]);
		expect(requests).toHaveLength(1);
		expect(hints).toEqual([]);
	});

	it('takes a date alone as the whole day in the workflow’s time zone', async () => {
		expect((await due('2025-11-26', {}, 'Europe/Lisbon')).ids).toHaveLength(4);
		const before = await due('2025-11-25', {}, 'Europe/Lisbon');
		expect(before.ids).toEqual([ids.never, ids.long]);
	});

	it('takes an expression', async () => {
		const found = await due("={{ DateTime.fromISO('2025-01-01').minus({ months: 6 }) }}");
		expect(found.ids).toEqual([ids.never, ids.long]);
	});

	it('goes together with other filters', async () => {
		expect((await due('2025-11-26T08:30:15Z', { amlCheckStatus: [2] })).ids).toEqual([
			ids.long,
			ids.bound,
		]);
	});

	it('is refused where it is empty or no date', async () => {
		const empty = await due('={{ $json.date }}');
		expect(empty.error?.message).toBe(
			"'AML Check Date To or Empty' in 'Filters' is empty [item 0]",
		);
		const wrong = await due('={{ "last year" }}');
		expect(wrong.error?.message).toContain("'AML Check Date To or Empty' in 'Filters' must be");
		expect([...empty.requests, ...wrong.requests]).toEqual([]);
	});
});
