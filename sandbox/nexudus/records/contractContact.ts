import { commonFields } from './commonFields';
import { coworkerFields } from './coworkerFields';
import { type Field, fieldTable, type RecordOf } from './field';

export const CONTACT_TYPES = ['None', 'Director', 'CompanyAlias', 'NominatedRecipient'] as const;

export const AML_STATUSES = [
	'NotStarted',
	'Pending',
	'Clear',
	'PotentialMatch',
	'ConfirmedMatch',
	'Error',
	'ManuallyCleared',
] as const;

/** Every property of a contract contact, after list-current.md and create-current.txt. */
const contractContactTable = fieldTable([
	{
		property: 'CoworkerContractId',
		kind: 'integer',
		filled: true,
		filter: 'CoworkerContract',
		writable: true,
		requiredSince: 'oldest',
		refersTo: 'CoworkerContract',
	},
	{
		property: 'CoworkerContractQuantity',
		kind: 'integer',
		filter: 'CoworkerContract_Quantity',
		range: true,
		copies: { by: 'CoworkerContractId', property: 'Quantity' },
	},
	{
		property: 'CoworkerContractFloorPlanDeskIds',
		kind: 'text',
		filter: 'CoworkerContract_FloorPlanDeskIds',
		copies: { by: 'CoworkerContractId', property: 'FloorPlanDeskIds' },
	},
	{
		property: 'CoworkerContractFloorPlanDeskNames',
		kind: 'text',
		filter: 'CoworkerContract_FloorPlanDeskNames',
		copies: { by: 'CoworkerContractId', property: 'FloorPlanDeskNames' },
	},
	{
		property: 'CoworkerContractTariffName',
		kind: 'text',
		filter: 'CoworkerContract_Tariff_Name',
		copies: { by: 'CoworkerContractId', property: 'TariffName' },
	},
	{
		property: 'CoworkerId',
		kind: 'integer',
		filter: 'Coworker',
		writable: true,
		refersTo: 'Coworker',
	},
	...coworkerFields,
	{ property: 'Email', kind: 'text', filter: 'Email', writable: true },
	{
		property: 'FullName',
		kind: 'text',
		filter: 'FullName',
		writable: true,
		requiredSince: 'oldest',
	},
	{
		property: 'DateOfBirth',
		kind: 'dateTime',
		filter: 'DateOfBirth',
		range: true,
		writable: true,
	},
	{ property: 'Address', kind: 'text', filter: 'Address', writable: true, leftOut: true },
	{ property: 'PostCode', kind: 'text', filter: 'PostCode', writable: true, leftOut: true },
	{ property: 'CityName', kind: 'text', filter: 'CityName', writable: true, leftOut: true },
	{ property: 'State', kind: 'text', filter: 'State', writable: true, leftOut: true },
	{
		property: 'CountryId',
		kind: 'integer',
		filter: 'Country',
		writable: true,
		refersTo: 'Country',
	},
	{
		property: 'CountryName',
		kind: 'text',
		filter: 'Country_Name',
		copies: { by: 'CountryId', property: 'Name' },
	},
	{ property: 'PhoneNumber', kind: 'text', filter: 'PhoneNumber', writable: true },
	{ property: 'Notes', kind: 'text', filter: 'Notes', writable: true, leftOut: true },
	{
		property: 'ContractContactType',
		kind: 'choice',
		filled: true,
		filter: 'ContractContactType',
		writable: true,
		requiredSince: 'middle',
		whenOmitted: 1,
		choices: CONTACT_TYPES,
	},
	{
		property: 'AmlCheckStatus',
		kind: 'choice',
		filled: true,
		filter: 'AmlCheckStatus',
		writable: true,
		requiredSince: 'current',
		whenOmitted: 0,
		choices: AML_STATUSES,
	},
	{
		property: 'AmlCheckDate',
		kind: 'dateTime',
		filter: 'AmlCheckDate',
		range: true,
		writable: true,
	},
	{
		property: 'AmlOpenSanctionsScore',
		kind: 'number',
		filter: 'AmlOpenSanctionsScore',
		range: true,
		writable: true,
	},
	{
		property: 'AmlOpenSanctionsResponse',
		kind: 'text',
		filter: 'AmlOpenSanctionsResponse',
		writable: true,
		leftOut: true,
	},
	{
		property: 'AmlPappersResponse',
		kind: 'text',
		filter: 'AmlPappersResponse',
		writable: true,
		leftOut: true,
	},
	{ property: 'AmlPappersStatus', kind: 'text', filter: 'AmlPappersStatus', writable: true },
	{ property: 'AmlNotes', kind: 'text', filter: 'AmlNotes', writable: true },
	{ property: 'AmlClearedBy', kind: 'text', filter: 'AmlClearedBy', writable: true },
	{
		property: 'AmlClearedOn',
		kind: 'dateTime',
		filter: 'AmlClearedOn',
		range: true,
		writable: true,
	},
	// From an older reference of the API; served while the assumption `olderFields` says so.
	{
		property: 'IsDefault',
		kind: 'boolean',
		optional: true,
		writable: true,
		whenOmitted: false,
	},
	...commonFields,
]);

export type ContractContact = RecordOf<typeof contractContactTable>;

export const CONTRACT_CONTACT_FIELDS: readonly Field[] = contractContactTable;
