import { type Field, fieldTable, type RecordOf } from './field';

/** The part of a coworker contract that pickers show and contacts copy (facts, section 6). */
const coworkerContractTable = fieldTable([
	{ property: 'CoworkerId', kind: 'integer', filled: true, filter: 'Coworker' },
	{ property: 'CoworkerFullName', kind: 'text', filter: 'Coworker_FullName' },
	{ property: 'CoworkerCompanyName', kind: 'text', filter: 'Coworker_CompanyName' },
	{ property: 'CoworkerBillingName', kind: 'text', filter: 'Coworker_BillingName' },
	{ property: 'CoworkerEmail', kind: 'text', filter: 'Coworker_Email' },
	{ property: 'CoworkerActive', kind: 'boolean', filter: 'Coworker_Active' },
	{ property: 'IssuedById', kind: 'integer', filled: true, filter: 'IssuedBy' },
	{ property: 'IssuedByName', kind: 'text', filter: 'IssuedBy_Name' },
	{ property: 'TariffId', kind: 'integer', filled: true, filter: 'Tariff' },
	{ property: 'TariffName', kind: 'text', filled: true, filter: 'Tariff_Name' },
	{ property: 'StartDate', kind: 'dateTime', filled: true, range: true },
	{ property: 'CancellationDate', kind: 'dateTime', range: true },
	{ property: 'Active', kind: 'boolean', filled: true, filter: 'Active' },
	{ property: 'Cancelled', kind: 'boolean', filled: true, filter: 'Cancelled' },
	{ property: 'Quantity', kind: 'integer', filter: 'Quantity', range: true },
	{ property: 'FloorPlanDeskIds', kind: 'text', filter: 'FloorPlanDeskIds' },
	{ property: 'FloorPlanDeskNames', kind: 'text', filter: 'FloorPlanDeskNames' },
	{ property: 'PoBoxNumber', kind: 'text', filter: 'PoBoxNumber' },
	{ property: 'Id', kind: 'integer', filled: true },
	{ property: 'UpdatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'CreatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'UniqueId', kind: 'text', filled: true },
]);

const coworkerTable = fieldTable([
	{ property: 'FullName', kind: 'text', filled: true, filter: 'FullName' },
	{ property: 'CompanyName', kind: 'text', filter: 'CompanyName' },
	{ property: 'BillingName', kind: 'text', filter: 'BillingName' },
	{ property: 'Email', kind: 'text', filled: true, filter: 'Email' },
	{ property: 'Active', kind: 'boolean', filled: true, filter: 'Active' },
	{
		property: 'CoworkerType',
		kind: 'choice',
		filled: true,
		filter: 'CoworkerType',
		choices: ['None', 'Individual', 'Company'],
	},
	{ property: 'InvoicingBusinessId', kind: 'integer', filled: true, filter: 'InvoicingBusiness' },
	{ property: 'Id', kind: 'integer', filled: true },
	{ property: 'UpdatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'CreatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'UniqueId', kind: 'text', filled: true },
]);

const countryTable = fieldTable([
	{ property: 'Name', kind: 'text', filled: true, filter: 'Name' },
	{ property: 'TwoDigitsCode', kind: 'text', filled: true, filter: 'TwoDigitsCode' },
	{ property: 'Culture', kind: 'text', filled: true, filter: 'Culture' },
	{ property: 'Id', kind: 'integer', filled: true },
]);

export type CoworkerContract = RecordOf<typeof coworkerContractTable>;
export type Coworker = RecordOf<typeof coworkerTable>;
export type Country = RecordOf<typeof countryTable>;

export const COWORKER_CONTRACT_FIELDS: readonly Field[] = coworkerContractTable;
export const COWORKER_FIELDS: readonly Field[] = coworkerTable;
export const COUNTRY_FIELDS: readonly Field[] = countryTable;
