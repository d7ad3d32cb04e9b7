import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { readExecution } from '../../../../sandbox/stand/execution.mjs';
import { eventually } from '../../harness/eventually.mjs';
import { byId, contractContact, node } from '../../harness/nodes.mjs';
import { randomNumbers } from '../../harness/randomNumbers.mjs';
import { WebhookWorkflow } from '../webhooks.mjs';

const UPDATES = 600;
const FEWEST_BEFORE = 100;
const MOST_BEFORE = 400;
/** What is under way when a worker dies may still arrive. */
const ARRIVES_MS = 1_000;
const BEGINS_WITHIN_MS = 30_000;
/** n8n waits for the worker's lock to end, and looks every few seconds. */
const NOTICED_WITHIN_MS = 90_000;
const STAMPS = ['UpdatedOn', 'UpdatedBy'];

export const group = {
	title: 'A worker that is killed',
	limit: 240_000,
	checks: {
		[`killed in the middle of ${UPDATES} updates: each contact is whole, what was written stays, the next run does the rest`]:
			async (product) => {
				const { practice } = product;
				const update = await publishUpdates(product);
				const before = (await writable(practice)).slice(-UPDATES);
				const rows = before.map(({ Id }) => ({ Id, notes: `Moved to shelf ${Id % 40}, unit B` }));
				await practice.forgetRequests();
				await update.call({ rows });
				const { id, worker } = await dieAtRandom(product, update);
				try {
					await assertNextRunDoesTheRest(product, { update, before, rows, id });
				} finally {
					await worker.start();
				}
			},
	},
};

function publishUpdates(product) {
	const { accessToken: credentials } = product;
	const parameters = {
		operation: 'update',
		contractContactId: byId('={{ $json.Id }}'),
		updateFields: { notes: '={{ $json.notes }}' },
	};
	const rows = { fieldToSplitOut: 'body.rows', options: {} };
	const nodes = [
		node('Rows', 'n8n-nodes-base.splitOut', 1, rows),
		contractContact('Nexudus', parameters, { credentials }),
	];
	return WebhookWorkflow.publish(product, 'Moves', nodes, 'onReceived');
}

async function writable(practice) {
	return (await practice.contacts()).filter(({ FullName }) => FullName);
}

/** Kills the worker that does the one execution of a workflow. */
async function dieAtRandom(product, workflow) {
	const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
	const random = randomNumbers(seed);
	const moment = FEWEST_BEFORE + random(MOST_BEFORE - FEWEST_BEFORE);
	product.progress.say(`    SEED=${seed}: killed after ${moment} updates`);
	const isFar = async () => ((await putCount(product.practice)) >= moment ? true : undefined);
	await eventually(isFar, { limit: BEGINS_WITHIN_MS, what: `${moment} updates` });
	const [{ id }] = await workflow.executions();
	const worker = product.workerOf(id);
	await worker.kill();
	await pause(ARRIVES_MS);
	return { id, worker };
}

async function assertNextRunDoesTheRest(product, { update, before, rows, id }) {
	const { practice } = product;
	const written = await assertWhole(practice, before, rows);
	product.progress.say(`    ${written} of ${UPDATES} written`);
	assert.ok(written > 0 && written < UPDATES, `${written} written`);

	await practice.forgetRequests();
	await update.call({ rows });
	await eventually(() => nextRun(update, id), {
		limit: NOTICED_WITHIN_MS,
		what: 'the next run ended',
	});
	assert.equal(await assertWhole(practice, before, rows), UPDATES);
	assert.equal(await putCount(practice), UPDATES - written, 'written by the next run');
	await killedExecution(update, id);
	const { problem } = await readExecution(product.client, id, product.signal);
	product.progress.say(`    the killed execution is shown with ${problem}`);
}

async function putCount(practice) {
	return (await practice.requests()).filter(({ method }) => method === 'PUT').length;
}

/**
 * Asserts that each contact is as it was before or as it was to become, in every other property too.
 * @returns {Promise<number>} how many are as they were to become
 */
async function assertWhole(practice, before, rows) {
	const held = new Map((await practice.contacts()).map((contact) => [contact.Id, contact]));
	const written = rows.filter(({ Id, notes }) => held.get(Id).Notes === notes);
	const changed = new Map(written.map(({ Id, notes }) => [Id, notes]));
	for (const contact of before) {
		const wanted = { ...contact, Notes: changed.get(contact.Id) ?? contact.Notes };
		assert.deepEqual(withoutStamps(held.get(contact.Id)), withoutStamps(wanted));
	}
	return written.length;
}

function withoutStamps(contact) {
	return Object.fromEntries(Object.entries(contact).filter(([name]) => !STAMPS.includes(name)));
}

async function nextRun(workflow, killedId) {
	const [newest] = await workflow.executions();
	if (newest.id === killedId || ['new', 'running'].includes(newest.status)) return undefined;
	assert.equal(newest.status, 'success');
	return newest;
}

/** It must not pass for one that went well. */
async function killedExecution(workflow, id) {
	await eventually(
		async () => {
			const execution = (await workflow.executions()).find((one) => one.id === id);
			return ['error', 'crashed'].includes(execution.status) || undefined;
		},
		{ limit: NOTICED_WITHIN_MS, what: 'the killed execution shown as failed' },
	);
}
