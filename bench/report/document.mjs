import { LONG_MS, RUNS_A_SHORT_TURN, SHORT_MS } from '../product/compare.mjs';
import { megabytes, median, seconds, spread, spreadOfSeconds, table } from './numbers.mjs';
import { queueModeText, sideBySideText } from './atOnce.mjs';
import { judged } from './targets.mjs';

/**
 * The whole of docs/benchmarks.md.
 * @param {object} measured
 * @returns {string}
 */
export function document(measured) {
	const { machine, rounds, comparisons, queue, sideBySide, share, growth } = measured;
	return `# Benchmarks

Written by \`npm run bench\`, which measures all of this anew; \`npm run bench -- --quick\` measures
each way once and only prints.

${machineLines(machine)}

## Targets

${targets(measured)}

${floorOfListing(measured)}

What holds the pace under a throttle, and what was tried: [The pace](pace.md).

## Side by side with the HTTP Request node

One n8n, and a made-up Nexudus in a process of its own that answers after 50 ms. The ways of one
work take turns, ${rounds} each, and n8n comes to rest before each; what takes longer than ${LONG_MS / 1000} s is done once, what takes less than
${SHORT_MS / 1000} s is done ${RUNS_A_SHORT_TURN} times a turn. Time is the median from the start of the workflow to its end by n8n's own clock,
with the range in brackets; the ratio is against the package's node in the first row. *Throttled*
counts the requests that Nexudus refused with 409 and Retry-After. *Missing* counts rows that should
have come out, or been written, and were not; what was written is read from Nexudus itself. *Memory*
is the peak of the whole n8n process in the first run after its start.

${comparisons.map(comparisonText).join('\n\n')}

${sideBySideText(sideBySide, rounds)}

${queueModeText(queue, rounds)}

## The node's own share

CPU time of the whole process for each listed record, in n8n's engine without the rest of n8n:
10,000 contacts, no latency, medians of many turns. The bare loop asks for the same pages through the
same n8n helper and hands on the rows as they are, unchecked.

${table(
	['', 'µs per record', 'ratio'],
	share.map(({ name, microseconds, ratio }) => [name, microseconds.toFixed(1), ratio.toFixed(2)]),
)}

## Growth

Everything listed in simplified form, in n8n's engine, no latency. *Result* is what the items alone
occupy, *peak* the most in use at a time; garbage counts in neither.

${table(
	['contacts', 'time', 'µs per contact', 'result', 'peak', 'peak / result'],
	growth.map(growthRow),
)}
`;
}

/**
 * What was seen where only one work was measured.
 * @param {object} measured
 * @returns {string}
 */
export function onlyComparisons({ rounds, comparisons, queue, sideBySide }) {
	const texts = comparisons.map(comparisonText);
	if (sideBySide.length > 0) texts.push(sideBySideText(sideBySide, rounds));
	if (queue.length > 0) texts.push(queueModeText(queue, rounds));
	return texts.join('\n\n');
}

function machineLines(machine) {
	return table(
		['', ''],
		[
			['Measured', machine.date],
			['Machine', `${machine.processor}, ${machine.memory}, ${machine.system}`],
			['n8n', `${machine.n8n} on Node.js ${machine.nodeOfN8n}, SQLite, one process`],
			['Engine alone', `n8n-core ${machine.core} on Node.js ${machine.node}`],
			['Package', machine.package],
		],
	);
}

function targets(measured) {
	return table(
		['work', 'to reach', 'seen', ''],
		judged(measured).map(({ work, wanted, seen, reached }) => [
			work,
			wanted,
			seen,
			reached ? 'reached' : '**not reached**',
		]),
	);
}

/** What no node can go below, in the same turns. */
function floorOfListing({ comparisons }) {
	const { results } = comparisons.find(({ work }) => work.key === 'list');
	const timesBy = (by) => results.filter(({ way }) => way.by === by).map(timesOf);
	const [simplified, raw] = timesBy('ours');
	const [http] = timesBy('http');
	const [least] = timesBy('floor');
	return `**What holds the list of 10,000.** The least that n8n can do for it, the first page and then
the others four at a time through its own helper, with no check at all, took ${seconds(median(least))} in the
same turns. The node took ${seconds(median(raw))} for the same rows and ${seconds(median(simplified))} for the
simplified ones. n8n's collecting of garbage spreads all of them: at best the node took
${seconds(Math.min(...simplified, ...raw))}, the least ${seconds(Math.min(...least))}. A third of the HTTP Request node's time would be
${seconds(median(http) / 3)}.`;
}

function timesOf({ runs }) {
	return runs.map(({ milliseconds }) => milliseconds);
}

function comparisonText({ work, results }) {
	const times = results.map(timesOf);
	const base = median(times[0]);
	const rows = results.map(({ way, first, runs }, index) => [
		way.name,
		spreadOfSeconds(times[index]),
		(median(times[index]) / base).toFixed(2),
		spread(runs.map(({ requests }) => requests)),
		spread(runs.map(({ throttled }) => throttled)),
		spread(runs.map(({ missing }) => missing)),
		megabytes(first.peak),
	]);
	const head = ['way', 'time', 'ratio', 'requests', 'throttled', 'missing', 'memory'];
	return `### ${work.title}\n\n${table(head, rows)}`;
}

function growthRow({ contacts, milliseconds, result, peak }) {
	return [
		contacts.toLocaleString('en'),
		seconds(milliseconds),
		((milliseconds * 1000) / contacts).toFixed(0),
		megabytes(result),
		megabytes(peak),
		(peak / result).toFixed(2),
	];
}
