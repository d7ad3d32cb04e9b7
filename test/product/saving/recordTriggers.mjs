import { setTimeout as pause } from 'node:timers/promises';
import { activate, deactivate } from '../harness/activation.mjs';
import { Arrivals } from '../harness/arrivals.mjs';
import { settled } from '../harness/savedWorkflow.mjs';
import { makeCredentials } from './credentials.mjs';
import { asEditorSaves, requireEverything, stored } from './editor.mjs';
import {
	makeChangesBeforeActivation,
	makeEarlierChanges,
	makeLaterChanges,
	TRIGGER,
	triggerWorkflows,
} from './triggerWorkflows.mjs';

/** Enough for a poll, its execution, the storing of the state, and the next poll. */
const POLLS_MS = 13_000;

/**
 * Lets triggers hand over changes, keeps their states, makes more changes while n8n is down, and sees
 * what comes out when it starts again.
 * @param {import('../harness/product.mjs').Product} product
 * @param {object} startRecords what the practice Nexudus is to hold at first
 * @returns {Promise<{ records: object, triggers: Array<{ workflow: object, handedOver: object[],
 *   changes: object[] }>}>} records with all changes, workflows with their states, rows by what they were
 */
export async function recordTriggers(product, startRecords) {
	const practice = await product.startPractice(startRecords);
	await makeChangesBeforeActivation(practice);
	const credentials = await makeCredentials(product, practice);
	const wished = triggerWorkflows(credentials, startRecords.contacts[5].CoworkerContractId);
	requireEverything('contractContactTrigger', wished);
	const watched = [];
	for (const workflow of wished) {
		const id = await activate(product, await asEditorSaves(product, workflow));
		watched.push({ id, arrivals: new Arrivals(product, id, TRIGGER) });
	}
	await makeEarlierChanges(practice);
	await pause(POLLS_MS);
	const kept = [];
	for (const { id, arrivals } of watched) {
		kept.push({ workflow: await stored(product, id), handedOver: await arrivals.rows() });
	}
	await product.killN8n();
	await makeLaterChanges(practice);
	const records = await practice.savedRecords();
	await product.startN8nAgain();
	await pause(POLLS_MS);
	const triggers = [];
	for (const [index, { id, arrivals }] of watched.entries()) {
		const { workflow, handedOver } = kept[index];
		const changes = (await arrivals.rows()).slice(handedOver.length);
		product.progress.say(`  ${workflow.name}: ${handedOver.length}, then ${changes.length}`);
		triggers.push(settled({ workflow, handedOver, changes }, records));
		await deactivate(product, id);
	}
	return { records, triggers };
}
