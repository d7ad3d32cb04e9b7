import assert from 'node:assert/strict';
import { byId, contractContact, node } from '../../harness/nodes.mjs';
import { WebhookWorkflow } from '../webhooks.mjs';

const EXECUTIONS = 50;
const ROWS = 60;
const WRITES_A_SECOND = 60;
const MOST_REFUSED = 200;
const LIMITS = { limits: [{ requests: WRITES_A_SECOND, perMs: 1_000, only: 'writes' }] };
const IDEAL_S = (EXECUTIONS * ROWS) / WRITES_A_SECOND;

export const group = {
	title: 'The pace of several workers under one limit',
	limit: 240_000,
	checks: {
		[`${EXECUTIONS * ROWS} updates in ${EXECUTIONS} executions at ${WRITES_A_SECOND} writes a second: none fails, at most ${MOST_REFUSED} requests are refused`]:
			async (product) => {
				const { practice } = product;
				const update = await publishUpdates(product);
				const rows = await corrections(practice);
				await practice.forgetRequests();
				await practice.throttle(LIMITS);
				const startedAt = Date.now();
				await Promise.all(portions(rows).map((portion) => update.call(portion)));
				await update.untilEnded(EXECUTIONS);
				const seconds = (Date.now() - startedAt) / 1_000;
				await practice.throttle();
				const refused = await refusedCount(practice);
				product.progress.say(
					`    ${seconds.toFixed(1)} s, where the limit allows ${IDEAL_S} s; ${refused} requests refused`,
				);
				assert.deepEqual(await update.unsuccessful(), []);
				assert.deepEqual(await unwritten(practice, rows), []);
				assert.ok(refused <= MOST_REFUSED, `${refused} requests were refused`);
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
	return WebhookWorkflow.publish(product, 'Corrections', nodes, 'onReceived');
}

async function corrections(practice) {
	const contacts = (await practice.contacts()).filter(({ FullName }) => FullName);
	const rows = contacts.slice(0, EXECUTIONS * ROWS);
	assert.equal(rows.length, EXECUTIONS * ROWS);
	return rows.map(({ Id }) => ({ Id, notes: `Letterbox ${Id} checked in November` }));
}

function portions(rows) {
	return Array.from({ length: EXECUTIONS }, (_, index) => ({
		rows: rows.slice(index * ROWS, (index + 1) * ROWS),
	}));
}

async function refusedCount(practice) {
	return (await practice.requests()).filter(({ status }) => status === 409).length;
}

async function unwritten(practice, rows) {
	const held = new Map((await practice.contacts()).map(({ Id, Notes }) => [Id, Notes]));
	return rows.filter(({ Id, notes }) => held.get(Id) !== notes);
}
