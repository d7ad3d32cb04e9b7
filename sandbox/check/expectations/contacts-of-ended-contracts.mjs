import { find, listDifferences } from '../difference.mjs';
import { customerOf, simplified, withContract } from '../simplified.mjs';

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const { contacts, contracts } = before;
		const left = contacts.filter(({ CoworkerContractId }) =>
			hasEnded(find(contracts, CoworkerContractId)),
		);
		return [
			...listDifferences(
				rowsOf('Get many contract contacts'),
				contacts.map((contact) => withContract(contact, contracts)),
			),
			...listDifferences(
				rowsOf('List to clean up'),
				left.map((contact) => entry(contact, find(contracts, contact.CoworkerContractId))),
			),
			...(left.length > 0 ? [] : ['nobody is on a contract that has ended']),
			...listDifferences(after.contacts, contacts),
			...listDifferences(after.contracts, contracts),
		];
	},
};

function hasEnded({ Active, CancellationDate }) {
	return !Active || (CancellationDate !== null && Date.parse(CancellationDate) < Date.now());
}

function entry(contact, contract) {
	return {
		Company: customerOf(contract),
		Contract: contract.Id,
		Plan: contract.TariffName,
		Ended: contract.CancellationDate?.slice(0, 10) ?? 'no date',
		Contact: simplified(contact).FullName,
		Id: contact.Id,
	};
}
