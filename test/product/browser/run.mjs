import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_VERSION } from '../../../sandbox/n8n/locateN8n.mjs';
import { runAsProgram } from '../../../sandbox/processes/program.mjs';
import { PICTURES_FOLDER } from './pictures.mjs';
import { scenarios } from './scenarios/index.mjs';
import { openStage } from './stage.mjs';

const SCENARIO_WITHIN_MS = 300_000;

const { values } = parseArgs({
	options: {
		version: { type: 'string', default: DEFAULT_VERSION },
		only: { type: 'string' },
		pictures: { type: 'string' },
	},
});

/** `node test/product/browser/run.mjs --version 2.8.4`; only the newest n8n renews the pictures. */
const code = await runAsProgram(async (context) => {
	const { version, only } = values;
	const ownPictures = version === DEFAULT_VERSION ? PICTURES_FOLDER : undefined;
	const stage = await openStage(context, {
		version,
		picturesFolder: values.pictures ?? ownPictures,
	});
	const wanted = scenarios.filter(({ title, always }) => always || !only || title.includes(only));
	const failed = [];
	for (const scenario of wanted) {
		context.signal.throwIfAborted();
		if (!(await passes(scenario, stage, context.progress))) failed.push(scenario.title);
	}
	context.progress.say(
		`\nn8n ${version}: ${wanted.length - failed.length} passed, ${failed.length} failed`,
	);
	return failed.length === 0 ? 0 : 1;
});
process.stdout.write('', () => process.exit(code));

async function passes({ title, run }, stage, progress) {
	try {
		await progress.step(title, () => withinLimit(run(stage)));
		return true;
	} catch (error) {
		progress.say(`✗ ${title}\n${indented(error.message)}`);
		progress.say(indented(await screenOf(stage.page, title)));
		return false;
	}
}

async function withinLimit(work) {
	let timer;
	const tooLate = new Promise((_resolve, reject) => {
		const late = () => reject(new Error(`not done after ${SCENARIO_WITHIN_MS / 1000} s`));
		timer = setTimeout(late, SCENARIO_WITHIN_MS);
	});
	await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

/** What a person needs to see why a step found something else: the parts shown, and a picture. */
async function screenOf(page, title) {
	const path = join(tmpdir(), `browser-failure-${title.replace(/\W+/g, '-')}.png`);
	try {
		await page.screenshot({ path });
		const shown = await page
			.locator('[data-test-id]:visible')
			.evaluateAll((parts) => [...new Set(parts.map((part) => part.getAttribute('data-test-id')))]);
		return `at ${page.url()}\npicture: ${path}\nshown: ${shown.sort().join(' ')}`;
	} catch (error) {
		return `the screen could not be read: ${error.message}`;
	}
}

function indented(text) {
	return text.replace(/^/gm, '    ');
}
