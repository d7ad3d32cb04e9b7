import { listDifferences, textDifferences } from '../difference.mjs';
import { newest } from '../newest.mjs';
import { arrivedEmails } from '../messages.mjs';
import { withContract } from '../simplified.mjs';

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const contact = withContract(newest(before.contacts, 'CreatedOn'), before.contracts);
		const expected = contact.Email ? [`${contact.Email}: Welcome, ${contact.FullName}`] : [];
		return [
			...listDifferences(rowsOf('New contact'), [contact]),
			...textDifferences(
				'email',
				arrivedEmails(before, after).map(({ to, subject }) => `${to.join(', ')}: ${subject}`),
				expected,
			),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};
