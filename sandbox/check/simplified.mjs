const TYPES = ['None', 'Director', 'CompanyAlias', 'NominatedRecipient'];
const AML_STATUSES = [
	'NotStarted',
	'Pending',
	'Clear',
	'PotentialMatch',
	'ConfirmedMatch',
	'Error',
	'ManuallyCleared',
];

/**
 * The ten fields that the node's output 'Simplified' makes of a record.
 * @param {Record<string, any>} contact as Nexudus holds it
 * @returns {Record<string, unknown>}
 */
export function simplified(contact) {
	return {
		Id: contact.Id,
		FullName: contact.FullName ?? contact.CoworkerFullName,
		ContractContactType: TYPES[contact.ContractContactType],
		AmlCheckStatus: AML_STATUSES[contact.AmlCheckStatus],
		AmlCheckDate: contact.AmlCheckDate,
		CoworkerCompanyName: contact.CoworkerCompanyName,
		CoworkerContractTariffName: contact.CoworkerContractTariffName,
		CoworkerContractId: contact.CoworkerContractId,
		Email: contact.Email ?? contact.CoworkerEmail,
		UpdatedOn: contact.UpdatedOn,
	};
}

/**
 * The ten fields that 'Simplified' makes of a contract.
 * @param {Record<string, any>} contract as Nexudus holds it
 * @returns {Record<string, unknown>}
 */
export function simplifiedContract(contract) {
	return {
		Id: contract.Id,
		CoworkerFullName: contract.CoworkerFullName,
		CoworkerCompanyName: contract.CoworkerCompanyName,
		CoworkerEmail: contract.CoworkerEmail,
		TariffName: contract.TariffName,
		IssuedByName: contract.IssuedByName,
		Active: contract.Active,
		Cancelled: contract.Cancelled,
		CancellationDate: contract.CancellationDate,
		PoBoxNumber: contract.PoBoxNumber,
	};
}

/**
 * A contact in the output 'Simplified' with the option 'Add Contract'.
 * @param {Record<string, any>} contact
 * @param {Array<Record<string, any>>} contracts
 * @returns {Record<string, any>}
 */
export function withContract(contact, contracts) {
	const contract = contracts.find(({ Id }) => Id === contact.CoworkerContractId);
	return { ...simplified(contact), CoworkerContract: simplifiedContract(contract) };
}

/**
 * Whom a contract is with.
 * @param {Record<string, any>} contract
 * @returns {string}
 */
export function customerOf({ CoworkerCompanyName, CoworkerFullName }) {
	return CoworkerCompanyName || CoworkerFullName;
}
