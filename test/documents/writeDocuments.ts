import type { DocumentedValue } from './value';

/** A field of the request bodies in "Create ContractContact" and "Update ContractContact". */
export interface DocumentedField extends DocumentedValue {
	property: string;
}

/** What a create must hold, and an update beside the Id. */
export const requiredFields: readonly DocumentedField[] = [
	{ property: 'CoworkerContractId', type: 'integer', means: 'coworker contract' },
	{ property: 'FullName', type: 'string' },
	{ property: 'ContractContactType', type: 'integer', means: 'eContractContactType' },
	{ property: 'AmlCheckStatus', type: 'integer', means: 'eAmlCheckStatus' },
];

/** What a create or an update may hold. Both documents name the same fields. */
export const optionalFields: readonly DocumentedField[] = [
	{ property: 'CoworkerId', type: 'integer', means: 'coworker' },
	{ property: 'Email', type: 'string' },
	{ property: 'DateOfBirth', type: 'string', means: 'date' },
	{ property: 'Address', type: 'string' },
	{ property: 'PostCode', type: 'string' },
	{ property: 'CityName', type: 'string' },
	{ property: 'State', type: 'string' },
	{ property: 'CountryId', type: 'integer', means: 'country' },
	{ property: 'PhoneNumber', type: 'string' },
	{ property: 'Notes', type: 'string' },
	{ property: 'AmlCheckDate', type: 'string', means: 'date' },
	{ property: 'AmlOpenSanctionsScore', type: 'number' },
	{ property: 'AmlOpenSanctionsResponse', type: 'string' },
	{ property: 'AmlPappersResponse', type: 'string' },
	{ property: 'AmlPappersStatus', type: 'string' },
	{ property: 'AmlNotes', type: 'string' },
	{ property: 'AmlClearedBy', type: 'string' },
	{ property: 'AmlClearedOn', type: 'string', means: 'date' },
];

/** What a create starts with: a Director, whose check has not begun. */
export const startingValues: Readonly<Record<string, number>> = {
	ContractContactType: 1,
	AmlCheckStatus: 0,
};
