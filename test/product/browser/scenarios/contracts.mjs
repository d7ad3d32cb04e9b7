import assert from 'node:assert/strict';
import { firstColumn, untilItems } from '../output.mjs';

const DIRECTOR = 1;
const PLAN = 'Virtual Office';

export const contractsWithoutDirector = {
	title: 'the active virtual office contracts that have no director are listed with their company',
	async run({ editor, picture, practice }) {
		const wanted = await withoutDirector(practice);
		assert.ok(wanted.length > 0, 'the sample holds no such contract');
		await editor.addFirstNode('Get many coworker contracts', 'Nexudus Coworker Contract');
		await picture('contract-get-many');
		await editor.openCollection('Add filter');
		await editor.choose('Active');
		await editor.openCollection('Add filter');
		await editor.choose('Contacts Missing');
		await editor.openChoices(editor.parameter('contactsMissing'));
		await editor.choose('No Director');
		await editor.openCollection('Add filter');
		await editor.choose('Plan Name');
		await editor.parameter('tariffName').locator('input').fill(PLAN);
		await editor.executeNode();
		await untilItems(editor, wanted.length);
		assert.deepEqual((await firstColumn(editor)).map(Number), wanted);
		await editor.widenOutput();
		await picture('contracts-without-director');
	},
};

async function withoutDirector(practice) {
	const contacts = await practice.contacts();
	const led = contacts
		.filter(({ ContractContactType }) => ContractContactType === DIRECTOR)
		.map(({ CoworkerContractId }) => CoworkerContractId);
	const contracts = await practice.records('contracts');
	return contracts
		.filter(
			({ Id, Active, TariffName }) => Active && TariffName.includes(PLAN) && !led.includes(Id),
		)
		.map(({ Id }) => Id);
}
