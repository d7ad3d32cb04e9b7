/**
 * `npm run bench` compares the package's node with n8n's HTTP Request node, and writes
 * docs/benchmarks.md. `-- --rounds 1` takes less time; `-- --quick` takes the least and only prints;
 * `-- --only KEY` measures one work and only prints.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { DEFAULT_VERSION } from '../sandbox/n8n/locateN8n.mjs';
import { ROOT } from '../sandbox/processes/paths.mjs';
import { prepare } from '../sandbox/stand/prepare.mjs';
import { Cleanup } from '../sandbox/processes/cleanup.mjs';
import { runAsProgram } from '../sandbox/processes/program.mjs';
import { compareAtOnce } from './atOnce/compare.mjs';
import { SIDE_BY_SIDE_WORKS } from './atOnce/sideBySide.mjs';
import { inOneProcess, inQueueMode, WebhookStand } from './atOnce/stand.mjs';
import { QUEUE_WORKS } from './atOnce/works.mjs';
import { inEngine } from './engine/inEngine.mjs';
import { compare } from './product/compare.mjs';
import { PracticeNexudus } from './product/practiceNexudus.mjs';
import { Stand } from './product/stand.mjs';
import { WORKS } from './product/works.mjs';
import { machine } from './report/machine.mjs';
import { document, onlyComparisons } from './report/document.mjs';
import { sharesOf } from './report/shares.mjs';

const CONTACTS = 10_000;
const TURNS = 15;
const SIZES = [1_000, 10_000, 100_000];
const SWEPT = 50_000;

const { quick, only, ...given } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		only: { type: 'string' },
		rounds: { type: 'string', default: '3' },
	},
}).values;
const rounds = quick ? 1 : Number(given.rounds);

process.exitCode = await runAsProgram(async (context) => {
	const prepared = await prepare(context, DEFAULT_VERSION);
	const queue = await comparingAtOnce(context, QUEUE_WORKS, 'Queue mode', (own, place) =>
		inQueueMode(own, prepared, place),
	);
	const sideBySide = await comparingAtOnce(context, SIDE_BY_SIDE_WORKS, 'At once', (own, place) =>
		inOneProcess(own, prepared, place),
	);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-bench-'));
	context.cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
	const nexudus = await PracticeNexudus.start(context, folder, CONTACTS);
	if (only) {
		const comparisons = await comparing(context, prepared, nexudus);
		context.progress.say(onlyComparisons({ rounds, comparisons, queue, sideBySide }));
		return;
	}
	const turns = await context.progress.step("The node's own share", () =>
		inEngine(context, 'share', nexudus.url, quick ? 3 : TURNS),
	);
	const share = sharesOf(turns);
	const growth = await growing(context, folder);
	const sweep = await sweeping(context, folder);
	const comparisons = await comparing(context, prepared, nexudus);
	const text = document({
		machine: machine(prepared),
		rounds,
		comparisons,
		queue,
		sideBySide,
		share,
		growth,
		sweep,
	});
	context.progress.say(text);
	if (quick) return;
	mkdirSync(join(ROOT, 'docs'), { recursive: true });
	await writeFormatted(join(ROOT, 'docs', 'benchmarks.md'), text);
});

async function writeFormatted(path, text) {
	const options = await resolveConfig(path);
	writeFileSync(path, await format(text, { ...options, filepath: path }));
}

async function growing(context, folder) {
	const growth = [];
	for (const size of quick ? SIZES.slice(0, 2) : SIZES) {
		await context.progress.step(`Growth: ${size} contacts`, async () => {
			const nexudus = await PracticeNexudus.start(context, folder, size);
			growth.push(await inEngine(context, 'growth', nexudus.url));
			await nexudus.stop();
		});
	}
	return growth;
}

async function sweeping(context, folder) {
	return await context.progress.step(`A trigger reads all of ${SWEPT} contacts`, async () => {
		const nexudus = await PracticeNexudus.start(context, folder, SWEPT);
		const sweep = await inEngine(context, 'sweep', nexudus.url);
		await nexudus.stop();
		return { contacts: SWEPT, ...sweep };
	});
}

async function comparing(context, prepared, nexudus) {
	const works = WORKS.filter(isWanted);
	if (works.length === 0) return [];
	const stand = await context.progress.step('Starting n8n', () =>
		Stand.start(context, prepared, nexudus),
	);
	const comparisons = [];
	for (const work of works) {
		await context.progress.step(work.title, async (note) => {
			comparisons.push(await compare(stand, work, rounds, note));
		});
	}
	return comparisons;
}

/** First of all, since it needs the most; its processes end before anything else is measured. */
async function comparingAtOnce(context, allWorks, kind, start) {
	const works = allWorks.filter(isWanted);
	if (works.length === 0) return [];
	const own = { ...context, cleanup: new Cleanup() };
	try {
		const stand = await context.progress.step(`Starting n8n: ${kind}`, () =>
			WebhookStand.start(own, (folder) => start(own, folder)),
		);
		const comparisons = [];
		for (const work of works) {
			await context.progress.step(`${kind}: ${work.title}`, async (note) => {
				comparisons.push(await compareAtOnce(stand, work, rounds, note));
			});
		}
		return comparisons;
	} finally {
		await own.cleanup.run();
	}
}

function isWanted({ key }) {
	return only === undefined || key === only;
}
