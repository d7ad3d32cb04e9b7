import { setTimeout as pause } from 'node:timers/promises';

/**
 * Publishes the workflow on the screen, and takes away the hints that n8n then gives.
 * @param {import('./editor.mjs').Editor} editor
 */
export async function publish(editor) {
	const open = editor.part('workflow-open-publish-modal-button').first();
	await editor.page.waitForFunction((button) => !button.disabled, await open.elementHandle());
	await open.click();
	await editor.part('workflow-publish-button').last().click();
	await editor.part('activation-modal').waitFor();
	await editor.page.keyboard.press('Escape');
	await editor.part('activation-modal').waitFor({ state: 'hidden' });
	// The older n8n then unfolds a checklist.
	await editor.page.keyboard.press('Escape');
	await editor.page.getByText('Publishing').waitFor({ state: 'hidden' });
	await pause(1_000);
}

/**
 * Shows what came of one execution.
 * @param {import('./editor.mjs').Editor} editor
 * @param {string} workflow its id
 * @param {string} id of the execution
 */
export async function openExecution(editor, workflow, id) {
	await editor.goTo(`/workflow/${workflow}/executions/${id}`);
	await editor.part(`execution-preview-details-${id}`).waitFor();
	await pause(3_000);
}
