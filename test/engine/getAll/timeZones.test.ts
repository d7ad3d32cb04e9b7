import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { column, filtersSent, list } from './listing';

const SECOND = 1_000;
const EQUAL = 'ContractContact_AmlCheckDate';
const FROM = 'from_ContractContact_AmlCheckDate';
const TO = 'to_ContractContact_AmlCheckDate';

interface DateCase {
	zone: string;
	filters: Record<string, string>;
	sent: Array<[string, string]>;
	/** First and last second that belong to the answer. */
	first?: string;
	last?: string;
}

const wholeDays: DateCase[] = [
	{ zone: 'UTC', filters: { amlCheckDate: '2026-05-17' }, sent: [[FROM, '2026-05-17T00:00'], [TO, '2026-05-18T00:00']], first: '2026-05-17T00:00:00Z', last: '2026-05-17T23:59:59Z' },
	{ zone: 'America/New_York', filters: { amlCheckDate: '2026-05-17' }, sent: [[FROM, '2026-05-17T04:00'], [TO, '2026-05-18T04:00']], first: '2026-05-17T04:00:00Z', last: '2026-05-18T03:59:59Z' },
	{ zone: 'America/New_York', filters: { amlCheckDate: '2026-03-08' }, sent: [[FROM, '2026-03-08T05:00'], [TO, '2026-03-09T04:00']], first: '2026-03-08T05:00:00Z', last: '2026-03-09T03:59:59Z' },
	{ zone: 'America/New_York', filters: { amlCheckDate: '2026-11-01' }, sent: [[FROM, '2026-11-01T04:00'], [TO, '2026-11-02T05:00']], first: '2026-11-01T04:00:00Z', last: '2026-11-02T04:59:59Z' },
	{ zone: 'Asia/Kolkata', filters: { amlCheckDate: '2026-05-17' }, sent: [[FROM, '2026-05-16T18:30'], [TO, '2026-05-17T18:30']], first: '2026-05-16T18:30:00Z', last: '2026-05-17T18:29:59Z' },
	{ zone: 'Europe/London', filters: { amlCheckDate: '2026-03-29' }, sent: [[FROM, '2026-03-29T00:00'], [TO, '2026-03-29T23:00']], first: '2026-03-29T00:00:00Z', last: '2026-03-29T22:59:59Z' },
	{ zone: 'Europe/London', filters: { amlCheckDate: '2026-10-25' }, sent: [[FROM, '2026-10-24T23:00'], [TO, '2026-10-26T00:00']], first: '2026-10-24T23:00:00Z', last: '2026-10-25T23:59:59Z' },
	{ zone: 'America/New_York', filters: { amlCheckDateTo: '2026-05-17' }, sent: [[TO, '2026-05-18T04:00']], last: '2026-05-18T03:59:59Z' },
	{ zone: 'Asia/Kolkata', filters: { amlCheckDateFrom: '2026-05-17' }, sent: [[FROM, '2026-05-16T18:30']], first: '2026-05-16T18:30:00Z' },
]; // prettier-ignore

