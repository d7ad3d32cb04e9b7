import { find, listDifferences, recordDifferences } from '../difference.mjs';
import { withContract } from '../simplified.mjs';

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const { contacts, contracts } = before;
		const [{ 'Name on the envelope': name }] = rowsOf('Name on the envelope');
		const contact = contacts.find(({ FullName }) => FullName === name);
		const contract = find(contracts, contact.CoworkerContractId);
		return [
			...listDifferences(rowsOf('Get many contract contacts'), [withContract(contact, contracts)]),
			...recordDifferences('the answer', rowsOf('Where it belongs')[0], {
				Name: name,
				Company: contract.CoworkerCompanyName,
				Contract: `#${contract.Id}, ${contract.TariffName}`,
				Location: contract.IssuedByName,
				'PO box': contract.PoBoxNumber,
			}),
			...listDifferences(after.contacts, contacts),
			...listDifferences(after.contracts, contracts),
		];
	},
};
