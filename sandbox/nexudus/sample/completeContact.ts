import { ADMINISTRATOR_EMAIL } from '../accounts';
import type { ContractContact } from '../records/contractContact';
import type { Coworker, CoworkerContract } from '../records/lookUps';
import { countryByCode } from './countries';

/** The one contact of the sample in which no property is null. */
export const COMPLETE_CONTACT_ID = 87_000_001;

/** That contact; LocalizationDetails alone stays null, as no document gives it another value. */
export function completeContact(contract: CoworkerContract, coworker: Coworker): ContractContact {
	const country = countryByCode('IE');
	return {
		CoworkerContractId: contract.Id,
		CoworkerContractQuantity: contract.Quantity,
		CoworkerContractFloorPlanDeskIds: contract.FloorPlanDeskIds,
		CoworkerContractFloorPlanDeskNames: contract.FloorPlanDeskNames,
		CoworkerContractTariffName: contract.TariffName,
		CoworkerId: coworker.Id,
		CoworkerFullName: coworker.FullName,
		CoworkerCompanyName: coworker.CompanyName,
		CoworkerBillingName: coworker.BillingName,
		CoworkerEmail: coworker.Email,
		CoworkerActive: coworker.Active,
		Email: 'siobhan.oneill@harbour-finch-ltd.example',
		FullName: "Siobhán O'Neill-García",
		DateOfBirth: '1979-03-08T00:00:00Z',
		Address: "12 St Stephen's Green, 3rd floor",
		PostCode: 'D02 X285',
		CityName: 'Dublin',
		State: 'Leinster',
		CountryId: country.Id,
		CountryName: country.Name,
		PhoneNumber: '+353 20 915 0147',
		Notes: 'Collects parcels on Fridays.\nAsk for a passport & sign the "release" sheet.',
		ContractContactType: 1,
		AmlCheckStatus: 6,
		AmlCheckDate: '2025-02-05T10:21:33Z',
		AmlOpenSanctionsScore: 0.72,
		AmlOpenSanctionsResponse:
			'{"status":200,"results":[{"caption":"SIOBHAN ONEILL","score":0.72,"topics":["role.pep"]}]}',
		AmlPappersResponse: "Dirigeant trouvé : Siobhán O'Neill-García\nQualité : gérante",
		AmlPappersStatus: 'Found',
		AmlNotes: 'Namesake of a former minister; another date of birth.',
		AmlClearedBy: 'Harriet Lowe',
		AmlClearedOn: '2025-02-07T15:02:10Z',
		Id: COMPLETE_CONTACT_ID,
		UpdatedOn: '2025-02-07T15:02:10Z',
		CreatedOn: '2024-10-07T09:12:44Z',
		UniqueId: '5b0c8f6e-2d1a-4c93-a7e4-90d3c1f2ab65',
		UpdatedBy: ADMINISTRATOR_EMAIL,
		IsNew: false,
		SystemId: 'crm-004711',
		ToStringText: "Siobhán O'Neill-García",
		LocalizationDetails: null,
		CustomFields: {
			Data: [
				{ Name: 'KYC file', Value: 'KYC-2024-0117', JsonValue: '"KYC-2024-0117"', Type: 'string' },
				{ Name: 'Letters in', Value: 'English', JsonValue: '"English"', Type: 'string' },
			],
		},
	};
}
