import assert from 'node:assert/strict';
import { byId, contractContact, manualTrigger, rowsAsItems } from '../../harness/nodes.mjs';
import { openWorkflowOf, turnSwitch } from '../building.mjs';
import { untilItems } from '../output.mjs';

const NODE = 'Update contract contact';

/** 'Ticket' is no field of a contact, and an empty cell changes nothing. */
const ROWS = [
	{ Id: 87000020, 'Phone Number': '+44 161 496 0398', 'Post Code': '', Ticket: 'OPS-411' },
	{ Id: 87000028, 'Phone Number': '+44 161 496 0612', 'Post Code': 'M4 6BF', Ticket: 'OPS-412' },
];

export const corrections = {
	title: 'corrections of contract contacts from a table are looked at before they are made',
	async run(stage) {
		const { editor, picture, practice, accessToken } = stage;
		const before = await Promise.all(ROWS.map(({ Id }) => practice.contact(Id)));
		const parameters = {
			operation: 'update',
			contractContactId: byId('={{ $json.Id }}'),
			fieldsFrom: 'input',
			output: 'selected',
			outputFields: ['Id', 'FullName', 'PhoneNumber', 'PostCode'],
			options: { previewOnly: true },
		};
		const update = contractContact(NODE, parameters, { credentials: accessToken });
		await openWorkflowOf(stage, 'Corrections', [manualTrigger(), ...rowsAsItems(ROWS), update]);
		await editor.openNode(NODE);
		await practice.forgetRequests();
		await editor.executeNode();
		await untilItems(editor, ROWS.length);
		await editor.showOutputAs('table');
		await editor.dismissNotices();
		assert.deepEqual(await practice.writes(), []);
		await picture('preview');

		await turnSwitch(editor, 'previewOnly');
		await editor.executeNode();
		await editor.output.locator('th', { hasText: 'preview' }).waitFor({ state: 'hidden' });
		await untilItems(editor, ROWS.length);
		await editor.dismissNotices();
		await picture('fields-from-input');
		for (const [index, row] of ROWS.entries()) {
			const after = await practice.contact(row.Id);
			assert.equal(after.PhoneNumber, row['Phone Number']);
			assert.equal(after.PostCode, row['Post Code'] || before[index].PostCode);
		}
	},
};
