import { listDifferences, textDifferences } from '../difference.mjs';
import { newest } from '../newest.mjs';
import { slackTexts } from '../messages.mjs';
import { customerOf, withContract } from '../simplified.mjs';

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const match = withContract(
			newest(before.contacts.filter(({ AmlCheckStatus }) => [3, 4].includes(AmlCheckStatus))),
			before.contracts,
		);
		const words = match.AmlCheckStatus === 'ConfirmedMatch' ? 'confirmed match' : 'potential match';
		const message = `AML check of ${match.FullName} (${customerOf(match.CoworkerContract)}): ${words} (before: unknown), contract #${match.CoworkerContractId}`;
		return [
			...listDifferences(rowsOf('AML check found a match'), [
				{ ...match, PreviousAmlCheckStatus: null },
			]),
			...textDifferences('Slack message', slackTexts(before, after), [message]),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};
