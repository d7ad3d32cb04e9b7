/**
 * `node test/product/queue/run.mjs [--version 2.8.4] [--only pace]`: the packed package in n8n's queue
 * mode, a main process and three workers. Needs Redis and PostgreSQL: sandbox/queue/install.sh.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_VERSION } from '../../../sandbox/n8n/locateN8n.mjs';
import { runAsProgram } from '../../../sandbox/processes/program.mjs';
import { prepare } from '../../../sandbox/stand/prepare.mjs';
import { readGroups } from '../groups.mjs';
import { runChecks } from '../harness/checks.mjs';
import { startQueueProduct } from './queueProduct.mjs';

const { values } = parseArgs({
	options: {
		version: { type: 'string', default: DEFAULT_VERSION },
		only: { type: 'string', multiple: true, default: [] },
	},
});
const groups = await readGroups(values.only, new URL('./checks/', import.meta.url));

process.exitCode = await runAsProgram(async (context) => {
	const product = await startQueueProduct(context, await prepare(context, values.version));
	const { passed, failed } = await runChecks(product, groups);
	context.progress.say(`\n${passed} passed, ${failed} failed`);
	return failed === 0 && passed > 0 ? 0 : 1;
});
