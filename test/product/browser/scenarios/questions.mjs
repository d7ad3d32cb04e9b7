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
		assert.deepEqual(shown.toSorted(), twice.toSorted());
		await editor.widenOutput();
		await picture('duplicates');
	},
};

/** The Ids of all who share contract and name with another one. */
function contactsOfOneName(contacts) {
	const named = contacts.filter(({ FullName }) => FullName);
	const sameAs = (one) => (other) =>
		one.CoworkerContractId === other.CoworkerContractId &&
		one.FullName.toLowerCase() === other.FullName.toLowerCase();
	return named.filter((one) => named.filter(sameAs(one)).length > 1).map(({ Id }) => Id);
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
