/** The enumerations that the documents spell out: the names by the number that travels. */
export const enumerations = {
	eContractContactType: {
		0: 'None',
		1: 'Director',
		2: 'CompanyAlias',
		3: 'NominatedRecipient',
	},
	eAmlCheckStatus: {
		0: 'NotStarted',
		1: 'Pending',
		2: 'Clear',
		3: 'PotentialMatch',
		4: 'ConfirmedMatch',
		5: 'Error',
		6: 'ManuallyCleared',
	},
} as const;
