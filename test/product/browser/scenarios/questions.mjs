import assert from 'node:assert/strict';
import { turnSwitch } from '../building.mjs';
import { firstColumn, untilItems } from '../output.mjs';

export const duplicates = {
	title: 'contacts that are on a contract twice are listed side by side',
	async run({ editor, picture, practice }) {
		const twice = contactsOfOneName(await practice.contacts());
		assert.ok(twice.length > 0, 'the sample holds nobody twice');
		await editor.addFirstNode('Get many contract contacts');
		await editor.openCollection('Add filter');
		await editor.choose('Duplicates By');
		await editor.openChoices(editor.parameter('duplicatesBy'));
		await editor.choose('Full Name');
		await editor.executeNode();
		await untilItems(editor, twice.length);
		const shown = (await firstColumn(editor)).map(Number);
		assert.deepEqual(shown, [...new Set(shown)]);
		assert.ok(shown.every((id) => twice.includes(id)));
		await editor.widenOutput();
		await picture('duplicates');
	},
};

/** The Ids of all who share their contract and a name, their own or their coworker's, with another. */
function contactsOfOneName(contacts) {
	const isTwin = (one) => (other) =>
		one.Id !== other.Id &&
		one.CoworkerContractId === other.CoworkerContractId &&
		namesOf(one).some((name) => namesOf(other).includes(name));
	return contacts.filter((one) => contacts.some(isTwin(one))).map(({ Id }) => Id);
}

function namesOf({ FullName, CoworkerFullName }) {
	return [FullName, CoworkerFullName].filter(Boolean).map((name) => name.toLowerCase());
}

const NAME = 'Maeve Kowalczyk';
const COMPANY = 'Dvořák Violins s.r.o.';

export const mailRoom = {
	title: 'a name on an envelope leads to the company of its contract',
	async run({ editor, picture }) {
		await editor.addFirstNode('Get many contract contacts');
		await editor.openCollection('Add filter');
		await editor.choose('Name');
		await editor.parameter('name').locator('input').fill(NAME);
		await editor.openCollection('Add option');
		await editor.choose('Add Contract');
		await turnSwitch(editor, 'addContract');
		await editor.executeNode();
		await untilItems(editor, 1);
		await editor.showOutputAs('schema');
		await editor.output.getByText(COMPANY).first().waitFor();
		await editor.dismissNotices();
		await picture('mail-room');
	},
};
