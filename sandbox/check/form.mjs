import { arrivedEmails } from './messages.mjs';
import { comesToWait } from '../stand/execution.mjs';
import { readHoldings } from '../stand/practice.mjs';

const ANSWER_WITHIN_MS = 30_000;

/**
 * Does what the person does whom a workflow asks: opens the link in the email and sends the form.
 * @param {object} run
 * @param {import('../stand/n8nClient.mjs').N8nClient} run.client logged in
 * @param {import('../stand/practice.mjs').Addresses} run.practice
 * @param {import('../stand/practice.mjs').Holdings} run.before what there was before the run
 * @param {string} run.id of the execution
 * @param {import('./expectation.mjs').Expectation} expectation
 * @param {AbortSignal} signal
 * @returns {Promise<import('../stand/practice.mjs').Holdings | undefined>} what there was while the
 *   form waited; undefined if the execution ended without waiting
 */
export async function answerForm({ client, practice, before, id }, { answers }, signal) {
	if (!(await comesToWait(client, id, signal))) return undefined;
	const asked = await readHoldings(practice.url);
	const [email] = arrivedEmails(before, asked);
	const [link] = /http:\S+/.exec(email?.text ?? '') ?? [];
	if (!link) throw new Error('the workflow waits, but no email came with a link to the form');
	await open(link);
	await send(link, answers);
	return asked;
}

async function open(link) {
	const response = await fetch(link, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
	const page = await response.text();
	if (!response.ok || !page.includes('field-0')) {
		throw new Error(`the link in the email opens no form: ${response.status}`);
	}
}

async function send(link, answers) {
	const body = new FormData();
	answers.forEach((answer, place) => body.append(`field-${place}`, answer));
	const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
	const response = await fetch(link, { method: 'POST', body, signal });
	await response.text();
	if (!response.ok) throw new Error(`the form was not taken: ${response.status}`);
}
