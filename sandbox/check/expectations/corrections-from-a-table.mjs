import { find, listDifferences, textDifferences } from '../difference.mjs';
import { simplified } from '../simplified.mjs';

const CORRECTED = {
	87_000_020: { PhoneNumber: '+44 20 7946 0181', Notes: 'Phone number corrected.' },
	87_000_024: { PhoneNumber: '+44 20 7946 0182' },
};

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const expected = before.contacts.map((contact) =>
			corrected(contact, find(after.contacts, contact.Id)),
		);
		const written = expected.filter(({ Id }) => Id in CORRECTED);
		const failures = rowsOf('Not corrected').map(
			({ Row, Reason }) => `${Row}: ${reasonOf(Reason)}`,
		);
		return [
			...listDifferences(after.contacts, expected),
			...listDifferences(rowsOf('Corrected'), written.map(simplified)),
			...textDifferences('failure', failures, ['99999999: not there', 'unknown: no ID']),
		];
	},
};

/** Every other field has to come through the update unchanged. */
function corrected(contact, { UpdatedOn, UpdatedBy }) {
	const changes = CORRECTED[contact.Id];
	return changes ? { ...contact, ...changes, UpdatedOn, UpdatedBy } : contact;
}

function reasonOf(reason) {
	if (/does not exist/.test(reason)) return 'not there';
	return /must be an ID/.test(reason) ? 'no ID' : reason;
}
