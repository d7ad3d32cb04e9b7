/** The properties of a record that a list can be sorted by. */
export const sortableProperties: readonly string[] = [
	'CoworkerContractId',
	'CoworkerContractQuantity',
	'CoworkerContractFloorPlanDeskIds',
	'CoworkerContractFloorPlanDeskNames',
	'CoworkerContractTariffName',
	'CoworkerId',
	'CoworkerFullName',
	'CoworkerCompanyName',
	'CoworkerBillingName',
	'CoworkerEmail',
	'CoworkerActive',
	'Email',
	'FullName',
	'DateOfBirth',
	'Address',
	'PostCode',
	'CityName',
	'State',
	'CountryId',
	'CountryName',
	'PhoneNumber',
	'Notes',
	'ContractContactType',
	'AmlCheckStatus',
	'AmlCheckDate',
	'AmlOpenSanctionsScore',
	'AmlOpenSanctionsResponse',
	'AmlPappersResponse',
	'AmlPappersStatus',
	'AmlNotes',
	'AmlClearedBy',
	'AmlClearedOn',
	'Id',
	'UpdatedOn',
	'CreatedOn',
];

/** The properties that are only read: keys, marks and details that Nexudus adds by itself. */
export const propertiesOnlyRead: readonly string[] = [
	'UniqueId',
	'UpdatedBy',
	'IsNew',
	'SystemId',
	'ToStringText',
	'LocalizationDetails',
	'CustomFields',
];

/** Every property of a full record. */
export const properties: readonly string[] = [...sortableProperties, ...propertiesOnlyRead];
