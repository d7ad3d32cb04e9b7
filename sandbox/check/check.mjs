import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExamples } from '../stand/examples.mjs';
import { readExecution, startWorkflow } from '../stand/execution.mjs';
import { answerForm } from './form.mjs';
import { readExpectations } from './expectation.mjs';
import { outdatedNodes } from './outdated.mjs';
import { workplaceIn } from '../processes/paths.mjs';
import { choosePorts } from '../processes/ports.mjs';
import { readHoldings } from '../stand/practice.mjs';
import { prepare } from '../stand/prepare.mjs';
import { startSandbox } from '../stand/stand.mjs';
import { readState } from '../stand/state.mjs';

/**
 * Runs every example in a real n8n, without a person, and judges what came out.
 * @param {import('../processes/context.mjs').Context} context
 * @param {import('../start/options.mjs').Options} options
 * @returns {Promise<number>} 0 only if all came out right
 */
export async function runCheck(context, { port, version }) {
	const prepared = await prepare(context, version);
	const workplace = temporaryWorkplace(context);
	const ports = await choosePorts({}, port);
	const sandbox = await startSandbox(context, { workplace, prepared, ports });
	const workflows = readState(workplace).examples;
	const results = await judgeAll({ ...sandbox, workflows }, context);
	const failed = results.filter((differences) => differences.length > 0).length;
	context.progress.say(`\n${results.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

function temporaryWorkplace({ cleanup }) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-check-'));
	cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
	return workplaceIn(folder);
}

async function judgeAll(sandbox, { progress, signal }) {
	const expectations = await readExpectations();
	const nodeTypes = await sandbox.client.get('/types/nodes.json');
	const results = [];
	for (const example of readExamples()) {
		const expectation = expectations.get(example.name);
		const differences = [
			...outdatedNodes(example.workflow, nodeTypes),
			...(await judge(sandbox, example, expectation, signal)),
		];
		progress.say(verdict(example, differences));
		results.push(differences);
		expectations.delete(example.name);
	}
	for (const name of expectations.keys()) {
		progress.say(`✗ ${name}\n    is expected, but is not in the folder examples`);
		results.push([name]);
	}
	return results;
}

async function judge({ client, practice, workflows }, example, expectation, signal) {
	if (!expectation)
		return [`nothing is expected of it: add sandbox/check/expectations/${example.name}.mjs`];
	try {
		const before = await readHoldings(practice.url);
		const id = await startWorkflow(client, workflows[example.name]);
		const asked = expectation.answers
			? await answerForm({ client, practice, before, id }, expectation, signal)
			: undefined;
		const execution = await readExecution(client, id, signal);
		if (execution.problem) return [execution.problem];
		const after = await readHoldings(practice.url);
		return expectation.differences({
			rowsOf: (node) => execution.rowsOf(node),
			before,
			asked,
			after,
		});
	} catch (error) {
		signal.throwIfAborted();
		return [error.message];
	}
}

function verdict({ workflow }, differences) {
	const mark = differences.length === 0 ? '✓' : '✗';
	return [`${mark} ${workflow.name}`, ...differences.map((line) => `    ${line}`)].join('\n');
}
