import { find, listDifferences, textDifferences } from '../difference.mjs';
import { arrivedEmails } from '../messages.mjs';
import { simplified } from '../simplified.mjs';

const CONTACT_ID = 87_000_031;
const PhoneNumber = '+353 20 917 3699';

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	answers: ['Approve'],
	differences({ rowsOf, before, asked, after }) {
		if (!asked) return ['nobody was asked'];
		const earlier = find(before.contacts, CONTACT_ID);
		const changed = find(after.contacts, CONTACT_ID);
		const { UpdatedOn, UpdatedBy } = changed;
		const others = before.contacts.filter((contact) => contact !== earlier);
		const [{ text }] = arrivedEmails(before, after);
		const question = [
			`Hannah O'Connor (#${CONTACT_ID})`,
			`PhoneNumber: ${earlier.PhoneNumber} → ${PhoneNumber}`,
			"Reason: Hannah O'Connor told a new phone number.",
		];
		return [
			...textDifferences('line of the email', text.split(/\r?\n/).slice(0, 3), question),
			...listDifferences(asked.contacts, before.contacts),
			...listDifferences(rowsOf('Update contract contact'), [simplified(changed)]),
			...listDifferences(after.contacts, [
				...others,
				{ ...earlier, PhoneNumber, UpdatedOn, UpdatedBy },
			]),
		];
	},
};