const times: DateCase[] = [
	{ zone: 'UTC', filters: { amlCheckDate: '2026-05-17T09:30' }, sent: [[FROM, '2026-05-17T09:30'], [TO, '2026-05-17T09:31']], first: '2026-05-17T09:30:00Z', last: '2026-05-17T09:30:59Z' },
	{ zone: 'UTC', filters: { amlCheckDate: '2026-05-17 09:30:00' }, sent: [[FROM, '2026-05-17T09:30'], [TO, '2026-05-17T09:31']], first: '2026-05-17T09:30:00Z', last: '2026-05-17T09:30:59Z' },
	{ zone: 'UTC', filters: { amlCheckDate: '2026-05-17T09:30:20' }, sent: [[EQUAL, '2026-05-17T09:30:20']], first: '2026-05-17T09:30:20Z', last: '2026-05-17T09:30:20Z' },
	{ zone: 'Asia/Kolkata', filters: { amlCheckDate: '2026-05-17T15:00:20' }, sent: [[EQUAL, '2026-05-17T09:30:20']], first: '2026-05-17T09:30:20Z', last: '2026-05-17T09:30:20Z' },
	{ zone: 'Asia/Kolkata', filters: { amlCheckDate: '2026-05-17T09:30:20Z' }, sent: [[EQUAL, '2026-05-17T09:30:20']], first: '2026-05-17T09:30:20Z', last: '2026-05-17T09:30:20Z' },
	{ zone: 'Asia/Kolkata', filters: { amlCheckDate: '2026-05-17T11:30:20+02:00' }, sent: [[EQUAL, '2026-05-17T09:30:20']], first: '2026-05-17T09:30:20Z', last: '2026-05-17T09:30:20Z' },
	{ zone: 'America/New_York', filters: { amlCheckDateFrom: '2026-05-17T05:30' }, sent: [[FROM, '2026-05-17T09:30']], first: '2026-05-17T09:30:00Z' },
	{ zone: 'Europe/London', filters: { amlCheckDateTo: '2026-05-17T10:30' }, sent: [[TO, '2026-05-17T09:30']], last: '2026-05-17T09:30:00Z' },
	{ zone: 'Europe/London', filters: { amlCheckDateFrom: '2026-12-01T09:30' }, sent: [[FROM, '2026-12-01T09:30']], first: '2026-12-01T09:30:00Z' },
	{ zone: 'UTC', filters: { amlCheckDateFrom: '2026-05-17T09:30:20' }, sent: [[FROM, '2026-05-17T09:30']], first: '2026-05-17T09:30:20Z' },
	{ zone: 'UTC', filters: { amlCheckDateTo: '2026-05-17T09:30:20' }, sent: [[TO, '2026-05-17T09:31']], last: '2026-05-17T09:30:20Z' },
	{ zone: 'UTC', filters: { amlCheckDateFrom: '2026-05-17T09:30:20.500' }, sent: [[FROM, '2026-05-17T09:30']], first: '2026-05-17T09:30:21Z' },
	{ zone: 'UTC', filters: { amlCheckDateFrom: '2026-05-17T09:30:20', amlCheckDateTo: '2026-05-17T09:30:40' }, sent: [[FROM, '2026-05-17T09:30'], [TO, '2026-05-17T09:31']], first: '2026-05-17T09:30:20Z', last: '2026-05-17T09:30:40Z' },
	{ zone: 'UTC', filters: { amlCheckDate: '2026-05-17', amlCheckDateTo: '2026-05-17T09:30:20' }, sent: [[FROM, '2026-05-17T00:00'], [TO, '2026-05-17T09:31']], first: '2026-05-17T00:00:00Z', last: '2026-05-17T09:30:20Z' },
	{ zone: 'America/New_York', filters: { amlCheckDate: '2026-05-17T05:30:20', amlCheckDateFrom: '2026-05-17' }, sent: [[EQUAL, '2026-05-17T09:30:20'], [FROM, '2026-05-17T04:00']], first: '2026-05-17T09:30:20Z', last: '2026-05-17T09:30:20Z' },
]; // prettier-ignore

/** Every edge with the second before and after it, and the minute's other edge. */
function stampsAround(cases: DateCase[]): string[] {
	const edges = cases.flatMap(({ first, last }) => [first, last]).filter(isGiven);
	const near = edges.flatMap((edge) =>
		[-61, -60, -1, 0, 1, 60].map((seconds) => Date.parse(edge) + seconds * SECOND),
	);
	return [...new Set(near)].map((instant) => new Date(instant).toISOString().replace('.000', ''));
}

function isGiven(stamp: string | undefined): stamp is string {
	return stamp !== undefined;
}

function belongsTo({ first, last }: DateCase, stamp: string): boolean {
	return (first === undefined || stamp >= first) && (last === undefined || stamp <= last);
}

describe('A date in a filter of Get Many', () => {
	let sandbox: Sandbox;
	const stamps = stampsAround([...wholeDays, ...times]);

	beforeAll(async () => {
		sandbox = await startSandbox({ records: 'none' });
		for (const AmlCheckDate of stamps) sandbox.nexudus.contacts.add({ AmlCheckDate });
		sandbox.nexudus.contacts.add({ AmlCheckDate: null });
	});

	afterAll(async () => await sandbox.close());

	it.each([...wholeDays, ...times])(
		'$filters in $zone asks for what it means and gives not one contact more or less',
		async (dateCase) => {
			const expected = stamps.filter((stamp) => belongsTo(dateCase, stamp));
			expect(expected.length).toBeGreaterThan(0);
			expect(expected.length).toBeLessThan(stamps.length);

			const { json, requests, error } = await list(
				sandbox,
				{ filters: dateCase.filters, output: 'raw' },
				{ timezone: dateCase.zone },
			);

			expect(error).toBeUndefined();
			expect(filtersSent(requests)).toEqual(dateCase.sent);
			expect(column(json, 'AmlCheckDate')).toEqual(expected);
		},
	);
});
