import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../harness/eventually.mjs';
import { untilItems } from '../output.mjs';
import { openExecution, publish } from '../publishing.mjs';

/** n8n asks once a minute, at a second of its own. */
const FIRES_WITHIN_MS = 90_000;
const EVENTS = ['AML Status Changed', 'Created', 'Created or Updated', 'Deleted'];
const CLEAR = 2;
const POTENTIAL_MATCH = 3;

export const trigger = {
	title: 'the trigger shows a test event, is published, and fires when a check finds a match',
	async run(stage) {
		const { editor, picture } = stage;
		await editor.openNewWorkflow();
		await editor.searchNodes('Nexudus');
		await editor.chooseHit('Nexudus Contract Contact');
		await editor.chooseHit(/On AML status changed/);
		await editor.waitForDetails();
		await picture('trigger');
		await editor.openChoices(editor.parameter('event'));
		await picture('trigger-events');
		const events = await editor.choices.locator('.option-headline').allInnerTexts();
		assert.deepEqual(events, EVENTS);
		await editor.choose('AML Status Changed');
		await editor.executeNode();
		await untilItems(editor, 1);
		await editor.showOutputAs('schema');
		await editor.dismissNotices();
		await picture('trigger-test-event');
		await editor.closeDetails();
		await stage.practice.forgetRequests();
		await publish(editor);
		await untilFirstPoll(stage);
		await picture('trigger-published');
		await fire(stage);
	},
};

/** Only what happens after it starts the workflow. */
async function untilFirstPoll({ practice, signal }) {
	const look = async () => (await practice.requests()).at(-1);
	await eventually(look, { limit: FIRES_WITHIN_MS, what: 'the first poll', signal });
	await pause(1_000);
}

async function fire({ client, editor, picture, practice, page, signal }) {
	const id = new URL(page.url()).pathname.split('/').at(-1);
	const quiet = (await practice.contacts()).find((contact) => contact.AmlCheckStatus === CLEAR);
	await practice.changeContact(quiet.Id, { AmlCheckStatus: POTENTIAL_MATCH });
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const execution = await eventually(
		async () => {
			const { results } = await client.get(`/rest/executions?filter=${filter}`);
			return results.find(({ mode, stoppedAt }) => mode === 'trigger' && stoppedAt);
		},
		{ limit: FIRES_WITHIN_MS, what: 'a finished execution by the trigger', signal },
	);
	assert.equal(execution.status, 'success');
	await openExecution(editor, id, execution.id);
	await picture('trigger-fired');
}
