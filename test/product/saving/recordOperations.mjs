import { startFakeModel } from '../harness/fakeModel.mjs';
import { outcomeOf } from '../harness/savedWorkflow.mjs';
import { makeCredential, makeCredentials } from './credentials.mjs';
import { requireEverything, saveAsEditor } from './editor.mjs';
import { operationWorkflows } from './operationWorkflows.mjs';

/**
 * Makes the workflows of the node's operations, runs each, and gives what n8n stored with what came of it.
 * @param {import('../harness/product.mjs').Product} product
 * @param {object} records what the practice Nexudus is to hold
 * @returns {Promise<Array<{ workflow: object, toolArguments?: object, outcome: object }>>}
 */
export async function recordOperations(product, records) {
	const practice = await product.startPractice(records);
	const model = await startFakeModel({});
	const credentials = {
		...(await makeCredentials(product, practice)),
		model: await makeCredential(product, 'openAiApi', { modelUrl: model.url }),
	};
	const cases = operationWorkflows(credentials, records);
	requireEverything(
		'contractContact',
		cases.map(({ workflow }) => workflow),
	);
	const saved = [];
	for (const { workflow: wished, toolArguments } of cases) {
		const workflow = await saveAsEditor(product, wished);
		model.toolArguments = toolArguments;
		const outcome = await outcomeOf(product, { workflow, practice, records });
		product.progress.say(`  ${workflow.name}: ${outcome.status}`);
		saved.push({ workflow, toolArguments, outcome });
	}
	await model.close();
	return saved;
}
