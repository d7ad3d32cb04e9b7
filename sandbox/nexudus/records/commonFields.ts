import { fieldTable } from './field';

/** What every stored record ends with, in the documents' examples. */
export const commonFields = fieldTable([
	{ property: 'Id', kind: 'integer', filled: true },
	{ property: 'UpdatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'CreatedOn', kind: 'dateTime', filled: true, range: true },
	{ property: 'UniqueId', kind: 'text', filled: true },
	{ property: 'UpdatedBy', kind: 'text' },
	{ property: 'IsNew', kind: 'boolean', filled: true },
	{ property: 'SystemId', kind: 'text' },
	{ property: 'ToStringText', kind: 'text' },
	{ property: 'LocalizationDetails', kind: 'nothing' },
	{ property: 'CustomFields', kind: 'customFields', writable: true },
]);
