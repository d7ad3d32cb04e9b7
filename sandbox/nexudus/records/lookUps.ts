import { COWORKER_TYPES } from './coworkerContract';
import { type Field, fieldTable, type RecordOf } from './field';

export type { CoworkerContract } from './coworkerContract';

/** The part of a coworker that pickers show and others copy (facts, section 6). */
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
		choices: COWORKER_TYPES,
	},
	{
		property: 'InvoicingBusinessId',
		kind: 'integer',
		filled: true,
		filter: 'InvoicingBusiness',
		refersTo: 'Business',
	},
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

/** A location of the operator. */
const businessTable = fieldTable([
	{ property: 'Name', kind: 'text', filled: true, filter: 'Name' },
	{ property: 'WebAddress', kind: 'text', filled: true, filter: 'WebAddress' },
	{ property: 'CurrencyCode', kind: 'text', filled: true },
	{ property: 'SimpleTimeZoneId', kind: 'integer', filled: true },
	{ property: 'Id', kind: 'integer', filled: true },
	{ property: 'UpdatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'CreatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'UniqueId', kind: 'text', filled: true },
]);

/** A plan: the part of it that pickers show and contracts copy. */
const tariffTable = fieldTable([
	{ property: 'Name', kind: 'text', filled: true, filter: 'Name' },
	{ property: 'InvoiceEvery', kind: 'integer' },
	{ property: 'InvoiceEveryWeeks', kind: 'integer' },
	{ property: 'Price', kind: 'number', filter: 'Price', range: true },
	{ property: 'CurrencyCode', kind: 'text', filled: true },
	{ property: 'Id', kind: 'integer', filled: true },
	{ property: 'UpdatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'CreatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'UniqueId', kind: 'text', filled: true },
]);

export type Coworker = RecordOf<typeof coworkerTable>;
export type Country = RecordOf<typeof countryTable>;
export type Business = RecordOf<typeof businessTable>;
export type Tariff = RecordOf<typeof tariffTable>;

export const COWORKER_FIELDS: readonly Field[] = coworkerTable;
export const COUNTRY_FIELDS: readonly Field[] = countryTable;
export const BUSINESS_FIELDS: readonly Field[] = businessTable;
export const TARIFF_FIELDS: readonly Field[] = tariffTable;
