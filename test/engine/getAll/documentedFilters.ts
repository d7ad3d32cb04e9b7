import type { NodeParameterValueType } from 'n8n-workflow';
import type { Matches } from './matching';
import { atLeast, atMost, holds, is, since, until } from './matching';

/** One filter of the list endpoint: how a workflow sets it, and what Nexudus is to be asked. */
export interface DocumentedFilter {
	/** Its name in the collection 'filters'. */
	parameter: string;
	value: NodeParameterValueType;
	/** The query parameter that the list document names. */
	query: string;
	/** The query parameter's value in the form that the document gives. */
	sent: string;
	/** Which contacts belong to the answer. */
	matches: Matches;
}

function filter(
	parameter: string,
	value: NodeParameterValueType,
	query: string,
	sent: string,
	matches: Matches,
): DocumentedFilter {
	return { parameter, value, query, sent, matches };
}

/** The filters on contract and coworker, one for each in "Search ContractContacts". */
const onRelated: DocumentedFilter[] = [
	filter('coworkerContractId', 2380307, 'ContractContact_CoworkerContract', '2380307', is('CoworkerContractId', 2380307)),
	filter('coworkerContractQuantity', 2, 'ContractContact_CoworkerContract_Quantity', '2', is('CoworkerContractQuantity', 2)),
	filter('coworkerContractFloorPlanDeskIds', '4849,4850', 'ContractContact_CoworkerContract_FloorPlanDeskIds', '4849,4850', holds('CoworkerContractFloorPlanDeskIds', '4849,4850')),
	filter('coworkerContractFloorPlanDeskNames', 'Mailbox 27, ', 'ContractContact_CoworkerContract_FloorPlanDeskNames', 'Mailbox 27,', holds('CoworkerContractFloorPlanDeskNames', 'Mailbox 27, ')),
	filter('coworkerContractTariffName', 'Geschäftsadresse', 'ContractContact_CoworkerContract_Tariff_Name', 'Geschäftsadresse', holds('CoworkerContractTariffName', 'Geschäftsadresse')),
	filter('coworkerId', 1210575, 'ContractContact_Coworker', '1210575', is('CoworkerId', 1210575)),
	filter('coworkerFullName', 'Novák', 'ContractContact_Coworker_FullName', 'Novák', holds('CoworkerFullName', 'Novák')),
	filter('coworkerCompanyName', 'C++ Coaching', 'ContractContact_Coworker_CompanyName', 'C++ Coaching', holds('CoworkerCompanyName', 'C++ Coaching')),
	filter('coworkerBillingName', 'Bleu & Rouge', 'ContractContact_Coworker_BillingName', 'Bleu & Rouge', holds('CoworkerBillingName', 'Bleu & Rouge')),
	filter('coworkerEmail', '@c-coaching-ltd.example', 'ContractContact_Coworker_Email', '@c-coaching-ltd.example', holds('CoworkerEmail', '@c-coaching-ltd.example')),
	filter('coworkerActive', false, 'ContractContact_Coworker_Active', 'false', is('CoworkerActive', false)),
	filter('countryId', 1093, 'ContractContact_Country', '1093', is('CountryId', 1093)),
	filter('countryName', 'King', 'ContractContact_Country_Name', 'King', holds('CountryName', 'King')),
]; // prettier-ignore

/** The filters on the contact's own properties. */
const onContact: DocumentedFilter[] = [
	filter('email', 'oneill', 'ContractContact_Email', 'oneill', holds('Email', 'oneill')),
	filter('fullName', "O'Neill", 'ContractContact_FullName', "O'Neill", holds('FullName', "O'Neill")),
	filter('dateOfBirth', '1979-03-08', 'ContractContact_DateOfBirth', '1979-03-08T00:00', holds('DateOfBirth', '1979-03-08')),
	filter('address', "St Stephen's Green", 'ContractContact_Address', "St Stephen's Green", holds('Address', "St Stephen's Green")),
	filter('postCode', 'D02 X285', 'ContractContact_PostCode', 'D02 X285', holds('PostCode', 'D02 X285')),
	filter('cityName', 'Manchester', 'ContractContact_CityName', 'Manchester', holds('CityName', 'Manchester')),
	filter('state', 'Île-de-France', 'ContractContact_State', 'Île-de-France', holds('State', 'Île-de-France')),
	filter('phoneNumber', '+44 161', 'ContractContact_PhoneNumber', '+44 161', holds('PhoneNumber', '+44 161')),
	filter('notes', '50% of letters', 'ContractContact_Notes', '50% of letters', holds('Notes', '50% of letters')),
	filter('contractContactType', [3], 'ContractContact_ContractContactType', '3', is('ContractContactType', 3)),
]; // prettier-ignore

