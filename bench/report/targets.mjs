import { targetsAtOnce } from './atOnce.mjs';
import { megabytes, median } from './numbers.mjs';

const MOST_OF_A_SWEEP = 30_000_000;
const IDEAL_MINUTES_MS = 15_000;

/**
 * @typedef {object} Target
 * @property {string} work
 * @property {string} wanted
 * @property {(find: (key: string, way: string) => object) => { reached: boolean, seen: string }} judge
 */

const seconds = (value) => `${(value / 1000).toFixed(2)} s`;

/** @type {Target[]} */
const TARGETS = [
	{
		work: 'list 10,000 at 50 ms',
		wanted: '10 requests, at most a third of the HTTP Request node’s time',
		judge: (find) => {
			const ours = find('list', 'Nexudus node, simplified');
			const http = find('list', 'HTTP Request, pages of 1,000, unsplit');
			const ratio = ours.time / http.time;
			return {
				reached: ours.requests === 10 && ratio <= 1 / 3,
				seen: `${ours.requests} requests, ${ratio.toFixed(2)} of the time`,
			};
		},
	},
	{
		work: 'list 10,000, 1 request per 100 ms',
		wanted: '10 requests and at most 2 throttled, at most 3 s',
		judge: (find) => {
			const { requests, throttled, time } = find('listThrottled', 'Nexudus node');
			return {
				reached: requests - throttled === 10 && throttled <= 2 && time <= 3_000,
				seen: `${requests - throttled} and ${throttled} throttled, ${seconds(time)}`,
			};
		},
	},
	{
		work: 'full records of 1,000',
		wanted: '11 requests',
		judge: (find) => {
			const { requests } = find('full', 'Nexudus node, Full Records');
			return { reached: requests === 11, seen: `${requests} requests` };
		},
	},
	{
		work: '300 changed, 10 requests per 100 ms',
		wanted:
			'303 requests and the throttled repeats, at most a tenth of the time of batches of 10 per second, no failure',
		judge: (find) => {
			const ours = find('updates', 'Nexudus node');
			const http = find('updates', 'HTTP Request, batches of 10 per 1,000 ms');
			const sent = ours.requests - ours.throttled;
			const ratio = ours.time / http.time;
			return {
				reached: sent === 303 && ratio <= 0.1 && ours.missing === 0,
				seen: `${sent} and ${ours.throttled} throttled, ${ratio.toFixed(3)} of the time, ${ours.missing} failed`,
			};
		},
	},
	...['Nexudus node', 'Nexudus node, Retry-After always 1'].map((way) => ({
		work: `300 changed, 60 writes a minute (20 times as fast)${way.slice('Nexudus node'.length)}`,
		wanted:
			'at most 365 requests and the repeats, at most 1.1 × the 15 s of the limit itself, no failure',
		judge: (find) => {
			const { requests, throttled, time, missing } = find('updatesByMinute', way);
			return {
				reached: requests - throttled <= 365 && time <= 1.1 * IDEAL_MINUTES_MS && missing === 0,
				seen: `${requests - throttled} and ${throttled} throttled, ${(time / IDEAL_MINUTES_MS).toFixed(2)} ×, ${missing} failed`,
			};
		},
	})),
	{
		work: 'sync of 3,000, 30 differ',
		wanted: 'at most 62 requests',
		judge: (find) => {
			const { requests, missing } = find('sync', 'Nexudus node');
			return { reached: requests <= 62 && missing === 0, seen: `${requests} requests` };
		},
	},
];

/** One row for each target: what is wanted, what was seen, whether that reaches it. */
export function judged({ comparisons, queue, sideBySide, share, growth, sweep }) {
	const rows = TARGETS.map(({ work, wanted, judge }) => {
		const { reached, seen } = judge((key, way) => mediansOf(comparisons, key, way));
		return { work, wanted, seen, reached };
	});
	const grown = [memoryRow(growth), timeRow(growth), ...sweepRows(sweep)];
	return [
		...rows,
		...targetsAtOnce([...sideBySide, ...queue]),
		...share.slice(1).map(shareRow),
		...grown,
	];
}

function mediansOf(comparisons, key, name) {
	const { results } = comparisons.find(({ work }) => work.key === key);
	const { runs } = results.find(({ way }) => way.name === name);
	const of = (property) => median(runs.map((run) => run[property]));
	return {
		time: of('milliseconds'),
		requests: of('requests'),
		throttled: of('throttled'),
		missing: Math.max(...runs.map(({ missing }) => missing)),
	};
}

function shareRow({ name, ratio }) {
	return {
		work: `own CPU per listed record, ${name.split(', ')[1]}`,
		wanted: 'at most 1.3 × the bare loop',
		seen: `${ratio.toFixed(2)} ×`,
		reached: ratio <= 1.3,
	};
}

function memoryRow(growth) {
	const { contacts, peak, result } = growth.at(-1);
	const ratio = peak / result;
	return {
		work: `${contacts.toLocaleString('en')} listed: memory`,
		wanted: 'at most 1.5 × the result itself',
		seen: `${ratio.toFixed(2)} ×`,
		reached: ratio <= 1.5,
	};
}

/** Linear: ten times as many take at most ten times as long, give or take a fifth. */
function timeRow(growth) {
	const [fewer, more] = growth.slice(-2);
	const factor = more.milliseconds / fewer.milliseconds / (more.contacts / fewer.contacts);
	return {
		work: `${more.contacts.toLocaleString('en')} listed: time`,
		wanted: 'linear',
		seen: `${factor.toFixed(2)} × the time per contact of ${fewer.contacts.toLocaleString('en')}`,
		reached: factor <= 1.2,
	};
}

function sweepRows({ contacts, atActivation, hourly }) {
	return Object.entries({ 'at activation': atActivation, 'once an hour': hourly }).map(
		([when, peak]) => ({
			work: `a trigger reads all of ${contacts.toLocaleString('en')} ${when}: memory`,
			wanted: `at most ${megabytes(MOST_OF_A_SWEEP)} more`,
			seen: megabytes(peak),
			reached: peak <= MOST_OF_A_SWEEP,
		}),
	);
}
