import { median, seconds, spread, table } from './numbers.mjs';

/**
 * The part of docs/benchmarks.md on queue mode.
 * @param {import('../queue/compare.mjs').QueueComparison[]} comparisons
 * @param {number} rounds
 */
export function queueModeText(comparisons, rounds) {
	return `## Queue mode

n8n as a main process and three workers, with PostgreSQL and Redis, all on the one machine; each
execution is started by a webhook of its own, all at once. The ways of one work take turns, ${rounds} each.
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
		return [way.name, seconds(time), limitCell(work, time), ...cells];
	});
	return `### ${work.title}\n\n${table(head, rows)}`;
}

function limitCell({ leastMs }, time) {
	return leastMs === undefined ? '–' : `${seconds(leastMs)}, ${(time / leastMs).toFixed(2)} ×`;
}
