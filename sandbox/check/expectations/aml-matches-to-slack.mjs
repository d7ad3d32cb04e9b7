import { listDifferences, textDifferences } from '../difference.mjs';
import { slackTexts } from '../messages.mjs';
import { simplified } from '../simplified.mjs';

const WORDS = { 3: 'potential match', 4: 'confirmed match' };

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const matches = before.contacts.filter(({ AmlCheckStatus }) => AmlCheckStatus in WORDS);
		return [
			...listDifferences(rowsOf('Get many contract contacts'), matches.map(simplified)),
			...textDifferences('Slack message', slackTexts(before, after), matches.map(message)),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};

function message(contact) {
	const { FullName, CoworkerContractId, ...row } = simplified(contact);
	const customer = row.CoworkerCompanyName || row.CoworkerContractTariffName;
	return `AML ${WORDS[contact.AmlCheckStatus]}: ${FullName} (${customer}), contract #${CoworkerContractId}`;
}
