import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { activate, deactivate } from '../harness/activation.mjs';
import { Arrivals } from '../harness/arrivals.mjs';
import { eventually } from '../harness/eventually.mjs';
import { chain, contractContactTrigger, node } from '../harness/nodes.mjs';

const TRIGGER = 'Nexudus changes';
const POLL_MS = 5_000;
/** Enough for a poll, its execution and the next poll, which would show a repetition. */
const TWO_POLLS_MS = 2 * POLL_MS + 1_000;
const ARRIVES_WITHIN_MS = 45_000;

export const group = {
	title: 'The trigger, activated',
	checks: {
		'each event gives its own changes, each exactly once, and nothing that was there before':
			async (product) => {
				const watched = await activateAll(product);
				await assertQuiet(watched, 'before any change');
				const { created, matched, renamed, removed } = await makeChanges(product);
				const expected = {
					created: [created.Id],
					createdOrUpdated: [created.Id, matched.Id, renamed.Id],
					amlStatusChanged: [matched.Id],
					deleted: [removed.Id],
				};
				for (const [event, ids] of Object.entries(expected))
					await assertArrived(watched[event].arrivals, ids, `${event} ${ids}`);
				await pause(TWO_POLLS_MS);
				for (const [event, ids] of Object.entries(expected))
					assert.deepEqual(idsOf(await watched[event].arrivals.rows()), sorted(ids), event);
				const [row] = await watched.amlStatusChanged.arrivals.rows();
				assert.equal(row.AmlCheckStatus, 'PotentialMatch');
				assert.equal(row.PreviousAmlCheckStatus, 'NotStarted');
				assert.deepEqual(await watched.deleted.arrivals.rows(), [
					{ deleted: true, Id: removed.Id },
				]);
				for (const { id } of Object.values(watched)) await deactivate(product, id);
			},
		'what changes while n8n is down comes out once when it starts again': async (product) => {
			const watched = await activateTrigger(product, 'createdOrUpdated');
			const [first, second] = await product.practice.contacts();
			await product.practice.changeContact(first.Id, { PhoneNumber: '+44 20 7946 0301' });
			await assertArrived(watched.arrivals, [first.Id], 'the change before');
			await product.killN8n();
			await product.practice.changeContact(second.Id, { PhoneNumber: '+44 20 7946 0302' });
			await product.startN8nAgain();
			await assertArrived(watched.arrivals, [first.Id, second.Id], 'the change while down');
			await pause(TWO_POLLS_MS);
			const ids = idsOf(await watched.arrivals.rows());
			assert.deepEqual(ids, sorted([first.Id, second.Id]));
			await deactivate(product, watched.id);
		},
		'a poll that fails is shown, and loses nothing': async (product) => {
			const watched = await activateTrigger(product, 'createdOrUpdated');
			const { Id } = (await product.practice.contacts())[3];
			await product.practice.fail({ when: { method: 'GET' }, how: { status: 401 } });
			await product.practice.changeContact(Id, { PhoneNumber: '+44 20 7946 0303' });
			await eventually(() => failedExecution(watched), {
				limit: ARRIVES_WITHIN_MS,
				what: 'a failed execution',
			});
			await product.practice.liftFaults();
			await assertArrived(watched.arrivals, [Id], 'the change during the failure');
			await deactivate(product, watched.id);
		},
		'an activation with a refused token fails in words': async (product) => {
			const data = { accessToken: 'revoked-token', baseUrl: product.practice.url };
			const credential = { name: 'Revoked', type: 'nexudusApi', data };
			const { id, name } = await product.client.post('/rest/credentials', credential);
			const workflow = triggerWorkflow('created', { nexudusApi: { id, name } });
			await assert.rejects(activate(product, workflow), /The sign-in was refused|refused/);
		},
	},
};

async function activateAll(product) {
	const watched = {};
	for (const event of ['created', 'createdOrUpdated', 'amlStatusChanged', 'deleted'])
		watched[event] = await activateTrigger(product, event);
	return watched;
}

async function activateTrigger(product, event) {
	const id = await activate(product, triggerWorkflow(event, product.accessToken));
	return { id, arrivals: new Arrivals(product, id, TRIGGER) };
}

function triggerWorkflow(event, credentials) {
	const trigger = contractContactTrigger(TRIGGER, { event }, { credentials });
	return chain(`On ${event}`, [trigger, node('Done', 'n8n-nodes-base.noOp', 1)]);
}

/** Nothing may come out of what was there at the activation. */
async function assertQuiet(watched, when) {
	await pause(TWO_POLLS_MS);
	for (const [event, { arrivals }] of Object.entries(watched))
		assert.deepEqual(await arrivals.executions(), [], `${event} ${when}`);
}

async function makeChanges({ practice }) {
	const contacts = await practice.contacts();
	const [unchecked, other] = contacts.filter(({ AmlCheckStatus }) => AmlCheckStatus === 0);
	const { CoworkerContractId } = other;
	const created = await practice.addContact({
		CoworkerContractId,
		FullName: 'Beatriz Almeida',
		ContractContactType: 1,
		AmlCheckStatus: 0,
	});
	const matched = await practice.changeContact(unchecked.Id, { AmlCheckStatus: 3 });
	const renamed = await practice.changeContact(other.Id, { FullName: 'Johanna Nyström-Berg' });
	const removed = contacts.at(-1);
	await practice.remove('contacts', removed.Id);
	return { created, matched, renamed, removed };
}

async function assertArrived(arrivals, ids, what) {
	await eventually(
		async () => {
			const arrived = new Set(idsOf(await arrivals.rows()));
			return ids.every((id) => arrived.has(id)) ? true : undefined;
		},
		{ limit: ARRIVES_WITHIN_MS, what },
	);
}

async function failedExecution({ arrivals }) {
	return (await arrivals.executions()).find(({ status }) => status === 'error');
}

function idsOf(rows) {
	return sorted(rows.map(({ Id }) => Id));
}

function sorted(ids) {
	return [...ids].sort((one, other) => one - other);
}
