import assert from 'node:assert/strict';
import { readExecution } from '../../../../sandbox/stand/execution.mjs';
import { activate, deactivate } from '../../harness/activation.mjs';
import { Arrivals } from '../../harness/arrivals.mjs';
import { eventually } from '../../harness/eventually.mjs';
import {
	byId,
	chain,
	CONTRACT_CONTACT,
	contractContact,
	contractContactTrigger,
	node,
} from '../../harness/nodes.mjs';
import { runOperation } from '../../harness/operation.mjs';
import { WebhookWorkflow } from '../webhooks.mjs';

const TRIGGER = 'Nexudus changes';
const ARRIVES_WITHIN_MS = 60_000;
const FINISHES_WITHIN_MS = 30_000;
const UNKNOWN_NODE = `Unrecognized node type: ${CONTRACT_CONTACT}`;

export const group = {
	title: 'What runs where',
	checks: {
		'a picker lists contacts, asked on the main process': async (product) => {
			const { results } = await product.client.post(
				'/rest/dynamic-node-parameters/resource-locator-results',
				{
					nodeTypeAndVersion: { name: CONTRACT_CONTACT, version: 1 },
					path: 'parameters.contractContactId',
					methodName: 'searchContractContacts',
					currentNodeParameters: { authentication: 'accessToken', operation: 'get' },
					credentials: product.accessToken,
				},
			);
			assert.ok(results.length >= 20, `${results.length} rows`);
			for (const { name } of results) assert.match(name, / \(.+, #\d+\)$/);
		},

		"'Execute workflow' runs on a worker": async (product) => {
			const [{ Id }] = await product.practice.contacts();
			const parameters = { operation: 'get', contractContactId: byId(Id) };
			const run = await runOperation(product, parameters);
			assert.deepEqual(
				run.rows.map((row) => row.Id),
				[Id],
			);
			assert.ok(product.workerOf(run.executionId), `no worker took up ${run.executionId}`);
		},

		'the trigger polls on the main process, and its execution runs on a worker': async (
			product,
		) => {
			const arrivals = await activateTrigger(product);
			const [first, second] = await writable(product);
			await change(product, first);
			await assertArrived(arrivals, [first.Id]);
			const [{ id }] = await arrivals.executions();
			assert.ok(product.workerOf(id), `no worker took up ${id}`);

			await product.killWorkers();
			await product.practice.forgetRequests();
			await change(product, second);
			const waiting = await waitingExecution(arrivals);
			const requests = await product.practice.requests();
			assert.ok(requests.length > 0, 'nothing was asked while no worker ran');
			await product.startWorkers();
			await assertArrived(arrivals, [first.Id, second.Id]);
			assert.ok(product.workerOf(waiting.id), `no worker took up ${waiting.id}`);
			assert.deepEqual(idsOf(await arrivals.rows()), sorted([first.Id, second.Id]));
			await deactivate(product, arrivals.workflowId);
		},

		'a worker without the package fails what it takes up, and sends nothing to Nexudus': async (
			product,
		) => {
			const { practice, accessToken: credentials, bareWorker } = product;
			const [{ Id }] = await practice.contacts();
			const parameters = { operation: 'get', contractContactId: byId(Id) };
			const nexudus = contractContact('Nexudus', parameters, { credentials });
			const workflow = await WebhookWorkflow.publish(product, 'One contact', [nexudus]);
			await product.killWorkers();
			await bareWorker.start();
			try {
				await practice.forgetRequests();
				const { status, text } = await workflow.call({});
				product.progress.say(`    the caller sees ${status} ${text}`);
				assert.equal(status, 500);
				const [{ status: ended, id }] = await workflow.executions();
				assert.equal(ended, 'error');
				const { result } = await readExecution(product.client, id, product.signal);
				assert.equal(result.error.message, UNKNOWN_NODE);
				assert.deepEqual(bareWorker.executions, [id]);
				assert.deepEqual(await practice.requests(), []);
			} finally {
				await bareWorker.kill();
				await product.startWorkers();
			}
			const { status } = await workflow.call({});
			assert.equal(status, 200);
		},
	},
};

async function activateTrigger(product) {
	const { accessToken: credentials } = product;
	const parameters = { event: 'createdOrUpdated' };
	const trigger = contractContactTrigger(TRIGGER, parameters, { credentials });
	const done = node('Done', 'n8n-nodes-base.noOp', 1);
	const id = await activate(product, chain('On any change', [trigger, done]));
	return new Arrivals(product, id, TRIGGER);
}

async function writable({ practice }) {
	return (await practice.contacts()).filter(({ FullName }) => FullName);
}

async function change({ practice }, { Id }) {
	await practice.changeContact(Id, { PhoneNumber: `+44 20 7946 ${1_000 + (Id % 1_000)}` });
}

async function assertArrived(arrivals, ids) {
	await eventually(
		async () => {
			const arrived = idsOf(await arrivals.rows());
			return ids.every((id) => arrived.includes(id)) ? true : undefined;
		},
		{ limit: ARRIVES_WITHIN_MS, what: `changes of ${ids}` },
	);
}

async function waitingExecution(arrivals) {
	const isNew = ({ status }) => status === 'new';
	return await eventually(async () => (await arrivals.executions()).find(isNew), {
		limit: FINISHES_WITHIN_MS,
		what: 'an execution that waits for a worker',
	});
}

function idsOf(rows) {
	return sorted(rows.map(({ Id }) => Id));
}

function sorted(ids) {
	return [...ids].sort((one, other) => one - other);
}
