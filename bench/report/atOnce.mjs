import { LONG_MS } from '../product/compare.mjs';
import { median, seconds, spread, spreadOfSeconds, table } from './numbers.mjs';

/**
 * The part of docs/benchmarks.md on executions side by side in one n8n.
 * @param {import('../atOnce/compare.mjs').ComparisonAtOnce[]} comparisons
 * @param {number} rounds
 */
export function sideBySideText(comparisons, rounds) {
	return `## Executions side by side

One n8n process; each execution is started by a webhook of its own, all at once. The ways of one
work take turns, ${rounds} each; what takes longer than ${LONG_MS / 1000} s is done once. Time is from the first
call to the last answer; *limit* is what the throttle alone would take, and the ratio is against that. *Throttled*
counts the requests that Nexudus refused with 409 and Retry-After, *failed* the executions that
failed. *Lost* counts changes that are not in Nexudus afterwards, *doubled* the people who are there
more than once, or the changes that were carried out twice. *Longest* is the longest of the single updates, from the
call of its webhook to the answer.

${comparisons.map(comparisonText).join('\n\n')}`;
}

/**
 * The part of docs/benchmarks.md on queue mode.
 * @param {import('../atOnce/compare.mjs').ComparisonAtOnce[]} comparisons
 * @param {number} rounds
 */
export function queueModeText(comparisons, rounds) {
	return `## Queue mode

n8n as a main process and three workers, with PostgreSQL and Redis, all on the one machine; each
execution is started by a webhook of its own, all at once. The ways of one work take turns, ${rounds} each;
what takes longer than ${LONG_MS / 1000} s is done once.
Time is from the first call to the last answer; *limit* is what the throttle alone would take, and
the ratio is against that. *Throttled* counts the requests that Nexudus refused with 409 and
Retry-After, *failed* the executions that failed. *Lost* counts changes that are not in Nexudus
afterwards, *doubled* the people who are there more than once.

${comparisons.map(comparisonText).join('\n\n')}`;
}

function comparisonText({ work, results }) {
	const head = ['way', 'time', 'limit', 'requests', 'throttled', 'failed', 'lost', 'doubled'];
	const rows = results.map(({ way, runs }) => {
		const of = (property) => runs.map((run) => run[property]);
		const time = median(of('milliseconds'));
		const counts = ['requests', 'throttled', 'failed', 'lost', 'doubled'];
		const cells = counts.map((property) => spread(of(property)));
		if (work.watched) cells.push(spreadOfSeconds(of('longestWatched')));
		return [way.name, spreadOfSeconds(of('milliseconds')), limitCell(work, time), ...cells];
	});
	if (work.watched) head.push('longest');
	return `### ${work.title}\n\n${table(head, rows)}`;
}

function limitCell({ leastMs }, time) {
	return leastMs === undefined ? '–' : `${seconds(leastMs)}, ${(time / leastMs).toFixed(2)} ×`;
}

const WANTED = [
	{ key: 'sideBySideSignUps', wanted: 'none lost, none doubled, none failed' },
	{ key: 'sideBySideMeetings', wanted: 'none lost, none failed' },
	{
		key: 'sideBySideUpdates',
		wanted: 'at most 1.1 × the limit, at most 30 throttled, none failed',
		mostThrottled: 30,
		mostTimes: 1.1,
	},
	{
		key: 'sideBySideSingle',
		wanted: 'a single one takes at most 3 s, none failed',
		longest: 3_000,
	},
	{ key: 'queueSignUps', wanted: 'none lost, none doubled, none failed' },
	{ key: 'queueMeetings', wanted: 'none lost, none failed' },
	{
		key: 'queueUpdates',
		wanted: 'at most 1.2 × the limit, at most 200 throttled, none failed',
		mostThrottled: 200,
		mostTimes: 1.2,
	},
];

/**
 * One row for each target of executions at once; the package's node comes first among the ways.
 * @param {import('../atOnce/compare.mjs').ComparisonAtOnce[]} comparisons
 */
export function targetsAtOnce(comparisons) {
	return comparisons.map(({ work, results }) => {
		const target = WANTED.find(({ key }) => key === work.key);
		const { mostThrottled = Infinity, mostTimes = Infinity, longest = Infinity, wanted } = target;
		const [{ runs }] = results;
		const worst = (property) => Math.max(...runs.map((run) => run[property]));
		const [failed, lost, doubled] = ['failed', 'lost', 'doubled'].map(worst);
		const throttled = worst('throttled');
		const times = work.leastMs ? median(runs.map((run) => run.milliseconds)) / work.leastMs : 0;
		const seen = [`${lost} lost`, `${doubled} doubled`, `${failed} failed`];
		if (work.leastMs) seen.push(`${throttled} throttled`, `${times.toFixed(2)} × the limit`);
		const waited = work.watched ? worst('longestWatched') : 0;
		if (work.watched) seen.push(`${seconds(waited)} at the longest`);
		return {
			work: `${placeOf(work)}: ${work.title}`,
			wanted,
			seen: seen.join(', '),
			reached:
				failed + lost + doubled === 0 &&
				throttled <= mostThrottled &&
				times <= mostTimes &&
				waited <= longest,
		};
	});
}

function placeOf({ key }) {
	return key.startsWith('queue') ? 'queue mode' : 'one n8n';
}
