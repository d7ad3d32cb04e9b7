import { listDifferences, textDifferences } from '../difference.mjs';
import { slackTexts } from '../messages.mjs';
import { customerOf, simplifiedContract } from '../simplified.mjs';

const DIRECTOR = 1;
const CLEARED = [2, 6];

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const cleared = new Set(before.contacts.filter(isClearedDirector).map(contractOf));
		const contracts = before.contracts
			.filter(({ Active, TariffName }) => Active && TariffName.includes('Virtual Office'))
			.filter(({ Id }) => !cleared.has(Id));
		const expected = [
			`${contracts.length} active virtual office contracts have no director with a cleared AML check:`,
			...contracts.map(line),
		];
		const messages = slackTexts(before, after);
		if (messages.length !== 1) return [`${messages.length} Slack messages came, expected 1`];
		return [
			...listDifferences(rowsOf('Get many coworker contracts'), contracts.map(simplifiedContract)),
			...textDifferences('line of the message', messages[0].split('\n'), expected),
			...listDifferences(after.contracts, before.contracts),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};

function isClearedDirector({ ContractContactType, AmlCheckStatus }) {
	return ContractContactType === DIRECTOR && CLEARED.includes(AmlCheckStatus);
}

function contractOf({ CoworkerContractId }) {
	return CoworkerContractId;
}

function line(contract) {
	const { Id, TariffName, IssuedByName } = contract;
	return `• ${customerOf(contract)} (${TariffName}, ${IssuedByName}), contract #${Id}`;
}
