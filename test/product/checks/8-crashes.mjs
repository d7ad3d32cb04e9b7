import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { activate, deactivate } from '../harness/activation.mjs';
import { Arrivals } from '../harness/arrivals.mjs';
import { eventually } from '../harness/eventually.mjs';
import { chain, contractContactTrigger, node } from '../harness/nodes.mjs';
import { randomNumbers } from '../harness/randomNumbers.mjs';

const TRIGGER = 'Nexudus changes';
const ROUNDS = 10;
const LONGEST_LIFE_MS = 6_000;
const MOST_CHANGES = 3;
/** On a busy machine fewer rounds fit in, but never fewer than these. */
const FEWEST_ROUNDS = 2;
const ROUNDS_WITHIN_MS = 200_000;
const ARRIVES_WITHIN_MS = 120_000;
const TWO_POLLS_MS = 11_000;
/** n8n stores the state and starts the execution side by side, within this time after a poll. */
const HANDING_OVER_MS = 1_000;
/**
 * n8n 2.40 that is killed while it starts a workflow's trigger takes the workflow up again after this
 * time only: two minutes unless told, most of this check's rounds. n8n 2.8 does so at once.
 */
const TAKES_UP_AGAIN_AFTER_S = 20;
const N8N_SETTINGS = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: String(TAKES_UP_AGAIN_AFTER_S),
};
const FIRST_POLL_WITHIN_MS = 60_000;

export const group = {
	title: 'Crashes',
	limit: ROUNDS_WITHIN_MS + 500_000,
	checks: {
		[`n8n is killed up to ${ROUNDS} times at random moments: every change comes out, once`]: async (
			product,
		) => {
			const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
			product.progress.say(`    SEED=${seed}`);
			const random = randomNumbers(seed);
			const arrivals = await watchedChanges(product);
			const contacts = (await product.practice.contacts()).slice(20);
			const made = noChanges();
			const deadline = Date.now() + ROUNDS_WITHIN_MS;
			let round = 0;
			for (; round < ROUNDS && (round < FEWEST_ROUNDS || Date.now() < deadline); round += 1)
				await liveAndDie(product, { random, contacts, made });
			product.progress.say(`    ${round} crashes, ${made.ids.length} changes`);
			await assertEachArrivesOnce(product, arrivals, made);
		},

		'killed in the middle of the poll that it starts with, n8n gives every change at a later start, once':
			async (product) => {
				const arrivals = await watchedChanges(product);
				const made = noChanges();
				await product.killN8n();
				await change(product, await product.practice.contacts(), made);
				await dieInFirstPoll(product);
				await product.startN8nAgain(N8N_SETTINGS);
				await assertEachArrivesOnce(product, arrivals, made);
			},
	},
};

async function watchedChanges(product) {
	const { accessToken: credentials } = product;
	const parameters = { event: 'createdOrUpdated' };
	const trigger = contractContactTrigger(TRIGGER, parameters, { credentials });
	const done = node('Done', 'n8n-nodes-base.noOp', 1);
	const id = await activate(product, chain('On any change', [trigger, done]));
	return new Arrivals(product, id, TRIGGER);
}

/** The ids of the contacts changed so far, and of those that a crash in the handing over excuses. */
function noChanges() {
	return { ids: [], excused: new Set() };
}

/** One life of n8n: changes at random moments of it, its end at another, one change after that. */
async function liveAndDie(product, { random, contacts, made }) {
	await product.practice.forgetRequests();
	const moments = Array.from({ length: 1 + random(MOST_CHANGES) }, () => random(LONGEST_LIFE_MS));
	const end = random(LONGEST_LIFE_MS);
	const isBeforeEnd = (moment) => moment < end;
	const changes = moments.map(async (moment) => {
		await pause(isBeforeEnd(moment) ? moment : end + HANDING_OVER_MS);
		await change(product, contacts, made);
	});
	await pause(end);
	const before = new Set(made.ids);
	await product.killN8n();
	if (await diedHandingOver(product)) for (const id of before) made.excused.add(id);
	await Promise.all(changes);
	await product.startN8nAgain(N8N_SETTINGS);
}

async function dieInFirstPoll(product) {
	const { practice } = product;
	await practice.forgetRequests();
	await practice.fail({ when: { method: 'GET' }, how: 'never answers' });
	product.launchN8nAgain(N8N_SETTINGS);
	const asked = async () => ((await practice.requests()).length > 0 ? true : undefined);
	await eventually(asked, { limit: FIRST_POLL_WITHIN_MS, what: 'a first poll' });
	await product.killN8n();
	await practice.liftFaults();
}

/** Each change is of a contact of its own, so that none hides behind another. */
async function change({ practice }, contacts, made) {
	const { Id } = contacts.pop();
	await practice.changeContact(Id, { PhoneNumber: `+44 20 7946 ${1_000 + made.ids.length}` });
	made.ids.push(Id);
}

async function diedHandingOver({ practice }) {
	const requests = await practice.requests();
	const lastAnswer = Math.max(0, ...requests.map(({ answeredAt }) => answeredAt ?? 0));
	return Date.now() - lastAnswer < HANDING_OVER_MS;
}

async function assertEachArrivesOnce(product, arrivals, made) {
	await assertAllArrived(arrivals, made);
	await pause(TWO_POLLS_MS);
	await assertNothingTwice(arrivals, made);
	await deactivate(product, arrivals.workflowId);
}

async function assertAllArrived(arrivals, { ids, excused }) {
	const missing = async () => {
		const arrived = new Set((await arrivals.rows()).map(({ Id }) => Id));
		return ids.filter((id) => !arrived.has(id) && !excused.has(id));
	};
	let last = [];
	await eventually(
		async () => {
			last = await missing();
			return last.length === 0 ? true : undefined;
		},
		{ limit: ARRIVES_WITHIN_MS, what: () => `changes of ${last}` },
	);
}

async function assertNothingTwice(arrivals, { ids, excused }) {
	const arrived = (await arrivals.rows()).map(({ Id }) => Id);
	const twice = arrived.filter((id, index) => arrived.indexOf(id) < index);
	assert.deepEqual(
		twice.filter((id) => !excused.has(id)),
		[],
	);
	const foreign = arrived.filter((id) => !ids.includes(id));
	assert.deepEqual(foreign, [], 'changes that were not made');
	const lost = ids.filter((id) => !arrived.includes(id));
	assert.ok(lost.length + twice.length <= MOST_CHANGES, `lost ${lost}, twice ${twice}`);
}
