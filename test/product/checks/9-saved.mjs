import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { activateSaved, deactivate } from '../harness/activation.mjs';
import { Arrivals } from '../harness/arrivals.mjs';
import { eventually } from '../harness/eventually.mjs';
import { startFakeModel } from '../harness/fakeModel.mjs';
import { assertSameOutcomes, comparableRows, kindOf } from '../harness/sameMeaning.mjs';
import { credentialsOf, outcomeOf } from '../harness/savedWorkflow.mjs';

const FOLDER = new URL('../saved/', import.meta.url);
const ARRIVE_WITHIN_MS = 90_000;
const TWO_POLLS_MS = 11_000;
const MINUTES_LATE = 5;

export const group = {
	title: 'Workflows that earlier versions saved',
	limit: 300_000,
	checks: Object.assign({}, ...readdirSync(FOLDER).map(checksOf)),
};

function checksOf(version) {
	const operations = {
		[`those of ${version} give what they gave then, and change the same in Nexudus`]: (product) =>
			assertOperations(product, version),
	};
	const triggers = readdirSync(new URL(`${version}/triggers/`, FOLDER)).map((name) => {
		const n8n = name.replace(/\.json$/, '');
		const sentence = `triggers of ${version}, saved by n8n ${n8n} in the middle of an overlap, give every change since, once, and nothing that they gave before`;
		return [sentence, (product) => assertTriggersGoOn(product, read(version, `triggers/${name}`))];
	});
	return { ...operations, ...Object.fromEntries(triggers) };
}

async function assertOperations(product, version) {
	const own = `operations.${product.version}.json`;
	const cases = read(version, exists(version, own) ? own : 'operations.json');
	const records = read(version, 'records.json');
	const practice = await product.startPractice(records);
	const model = await startFakeModel({});
	const workflows = cases.map(({ workflow }) => workflow);
	await putIntoN8n(product, workflows, { nexudusUrl: practice.url, modelUrl: model.url });
	const runs = [];
	for (const { workflow, toolArguments, outcome: saved } of cases) {
		model.toolArguments = toolArguments;
		runs.push({
			workflow,
			saved,
			outcome: await outcomeOf(product, { workflow, practice, records }),
		});
	}
	await model.close();
	assertSameOutcomes(runs);
}

async function assertTriggersGoOn(product, { records, triggers }) {
	const practice = await product.startPractice(records);
	const workflows = triggers.map(({ workflow }) => movedTo(practice.url, workflow));
	await putIntoN8n(product, workflows, { nexudusUrl: practice.url });
	const watched = triggers.map((trigger) => watch(product, trigger));
	for (const { workflow } of watched) await activateSaved(product, workflow);
	await assertArrived(watched);
	const Id = await makeLateChange(practice, records);
	for (const { workflow, ids } of watched) if (tellsOfAnyChange(workflow)) ids.push(Id);
	await assertArrived(watched);
	await pause(TWO_POLLS_MS);
	for (const one of watched) await assertNothingElse(one, Id);
	for (const { workflow } of watched) await deactivate(product, workflow.id);
}

/**
 * The state of a trigger belongs to a credential and its address. The credential keeps its id. Of the
 * practice Nexudus's address the port alone is put in anew, in the text that was stored: a fixed one
 * may be taken here, and how the text is made is still that of the version that stored it.
 */
function movedTo(url, workflow) {
	const staticData = JSON.stringify(workflow.staticData);
	const moved = staticData.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, url);
	return { ...workflow, staticData: JSON.parse(moved) };
}

async function putIntoN8n(product, workflows, addresses) {
	await product.importIntoN8n('credentials', credentialsOf(workflows, addresses));
	await product.importIntoN8n('workflow', workflows);
}

function watch(product, { workflow, changes }) {
	const trigger = triggerOf(workflow);
	const arrivals = new Arrivals(product, workflow.id, trigger.name);
	return { workflow, changes, arrivals, ids: idsOf(changes) };
}

async function assertArrived(watched) {
	for (const { workflow, arrivals, ids } of watched) {
		let missing = ids;
		const look = async () => {
			const arrived = idsOf(await arrivals.rows());
			missing = ids.filter((id) => !arrived.includes(id));
			return missing.length === 0 ? true : undefined;
		};
		const what = () => `${workflow.name}: the changes of ${missing}`;
		await eventually(look, { limit: ARRIVE_WITHIN_MS, what });
	}
}

/** It becomes visible minutes after its stamp, between changes that were handed over before. */
async function makeLateChange(practice, { contacts }) {
	const newest = Math.max(...contacts.map(({ UpdatedOn }) => Date.parse(UpdatedOn)));
	const late = new Date(newest - MINUTES_LATE * 60_000);
	const { Id } = contacts[12];
	const UpdatedOn = late.toISOString().replace('.000Z', 'Z');
	await practice.changeContact(Id, { PhoneNumber: '+44 20 7946 0303', UpdatedOn });
	return Id;
}

function tellsOfAnyChange(workflow) {
	const { event, filters = {} } = triggerOf(workflow).parameters;
	return event === 'createdOrUpdated' && Object.keys(filters).length === 0;
}

async function assertNothingElse({ workflow, changes, arrivals, ids }, lateId) {
	const rows = byId(await arrivals.rows());
	assert.deepEqual(idsOf(rows), ascending(ids), workflow.name);
	const ofSaved = rows.filter(({ Id }) => Id !== lateId);
	const [now, then] = comparableRows(kindOf(triggerOf(workflow)), ofSaved, byId(changes));
	assert.deepEqual(now, then);
}

function triggerOf({ nodes }) {
	return nodes.find(({ type }) => /Trigger$/.test(type));
}

function byId(rows) {
	return [...rows].sort((one, other) => one.Id - other.Id);
}

function idsOf(rows) {
	return byId(rows).map(({ Id }) => Id);
}

function ascending(ids) {
	return [...ids].sort((one, other) => one - other);
}

function exists(version, name) {
	return existsSync(new URL(`${version}/${name}`, FOLDER));
}

function read(version, name) {
	return JSON.parse(readFileSync(new URL(`${version}/${name}`, FOLDER), 'utf8'));
}
