import { listDifferences, textDifferences } from '../difference.mjs';
import { arrivedEmails } from '../messages.mjs';
import { customerOf, withContract } from '../simplified.mjs';

const WORDS = { NotStarted: 'not started', Pending: 'pending', Error: 'error' };
const UNFINISHED = [...Object.keys(WORDS), undefined];

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const contacts = before.contacts.map((contact) => withContract(contact, before.contracts));
		const open = contacts.filter(({ AmlCheckStatus }) => UNFINISHED.includes(AmlCheckStatus));
		const contracts = new Set(open.map(({ CoworkerContractId }) => CoworkerContractId));
		const emails = arrivedEmails(before, after);
		const [email] = emails;
		if (emails.length !== 1) return [`${emails.length} emails came, expected 1`];
		const lines = email.text.split(/\r?\n/).filter((line) => line !== '');
		const expected = [...contracts].flatMap((id) =>
			paragraph(open.filter(({ CoworkerContractId }) => CoworkerContractId === id)),
		);
		const subject = `AML checks to finish: ${contracts.size} contracts`;
		return [
			...listDifferences(rowsOf('Get many contract contacts'), contacts),
			...textDifferences('line of the email', lines, expected),
			...textDifferences('subject', [email.subject], [subject]),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};

function paragraph(contacts) {
	const [{ CoworkerContract }] = contacts;
	return [
		`${customerOf(CoworkerContract)} (#${CoworkerContract.Id})`,
		...contacts.map(
			({ FullName, AmlCheckStatus }) => `  - ${FullName}: ${WORDS[AmlCheckStatus] ?? 'none'}`,
		),
	];
}
