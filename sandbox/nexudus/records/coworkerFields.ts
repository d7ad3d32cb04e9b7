import { fieldTable } from './field';

/** What a record copies from the coworker that its CoworkerId refers to. */
export const coworkerFields = fieldTable([
	{
		property: 'CoworkerFullName',
		kind: 'text',
		filter: 'Coworker_FullName',
		copies: { by: 'CoworkerId', property: 'FullName' },
	},
	{
		property: 'CoworkerCompanyName',
		kind: 'text',
		filter: 'Coworker_CompanyName',
		copies: { by: 'CoworkerId', property: 'CompanyName' },
	},
	{
		property: 'CoworkerBillingName',
		kind: 'text',
		filter: 'Coworker_BillingName',
		copies: { by: 'CoworkerId', property: 'BillingName' },
	},
	{
		property: 'CoworkerEmail',
		kind: 'text',
		filter: 'Coworker_Email',
		copies: { by: 'CoworkerId', property: 'Email' },
	},
	{
		property: 'CoworkerActive',
		kind: 'boolean',
		filter: 'Coworker_Active',
		copies: { by: 'CoworkerId', property: 'Active' },
	},
]);
