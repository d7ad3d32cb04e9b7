import assert from 'node:assert/strict';

const OPERATIONS = ['Create', 'Create or Update', 'Delete', 'Get', 'Get Many', 'Update'];

export const addNode = {
	title: 'the node is found, added, and offers its six operations',
	async run({ editor, picture }) {
		await editor.openNewWorkflow();
		await editor.searchNodes('Nexudus');
		await picture('node-panel-search');
		await editor.chooseHit('Nexudus Contract Contact');
		await editor.openGroup('Actions');
		await picture('node-panel-actions');
		await editor.chooseHit('Get many contract contacts');
		await editor.waitForDetails();
		await picture('operation-get-many');

		await editor.openChoices(editor.parameter('operation'));
		await picture('operations');
		const names = await editor.choices.locator('.option-headline').allInnerTexts();
		assert.deepEqual(
			names.filter((name) => name !== 'Custom API Call'),
			OPERATIONS,
		);
		await editor.page.keyboard.press('Escape');
		for (const operation of OPERATIONS) {
			await editor.chooseOperation(operation);
			await picture(`operation-${operation.toLowerCase().replaceAll(' ', '-')}`);
		}
	},
};
