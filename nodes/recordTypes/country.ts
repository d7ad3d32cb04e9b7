import type { RecordType } from '../record/field';

/** The country: read to find it by its name or two-letter code. */
export const country: RecordType = {
	name: 'Country',
	label: 'country',
	labelPlural: 'countries',
	noun: 'country',
	nouns: 'countries',
	path: '/api/sys/countries',
	fields: [],
	simplified: [],
	nodeFilters: [],
	sortedFirst: 'Name',
};
