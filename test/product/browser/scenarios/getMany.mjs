import assert from 'node:assert/strict';
import { untilItems } from '../output.mjs';

const MATCHES = [3, 4];
const ROWS_OF_A_PAGE = 25;
const COMPANY = 'Dvořák Violins';

export const getMany = {
	title: 'contacts are listed by filters that are chosen from lists',
	async run(stage) {
		const { editor, picture } = stage;
		await editor.addFirstNode('Get many contract contacts');
		await editor.openCollection('Add filter');
		await picture('filter-list');
		await editor.choose('AML Check Status');
		await editor.openChoices(editor.parameter('amlCheckStatus'));
		await editor.choose('Potential Match');
		await editor.choose('Confirmed Match');
		await picture('filter-aml-status');
		await editor.page.keyboard.press('Escape');
		await runAndCompare(stage, ({ AmlCheckStatus }) => MATCHES.includes(AmlCheckStatus));
		await editor.widenOutput();
		await picture('rows');

		await editor.openCollection('Add filter');
		await editor.choose('Coworker Contract');
		await editor.searchRecords('coworkerContractId', COMPANY);
		await picture('contract-search');
		await editor.chooseRecord(COMPANY);
		const contract = await chosenContract(stage);
		await runAndCompare(
			stage,
			({ AmlCheckStatus, CoworkerContractId }) =>
				MATCHES.includes(AmlCheckStatus) && CoworkerContractId === contract,
		);
		await picture('rows-of-a-contract');
		await editor.closeDetails();
		await picture('canvas');
	},
};

/** Runs the node as it is set on the screen, and compares its rows with what Nexudus holds. */
async function runAndCompare({ editor, practice }, isWanted) {
	const wanted = (await practice.contacts()).filter(isWanted).map(({ Id }) => Id);
	assert.ok(wanted.length > 0, 'the sample holds no such contact');
	await editor.executeNode();
	await untilItems(editor, wanted.length);
	await editor.showOutputAs('table');
	await editor.dismissNotices();
	const shown = await editor.output.locator('tbody tr td:first-child').allInnerTexts();
	assert.deepEqual(shown.map(Number), wanted.slice(0, ROWS_OF_A_PAGE));
}

/** The contract that the node asked Nexudus for when it was chosen by its company's name. */
async function chosenContract({ editor }) {
	const shown = await editor.recordShown('coworkerContractId');
	const id = /#(\d+)/.exec(shown)?.[1];
	assert.ok(shown.includes(COMPANY) && id, `the field shows "${shown}"`);
	return Number(id);
}
