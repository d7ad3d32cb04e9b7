import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { createdBodies, creationOf } from './creating';

describe('Dates and times of a new contact', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ records: 'none' });
	});

	afterEach(async () => await sandbox.close());

	async function sent(fields: Record<string, string>, timezone: string): Promise<unknown> {
		const { error } = await sandbox.run(creationOf(sandbox.nexudus, fields), { timezone });
		expect(error).toBeUndefined();
		return createdBodies(sandbox.nexudus)[0];
	}

	it.each([
		['UTC', '2026-07-01T09:30:00', '2026-07-01T09:30:00Z'],
		['Europe/Berlin', '2026-07-01T09:30:00', '2026-07-01T07:30:00Z'],
		['Europe/Berlin', '2026-01-15T09:30:00', '2026-01-15T08:30:00Z'],
		['America/New_York', '2026-07-01T22:15', '2026-07-02T02:15:00Z'],
		['Asia/Kolkata', '2026-07-01 00:15:30', '2026-06-30T18:45:30Z'],
		['Pacific/Auckland', '2026-07-01', '2026-06-30T12:00:00Z'],
		['Europe/Berlin', '2026-07-01T09:30:00Z', '2026-07-01T09:30:00Z'],
		['America/New_York', '2026-07-01T09:30:00+05:30', '2026-07-01T04:00:00Z'],
		[
			'Europe/Berlin',
			'={{ DateTime.fromISO("2026-07-01T09:30:00", { zone: "Asia/Tokyo" }) }}',
			'2026-07-01T00:30:00Z',
		],
		['Europe/Berlin', '={{ new Date("2026-07-01T09:30:00Z") }}', '2026-07-01T09:30:00Z'],
	])('in %s, an AML check date of %s goes out as %s', async (timezone, given, expected) => {
		expect(await sent({ amlCheckDate: given }, timezone)).toMatchObject({ AmlCheckDate: expected });
	});

	it.each([
		['Pacific/Auckland', '1980-05-17'],
		['America/Los_Angeles', '1980-05-17'],
		['America/Los_Angeles', '1980-05-17T00:00:00'],
		['Pacific/Auckland', '1980-05-17T23:30:00Z'],
		['Pacific/Auckland', '1980-05-17T00:30:00+12:00'],
		['UTC', '1980-05-17T00:30:00+12:00'],
		['UTC', '1980-05-17T23:30:00-08:00'],
		[
			'America/Los_Angeles',
			'={{ DateTime.fromISO("1980-05-17T00:00:00", { zone: "Asia/Tokyo" }) }}',
		],
		['America/Los_Angeles', '={{ DateTime.fromISO("1980-05-17") }}'],
	])('in %s, a date of birth of %s stays the 17th', async (timezone, given) => {
		expect(await sent({ dateOfBirth: given }, timezone)).toMatchObject({
			DateOfBirth: '1980-05-17T00:00:00Z',
		});
	});
});
