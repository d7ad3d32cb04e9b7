import { find, listDifferences, recordDifferences } from '../difference.mjs';
import { simplified } from '../simplified.mjs';

const WRITTEN = {
	CoworkerContractId: 2_380_115,
	FullName: 'Elena Marchetti',
	Email: 'elena.marchetti@harbour-finch-ltd.example',
	PhoneNumber: '+353 20 915 0148',
	DateOfBirth: '1984-11-02T00:00:00Z',
	ContractContactType: 1,
	AmlCheckStatus: 0,
	Notes: 'Added by the n8n workflow "Add a director to a contract".',
};

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const added = after.contacts.filter(({ Id }) => !find(before.contacts, Id));
		if (added.length !== 1) return [`${added.length} contacts were added, expected 1`];
		const [contact] = added;
		return [
			...recordDifferences('the new contact', { ...contact, ...WRITTEN }, contact),
			...listDifferences(rowsOf('Create contract contact'), [simplified(contact)]),
			...listDifferences(after.contacts, [...before.contacts, contact]),
		];
	},
};
