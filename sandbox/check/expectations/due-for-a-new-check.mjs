import { find, listDifferences, textDifferences } from '../difference.mjs';
import { arrivedEmails } from '../messages.mjs';
import { customerOf, withContract } from '../simplified.mjs';

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const { contacts, contracts } = before;
		const due = contacts
			.filter(({ CoworkerContractId }) => find(contracts, CoworkerContractId).Active)
			.filter(isDue)
			.map((contact) => withContract(contact, contracts));
		const emails = arrivedEmails(before, after);
		if (emails.length !== 1) return [`${emails.length} emails came, expected 1`];
		const [{ subject, text }] = emails;
		const lines = text.split(/\r?\n/).filter((line) => line !== '');
		const customers = new Set(due.map(({ CoworkerContract }) => title(CoworkerContract)));
		return [
			...listDifferences(rowsOf('Get many contract contacts'), due),
			...textDifferences('line of the email', lines, [...customers, ...due.map(line)]),
			...textDifferences('subject', [subject], [`Due for a new AML check: ${due.length} contacts`]),
			...listDifferences(after.contacts, contacts),
		];
	},
};

function isDue({ AmlCheckDate }) {
	const aYearAgo = new Date();
	aYearAgo.setFullYear(aYearAgo.getFullYear() - 1);
	return !AmlCheckDate || Date.parse(AmlCheckDate) <= aYearAgo.getTime();
}

function title(contract) {
	return `${customerOf(contract)} (#${contract.Id})`;
}

function line({ FullName, AmlCheckDate }) {
	return `  - ${FullName}: ${AmlCheckDate?.slice(0, 10) ?? 'never'}`;
}