/** The filters on the AML check. */
const onAmlCheck: DocumentedFilter[] = [
	filter('amlCheckStatus', [4], 'ContractContact_AmlCheckStatus', '4', is('AmlCheckStatus', 4)),
	filter('amlCheckDate', '2025-02-05T10:21:33Z', 'ContractContact_AmlCheckDate', '2025-02-05T10:21:33', is('Id', 87000001)),
	filter('amlOpenSanctionsScore', 0.11, 'ContractContact_AmlOpenSanctionsScore', '0.11', is('AmlOpenSanctionsScore', 0.11)),
	filter('amlOpenSanctionsResponse', '"topics":["sanction"]', 'ContractContact_AmlOpenSanctionsResponse', '"topics":["sanction"]', holds('AmlOpenSanctionsResponse', '"topics":["sanction"]')),
	filter('amlPappersResponse', 'Qualité : gérant', 'ContractContact_AmlPappersResponse', 'Qualité : gérant', holds('AmlPappersResponse', 'Qualité : gérant')),
	filter('amlPappersStatus', 'NotFound', 'ContractContact_AmlPappersStatus', 'NotFound', holds('AmlPappersStatus', 'NotFound')),
	filter('amlNotes', 'passport copy', 'ContractContact_AmlNotes', 'passport copy', holds('AmlNotes', 'passport copy')),
	filter('amlClearedBy', 'Harriet Lowe', 'ContractContact_AmlClearedBy', 'Harriet Lowe', holds('AmlClearedBy', 'Harriet Lowe')),
	filter('amlClearedOn', '2025-02-07T15:02:10Z', 'ContractContact_AmlClearedOn', '2025-02-07T15:02:10', is('Id', 87000001)),
]; // prettier-ignore

/** The 32 filters that ask for a value. */
export const equalityFilters = [...onRelated, ...onContact, ...onAmlCheck];

/** The 14 ends of ranges, both of them included. */
export const rangeFilters: DocumentedFilter[] = [
	filter('coworkerContractQuantityFrom', 3, 'from_ContractContact_CoworkerContractQuantity', '3', atLeast('CoworkerContractQuantity', 3)),
	filter('coworkerContractQuantityTo', 1, 'to_ContractContact_CoworkerContractQuantity', '1', atMost('CoworkerContractQuantity', 1)),
	filter('dateOfBirthFrom', '1979-03-08', 'from_ContractContact_DateOfBirth', '1979-03-08T00:00', since('DateOfBirth', '1979-03-08T00:00:00Z')),
	filter('dateOfBirthTo', '1979-03-08', 'to_ContractContact_DateOfBirth', '1979-03-08T23:59', until('DateOfBirth', '1979-03-08T23:59:59Z')),
	filter('amlCheckDateFrom', '2025-02-05T10:21', 'from_ContractContact_AmlCheckDate', '2025-02-05T10:21', since('AmlCheckDate', '2025-02-05T10:21:00Z')),
	filter('amlCheckDateTo', '2025-02-05T10:22', 'to_ContractContact_AmlCheckDate', '2025-02-05T10:22', until('AmlCheckDate', '2025-02-05T10:22:00Z')),
	filter('amlOpenSanctionsScoreFrom', 0.72, 'from_ContractContact_AmlOpenSanctionsScore', '0.72', atLeast('AmlOpenSanctionsScore', 0.72)),
	filter('amlOpenSanctionsScoreTo', 0.11, 'to_ContractContact_AmlOpenSanctionsScore', '0.11', atMost('AmlOpenSanctionsScore', 0.11)),
	filter('amlClearedOnFrom', '2025-06-01T00:00', 'from_ContractContact_AmlClearedOn', '2025-06-01T00:00', since('AmlClearedOn', '2025-06-01T00:00:00Z')),
	filter('amlClearedOnTo', '2025-06-01T00:00', 'to_ContractContact_AmlClearedOn', '2025-06-01T00:00', until('AmlClearedOn', '2025-06-01T00:00:00Z')),
	filter('createdOnFrom', '2024-10-21T08:03', 'from_ContractContact_CreatedOn', '2024-10-21T08:03', since('CreatedOn', '2024-10-21T08:03:00Z')),
	filter('createdOnTo', '2024-10-21T08:03', 'to_ContractContact_CreatedOn', '2024-10-21T08:03', until('CreatedOn', '2024-10-21T08:03:00Z')),
	filter('updatedOnFrom', '2026-10-30T16:45', 'from_ContractContact_UpdatedOn', '2026-10-30T16:45', since('UpdatedOn', '2026-10-30T16:45:00Z')),
	filter('updatedOnTo', '2024-12-08T07:14', 'to_ContractContact_UpdatedOn', '2024-12-08T07:14', until('UpdatedOn', '2024-12-08T07:14:00Z')),
]; // prettier-ignore
