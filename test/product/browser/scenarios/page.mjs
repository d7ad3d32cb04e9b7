import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { readExamples } from '../../../../sandbox/stand/examples.mjs';

export const examples = {
	title: 'the examples run, and the page of the practice Nexudus shows what they did',
	async run(stage) {
		const { page, picture, practice } = stage;
		await runExample(stage, 'aml-matches-to-slack');
		await picture('example-slack');
		await runExample(stage, 'weekly-aml-report');
		await picture('example-email');

		await page.goto(practice.url);
		await page.locator('#slack article').first().waitFor();
		await page.locator('#emails article').first().waitFor();
		await picture('practice-nexudus');
		const contacts = await practice.contacts();
		const requests = await practice.requests();
		await shows(page, '#contact-count', String(contacts.length));
		await shows(page, '#request-count', String(requests.length));
		assert.ok((await page.locator('#contacts tbody tr').count()) > 0);
		assert.ok((await page.locator('#requests tbody tr').count()) > 0);
	},
};

const CLEAR = 2;
const POTENTIAL_MATCH = 3;
const MANUALLY_CLEARED = 6;

export const practicePage = {
	title: 'the page of the practice Nexudus finds a contact, and gives it a match by the keyboard',
	async run({ page, practice }) {
		const { Id } = (await practice.contacts()).find(
			({ AmlCheckStatus }) => AmlCheckStatus === CLEAR,
		);
		await page.goto(practice.url);
		await page.getByLabel('Search contacts').fill(String(Id));
		await page
			.locator('#contact-count')
			.getByText(/^1 of /)
			.waitFor();
		const only = page.locator('#contacts tbody tr');
		for (const [button, status, words] of [
			['Give a match', POTENTIAL_MATCH, 'Potential Match'],
			['Clear match', MANUALLY_CLEARED, 'Manually Cleared'],
		]) {
			await only.getByRole('button', { name: button }).focus();
			await page.keyboard.press('Enter');
			await only.getByText(words, { exact: true }).waitFor();
			assert.equal((await practice.contact(Id)).AmlCheckStatus, status);
			const focused = await page.evaluate(() => document.activeElement?.tagName);
			assert.equal(focused, 'BUTTON', 'the keyboard has lost its place');
		}
	},
};

async function runExample({ client, editor, page }, file) {
	const { workflow } = readExamples().find(({ name }) => name === file);
	const { id } = (await client.get('/rest/workflows')).find(({ name }) => name === workflow.name);
	await editor.openWorkflow(id);
	await editor.part('execute-workflow-button').first().click();
	await page.getByText('Workflow executed successfully').first().waitFor();
	await editor.dismissNotices();
	await pause(500);
}

async function shows(page, selector, text) {
	const shown = await page.locator(selector).innerText();
	assert.ok(shown.includes(text), `${selector} shows "${shown}", not ${text}`);
}
