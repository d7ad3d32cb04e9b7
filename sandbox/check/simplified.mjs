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
