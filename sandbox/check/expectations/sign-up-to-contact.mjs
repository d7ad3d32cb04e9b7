import { find, listDifferences, recordDifferences } from '../difference.mjs';
import { simplified } from '../simplified.mjs';

const WRITTEN = {
	CoworkerContractId: 2_380_346,
	FullName: "Zoë O'Brien-García",
	Email: 'zoe.obrien@northlight-ltd.example',
	PhoneNumber: '+44 20 7946 0175',
	ContractContactType: 1,
	AmlCheckStatus: 0,
};

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const added = after.contacts.filter(({ Id }) => !find(before.contacts, Id));
		if (added.length !== 1) return [`${added.length} contacts were added, expected 1`];
		const [contact] = added;
		return [
			...recordDifferences('the new contact', { ...contact, ...WRITTEN }, contact),
			...listDifferences(rowsOf('Create or update contract contact'), [
				{ action: 'created', ...simplified(contact) },
			]),
			...listDifferences(after.contacts, [...before.contacts, contact]),
		];
	},
};
