import assert from 'node:assert/strict';
import { eventually } from '../../harness/eventually.mjs';
import { byId, contractContact } from '../../harness/nodes.mjs';
import { contactsOf, publishSignUp, signUps } from '../signUps.mjs';
import { WebhookWorkflow } from '../webhooks.mjs';

const PEOPLE = 24;
const MET = 20;
/** Enough to do something between the reading of a list and the writing that follows from it. */
const SLOW_MS = 1_000;
const USUAL_MS = 50;
const SOON_MS = 20_000;

export const group = {
	title: 'Executions side by side, on several workers',
	checks: {
		[`${PEOPLE} sign-ups, each sent twice at once, make ${PEOPLE} contacts`]: async (product) => {
			const { practice } = product;
			const signUp = await publishSignUp(product);
			const people = await signUps(practice, { count: PEOPLE, team: 'design' });
			const twice = people.flatMap((person) => [person, person]);
			await allSucceed(
				twice.map((person) => signUp.call(person)),
				[signUp],
			);
			const contacts = await contactsOf(practice, people);
			const doubled = contacts.filter(({ length }) => length > 1);
			product.progress.say(`    doubled: ${doubled.length}; ${await spread(product, signUp)}`);
			assert.deepEqual(
				contacts.map((same) => same.map(({ PhoneNumber }) => PhoneNumber)),
				people.map(({ phone }) => [phone]),
			);
		},

		[`${MET} contacts, two workflows that change another field each at once: every change is kept`]:
			async (product) => {
				const { practice } = product;
				const contacts = (await writable(practice)).slice(0, MET);
				const notes = await publishUpdate(product, 'notes');
				const phone = await publishUpdate(product, 'phoneNumber');
				const changes = contacts.map(({ Id }, index) => ({
					Id,
					notes: `Met at the front desk, visit ${index + 1}`,
					phoneNumber: `+44 20 7946 ${2_000 + index}`,
				}));
				const calls = changes.flatMap((change) => [notes.call(change), phone.call(change)]);
				await allSucceed(calls, [notes, phone]);
				const lost = await lostChanges(practice, changes);
				product.progress.say(`    lost: ${lost.length} of ${2 * MET}`);
				assert.deepEqual(lost, []);
			},

		'a contact that somebody else added after the list was read is taken, not doubled': async (
			product,
		) => {
			const { practice } = product;
			const signUp = await publishSignUp(product);
			const people = await signUps(practice, { count: 1, team: 'print' });
			const [person] = people;
			await practice.setLatency(SLOW_MS);
			await practice.forgetRequests();
			try {
				const call = signUp.call(person);
				await eventually(() => listIsRead(practice), { limit: SOON_MS, what: 'the list read' });
				const other = await practice.addContact({
					CoworkerContractId: person.contract,
					FullName: person.name,
					Email: person.email,
				});
				await allSucceed([call], [signUp]);
				const [left] = await contactsOf(practice, people);
				assert.deepEqual(
					left.map(({ Id, PhoneNumber }) => ({ Id, PhoneNumber })),
					[{ Id: other.Id, PhoneNumber: person.phone }],
				);
			} finally {
				await practice.setLatency(USUAL_MS);
			}
		},
	},
};

function publishUpdate(product, field) {
	const { accessToken: credentials } = product;
	const parameters = {
		operation: 'update',
		contractContactId: byId('={{ $json.body.Id }}'),
		updateFields: { [field]: `={{ $json.body.${field} }}` },
		options: { readBack: true },
	};
	const nexudus = contractContact('Nexudus', parameters, { credentials });
	return WebhookWorkflow.publish(product, `Change of ${field}`, [nexudus]);
}

/** What n8n did not answer is judged by its execution. */
async function allSucceed(calls, workflows) {
	const answers = await Promise.all(calls);
	const failed = answers.filter(({ status }) => status !== undefined && status !== 200);
	assert.deepEqual(failed, [], `${failed.length} of ${calls.length} executions failed`);
	for (const workflow of workflows) assert.deepEqual(await workflow.unsuccessful(), []);
}

/** Nexudus refuses to write a contact without a name of its own, whoever sends it. */
async function writable(practice) {
	return (await practice.contacts()).filter(({ FullName }) => FullName);
}

async function lostChanges(practice, changes) {
	const held = new Map((await practice.contacts()).map((contact) => [contact.Id, contact]));
	return changes.flatMap(({ Id, notes, phoneNumber }) => {
		const { Notes, PhoneNumber } = held.get(Id);
		const lost = [];
		if (Notes !== notes) lost.push({ Id, lost: 'Notes' });
		if (PhoneNumber !== phoneNumber) lost.push({ Id, lost: 'PhoneNumber' });
		return lost;
	});
}

async function listIsRead(practice) {
	const requests = await practice.requests();
	return requests.some(({ method, status }) => method === 'GET' && status === 200) || undefined;
}

/** Workers that did nothing would prove nothing. */
async function spread(product, workflow) {
	const ids = (await workflow.executions()).map(({ id }) => String(id));
	const shares = product.workers.map(
		({ executions }) => executions.filter((id) => ids.includes(id)).length,
	);
	assert.ok(
		shares.every((share) => share > 0),
		`executions by worker: ${shares}`,
	);
	return `executions by worker: ${shares.join(', ')}`;
}
