import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../harness/eventually.mjs';
import { randomNumbers } from '../../harness/randomNumbers.mjs';
import { contactsOf, publishSignUp, signUps } from '../signUps.mjs';

const PEOPLE = 24;
const BEGIN_WITHIN_MS = 30_000;
/** Slow enough for every worker to have something to do when one is killed. */
const SLOW_MS = 300;
const USUAL_MS = 50;
/** n8n takes up to 20 s to notice, and leaves some callers of a killed worker without an answer. */
const ANSWERED_WITHIN_MS = 45_000;
/** Long enough to be past the writing of some contacts, and in the middle of others. */
const LONGEST_LIFE_MS = 800;

export const group = {
	title: 'A worker that is killed among sign-ups',
	limit: 180_000,
	checks: {
		[`killed while ${PEOPLE} people, each sent twice, become contacts: who was answered is there once, the others come with the next try, and a contact left double is told of`]:
			async (product) => {
				const { practice } = product;
				const signUp = await publishSignUp(product);
				const people = await signUps(practice, { count: PEOPLE, team: 'events' });
				const twice = people.flatMap((person) => [person, person]);
				await practice.setLatency(SLOW_MS);
				await practice.forgetRequests();
				const calls = Promise.all(twice.map((person) => signUp.call(person, ANSWERED_WITHIN_MS)));
				const killed = await killAWorker(product);
				await practice.setLatency(USUAL_MS);
				try {
					await assertNobodyLost(product, { signUp, people, answers: await calls });
				} finally {
					await killed.start();
				}
			},
	},
};

/** @returns {Promise<import('../../../../sandbox/queue/worker.mjs').Worker>} the one killed */
async function killAWorker(product) {
	const { practice, workers, progress } = product;
	const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
	const random = randomNumbers(seed);
	const worker = workers[random(workers.length)];
	const moment = random(LONGEST_LIFE_MS);
	progress.say(
		`    SEED=${seed}: killed ${moment} ms after the first contact, or when it has something to do`,
	);
	const hasBegun = async () => {
		const requests = await practice.requests();
		return requests.some(({ method, status }) => method === 'POST' && status === 200) || undefined;
	};
	await eventually(hasBegun, { limit: BEGIN_WITHIN_MS, what: 'a first contact' });
	await pause(moment);
	await eventually(() => worker.isBusy || undefined, {
		limit: BEGIN_WITHIN_MS,
		what: 'an execution on the worker to be killed',
	});
	await worker.kill();
	return worker;
}

async function assertNobodyLost(product, { signUp, people, answers }) {
	const { practice } = product;
	const left = await contactsOf(practice, people);
	const good = people.map(
		(_, index) => answers.slice(2 * index, 2 * index + 2).filter(isGood).length,
	);
	const doubled = left.filter(({ length }) => length > 1).length;
	const failed = answers.filter((answer) => !isGood(answer)).length;
	product.progress.say(`    ${failed} calls without a good answer, ${doubled} people left double`);
	assert.ok(failed > 0, 'the killed worker did nothing');
	const lost = people.filter((_, index) => good[index] > 0 && left[index].length === 0);
	assert.deepEqual(lost, [], 'answered, but not there');
	await assertNextTry(product, { signUp, people, left });
	const unsettled = people.filter((_, index) => good[index] === 2 && left[index].length > 1);
	assert.deepEqual(unsettled, [], 'answered twice, and left double');
}

function isGood({ status }) {
	return status === 200;
}

/** Each once more, one after the other: nobody is missing then, and nobody is doubled by it. */
async function assertNextTry({ practice }, { signUp, people, left }) {
	for (const [index, person] of people.entries()) {
		const { status } = await signUp.call(person);
		assert.equal(status, left[index].length > 1 ? 500 : 200, person.email);
	}
	const counts = (await contactsOf(practice, people)).map(({ length }) => length);
	assert.deepEqual(
		counts,
		left.map(({ length }) => Math.max(1, length)),
	);
}
