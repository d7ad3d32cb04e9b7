import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { column, filtersSent, list } from './listing';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

function stamp(instant: number): string {
	return new Date(Math.floor(instant / 1000) * 1000).toISOString().replace('.000', '');
}

describe('A date from an expression in a filter of Get Many', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	it.each([
		'={{ DateTime.fromISO("2026-05-17T15:00:20", { zone: "Asia/Kolkata" }) }}',
		'={{ new Date("2026-05-17T09:30:20Z") }}',
		'={{ new Date("2026-05-17T09:30:20Z").toISOString() }}',
		'={{ $json.checked }}',
		'={{ $json.checked.toDateTime() }}',
	])('may be %s', async (amlCheckDateFrom) => {
		for (const AmlCheckDate of ['2026-05-17T09:30:19Z', '2026-05-17T09:30:20Z']) {
			sandbox.nexudus.contacts.add({ AmlCheckDate });
		}
		const { json, requests } = await list(
			sandbox,
			{ filters: { amlCheckDateFrom }, output: 'raw' },
			{ timezone: 'America/New_York', items: [{ checked: '2026-05-17T09:30:20Z' }] },
		);

		expect(filtersSent(requests)).toEqual([
			['from_ContractContact_AmlCheckDate', '2026-05-17T09:30'],
		]);
		expect(column(json, 'AmlCheckDate')).toEqual(['2026-05-17T09:30:20Z']);
	});

	it.each(zones)('may be $now in %s', async (timezone) => {
		const [past, recent, future] = [-3 * HOUR, -HOUR, HOUR].map((shift) =>
			stamp(Date.now() + shift),
		);
		for (const UpdatedOn of [past, recent, future]) sandbox.nexudus.contacts.add({ UpdatedOn });

		const { json, requests } = await list(
			sandbox,
			{ filters: { updatedOnFrom: '={{ $now.minus({ hours: 2 }) }}', updatedOnTo: '={{ $now }}' } },
			{ timezone },
		);

		expect(column(json, 'UpdatedOn')).toEqual([recent]);
		for (const [, value] of filtersSent(requests)) {
			expect(value).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
		}
		const [[, from], [, to]] = filtersSent(requests);
		const width = Date.parse(`${to}Z`) - Date.parse(`${from}Z`);
		expect(width).toBeGreaterThanOrEqual(2 * HOUR);
		expect(width).toBeLessThanOrEqual(2 * HOUR + 2 * MINUTE);
	});

	it.each(zones)('may be $today, which begins in %s', async (timezone) => {
		const { requests } = await list(
			sandbox,
			{ filters: { createdOnFrom: '={{ $today }}' } },
			{ timezone },
		);
		const [[, sent]] = filtersSent(requests);
		const localTime = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeStyle: 'short' });
		expect(localTime.format(new Date(`${sent}Z`))).toBe('00:00');
	});
});

describe('A date of birth in a filter of Get Many', () => {
	let sandbox: Sandbox;
	const birthdays = ['1979-03-07', '1979-03-08', '1979-03-09'];

	beforeAll(async () => {
		sandbox = await startSandbox({ records: 'none' });
		for (const day of birthdays) {
			sandbox.nexudus.contacts.add({ FullName: day, DateOfBirth: `${day}T00:00:00Z` });
		}
		sandbox.nexudus.contacts.add({ FullName: 'at noon', DateOfBirth: '1979-03-08T12:00:00Z' });
		sandbox.nexudus.contacts.add({ FullName: 'unknown', DateOfBirth: null });
	});

	afterAll(async () => await sandbox.close());

	describe.each(zones)('in %s', (timezone) => {
		it.each([
			'1979-03-08',
			'1979-03-08T00:00:00',
			'1979-03-08T23:59:59-05:00',
			'={{ DateTime.fromISO("1979-03-08T00:00", { zone: "Asia/Kolkata" }) }}',
			'={{ DateTime.local(1979, 3, 8) }}',
			'={{ new Date("1979-03-08") }}',
		])('is the day that stands there and never another: %s', async (dateOfBirth) => {
			const { json, requests } = await list(sandbox, { filters: { dateOfBirth } }, { timezone });

			expect(filtersSent(requests)).toEqual([['ContractContact_DateOfBirth', '1979-03-08T00:00']]);
			expect(column(json, 'FullName')).toEqual(['1979-03-08']);
		});

		it('as the start of a range includes that day', async () => {
			const filters = { dateOfBirthFrom: '1979-03-08' };
			const { json, requests } = await list(sandbox, { filters }, { timezone });

			expect(filtersSent(requests)).toEqual([
				['from_ContractContact_DateOfBirth', '1979-03-08T00:00'],
			]);
			expect(column(json, 'FullName')).toEqual(['1979-03-08', '1979-03-09', 'at noon']);
		});

		it('as the end of a range includes that whole day', async () => {
			const filters = { dateOfBirthTo: '1979-03-08' };
			const { json, requests } = await list(sandbox, { filters }, { timezone });

			expect(filtersSent(requests)).toEqual([
				['to_ContractContact_DateOfBirth', '1979-03-08T23:59'],
			]);
			expect(column(json, 'FullName')).toEqual(['1979-03-07', '1979-03-08', 'at noon']);
		});
	});
});
