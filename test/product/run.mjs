/**
 * `node test/product/run.mjs [--version 2.8.4] [--only trigger]`: the packed package in the real n8n,
 * in each version that is pinned, one after the other.
 */
import { parseArgs } from 'node:util';
import { pinnedVersions } from '../../sandbox/n8n/locateN8n.mjs';
import { prepare } from '../../sandbox/stand/prepare.mjs';
import { runAsProgram } from '../../sandbox/processes/program.mjs';
import { runChecks } from './harness/checks.mjs';
import { startProduct } from './harness/product.mjs';
import { readGroups } from './groups.mjs';

const { values } = parseArgs({
	options: {
		version: { type: 'string', multiple: true, default: pinnedVersions().sort().reverse() },
		only: { type: 'string', multiple: true, default: [] },
	},
});
const groups = await readGroups(values.only);
const total = { passed: 0, failed: 0 };

for (const version of values.version) {
	const code = await runAsProgram(async (context) => {
		const product = await startProduct(context, await prepare(context, version));
		const { passed, failed } = await runChecks(product, groups);
		total.passed += passed;
		total.failed += failed;
	});
	if (code !== 0) total.failed += 1;
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
