import type { DocumentedValue } from './value';

/** A query parameter of the document "Search ContractContacts", and the node's name for it. */
export interface DocumentedFilter extends DocumentedValue {
	query: string;
	parameter: string;
}

/** The filters that compare for equality. */
export const equalityFilters: readonly DocumentedFilter[] = [
	{
		query: 'ContractContact_CoworkerContract',
		type: 'integer',
		means: 'coworker contract',
		parameter: 'coworkerContractId',
	},
	{
		query: 'ContractContact_CoworkerContract_Quantity',
		type: 'integer',
		parameter: 'coworkerContractQuantity',
	},
	{
		query: 'ContractContact_CoworkerContract_FloorPlanDeskIds',
		type: 'string',
		parameter: 'coworkerContractFloorPlanDeskIds',
	},
	{
		query: 'ContractContact_CoworkerContract_FloorPlanDeskNames',
		type: 'string',
		parameter: 'coworkerContractFloorPlanDeskNames',
	},
	{
		query: 'ContractContact_CoworkerContract_Tariff_Name',
		type: 'string',
		parameter: 'coworkerContractTariffName',
	},
	{
		query: 'ContractContact_Coworker',
		type: 'integer',
		means: 'coworker',
		parameter: 'coworkerId',
	},
	{ query: 'ContractContact_Coworker_FullName', type: 'string', parameter: 'coworkerFullName' },
	{
		query: 'ContractContact_Coworker_CompanyName',
		type: 'string',
		parameter: 'coworkerCompanyName',
	},
	{
		query: 'ContractContact_Coworker_BillingName',
		type: 'string',
		parameter: 'coworkerBillingName',
	},
	{ query: 'ContractContact_Coworker_Email', type: 'string', parameter: 'coworkerEmail' },
	{ query: 'ContractContact_Coworker_Active', type: 'boolean', parameter: 'coworkerActive' },
	{ query: 'ContractContact_Email', type: 'string', parameter: 'email' },
	{ query: 'ContractContact_FullName', type: 'string', parameter: 'fullName' },
	{ query: 'ContractContact_DateOfBirth', type: 'string', means: 'date', parameter: 'dateOfBirth' },
	{ query: 'ContractContact_Address', type: 'string', parameter: 'address' },
	{ query: 'ContractContact_PostCode', type: 'string', parameter: 'postCode' },
	{ query: 'ContractContact_CityName', type: 'string', parameter: 'cityName' },
	{ query: 'ContractContact_State', type: 'string', parameter: 'state' },
	{ query: 'ContractContact_Country', type: 'integer', means: 'country', parameter: 'countryId' },
	{ query: 'ContractContact_Country_Name', type: 'string', parameter: 'countryName' },
	{ query: 'ContractContact_PhoneNumber', type: 'string', parameter: 'phoneNumber' },
	{ query: 'ContractContact_Notes', type: 'string', parameter: 'notes' },
	{
		query: 'ContractContact_ContractContactType',
		type: 'integer',
		means: 'eContractContactType',
		parameter: 'contractContactType',
	},
	{
		query: 'ContractContact_AmlCheckStatus',
		type: 'integer',
		means: 'eAmlCheckStatus',
		parameter: 'amlCheckStatus',
	},
	{
		query: 'ContractContact_AmlCheckDate',
		type: 'string',
		means: 'date',
		parameter: 'amlCheckDate',
	},
	{
		query: 'ContractContact_AmlOpenSanctionsScore',
		type: 'number',
		parameter: 'amlOpenSanctionsScore',
	},
	{
		query: 'ContractContact_AmlOpenSanctionsResponse',
		type: 'string',
		parameter: 'amlOpenSanctionsResponse',
	},
	{ query: 'ContractContact_AmlPappersResponse', type: 'string', parameter: 'amlPappersResponse' },
	{ query: 'ContractContact_AmlPappersStatus', type: 'string', parameter: 'amlPappersStatus' },
	{ query: 'ContractContact_AmlNotes', type: 'string', parameter: 'amlNotes' },
	{ query: 'ContractContact_AmlClearedBy', type: 'string', parameter: 'amlClearedBy' },
	{
		query: 'ContractContact_AmlClearedOn',
		type: 'string',
		means: 'date',
		parameter: 'amlClearedOn',
	},
];

/** The filters that bound a range, from and to in the order of the document. */
export const rangeFilters: readonly DocumentedFilter[] = [
	{
		query: 'from_ContractContact_CoworkerContractQuantity',
		type: 'integer',
		parameter: 'coworkerContractQuantityFrom',
	},
	{
		query: 'to_ContractContact_CoworkerContractQuantity',
		type: 'integer',
		parameter: 'coworkerContractQuantityTo',
	},
	{
		query: 'from_ContractContact_DateOfBirth',
		type: 'string',
		means: 'date',
		parameter: 'dateOfBirthFrom',
	},
	{
		query: 'to_ContractContact_DateOfBirth',
		type: 'string',
		means: 'date',
		parameter: 'dateOfBirthTo',
	},
	{
		query: 'from_ContractContact_AmlCheckDate',
		type: 'string',
		means: 'date',
		parameter: 'amlCheckDateFrom',
	},
	{
		query: 'to_ContractContact_AmlCheckDate',
		type: 'string',
		means: 'date',
		parameter: 'amlCheckDateTo',
	},
	{
		query: 'from_ContractContact_AmlOpenSanctionsScore',
		type: 'number',
		parameter: 'amlOpenSanctionsScoreFrom',
	},
	{
		query: 'to_ContractContact_AmlOpenSanctionsScore',
		type: 'number',
		parameter: 'amlOpenSanctionsScoreTo',
	},
	{
		query: 'from_ContractContact_AmlClearedOn',
		type: 'string',
		means: 'date',
		parameter: 'amlClearedOnFrom',
	},
	{
		query: 'to_ContractContact_AmlClearedOn',
		type: 'string',
		means: 'date',
		parameter: 'amlClearedOnTo',
	},
	{
		query: 'from_ContractContact_CreatedOn',
		type: 'string',
		means: 'date',
		parameter: 'createdOnFrom',
	},
	{
		query: 'to_ContractContact_CreatedOn',
		type: 'string',
		means: 'date',
		parameter: 'createdOnTo',
	},
	{
		query: 'from_ContractContact_UpdatedOn',
		type: 'string',
		means: 'date',
		parameter: 'updatedOnFrom',
	},
	{
		query: 'to_ContractContact_UpdatedOn',
		type: 'string',
		means: 'date',
		parameter: 'updatedOnTo',
	},
];

/** The properties that a row of the list comes without. */
export const leftOutOfRows: readonly string[] = [
	'Address',
	'PostCode',
	'CityName',
	'State',
	'Notes',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
];
