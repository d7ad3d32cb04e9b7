import type { NodePropertyTypes } from 'n8n-workflow';

/** A filter that no document of the API has, as users and saved workflows know it. */
export interface KnownNodeFilter {
	label: string;
	type: NodePropertyTypes;
	default: unknown;
	/** The values it offers, in the order of the alphabet. */
	offers: readonly string[] | 'properties';
}

/** The filters that are checked in the node alone. */
export const nodeFilters: Readonly<Record<string, KnownNodeFilter>> = {
	amlCheckDateToOrEmpty: {
		label: 'AML Check Date To or Empty',
		type: 'dateTime',
		default: '',
		offers: [],
	},
	coworkerContractActive: {
		label: 'Coworker Contract Active',
		type: 'boolean',
		default: true,
		offers: [],
	},
	coworkerContractCancelled: {
		label: 'Coworker Contract Cancelled',
		type: 'boolean',
		default: true,
		offers: [],
	},
	issuedById: {
		label: 'Location',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		offers: [],
	},
	duplicatesBy: {
		label: 'Duplicates By',
		type: 'options',
		default: 'email',
		offers: ['coworkerId', 'email', 'fullName'],
	},
	emptyFields: { label: 'Empty Fields', type: 'multiOptions', default: [], offers: 'properties' },
	filledFields: { label: 'Filled Fields', type: 'multiOptions', default: [], offers: 'properties' },
	name: { label: 'Name', type: 'string', default: '', offers: [] },
};

/** The filters of contracts that are checked in the node alone, or there as well. */
export const contractNodeFilters: Readonly<Record<string, KnownNodeFilter>> = {
	contactsMissing: {
		label: 'Contacts Missing',
		type: 'options',
		default: 'any',
		offers: ['any', 'clearedDirector', 'director'],
	},
	customField: { label: 'Custom Field', type: 'fixedCollection', default: {}, offers: [] },
	emptyFields: { label: 'Empty Fields', type: 'multiOptions', default: [], offers: 'properties' },
	filledFields: { label: 'Filled Fields', type: 'multiOptions', default: [], offers: 'properties' },
};
