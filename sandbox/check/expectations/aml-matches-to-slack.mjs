import { listDifferences, textDifferences } from '../difference.mjs';
import { slackTexts } from '../messages.mjs';
import { customerOf, withContract } from '../simplified.mjs';

const WORDS = { PotentialMatch: 'potential match', ConfirmedMatch: 'confirmed match' };

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const rows = before.contacts
			.filter(({ AmlCheckStatus }) => [3, 4].includes(AmlCheckStatus))
			.map((contact) => withContract(contact, before.contracts));
		return [
			...listDifferences(rowsOf('Get many contract contacts'), rows),
			...textDifferences('Slack message', slackTexts(before, after), rows.map(message)),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};

function message({ FullName, AmlCheckStatus, CoworkerContract }) {
	return `AML ${WORDS[AmlCheckStatus]}: ${FullName} (${customerOf(CoworkerContract)}), contract #${CoworkerContract.Id}`;
}
