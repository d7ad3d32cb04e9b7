import { isEmpty } from '../record/comparison';
import type { NexudusRecord, RecordType } from '../record/field';
import { named } from '../record/output';
import { fieldOf } from '../record/field';
import { contractContact } from './contractContact';

/** One property that a search looks in, and the filter that asks the API for it. */
interface Search {
	property: string;
	filter: string;
}

/** A list to choose a record from: how it is asked for, searched, ordered and shown. */
export interface LookUp {
	type: Omit<RecordType, 'fields' | 'simplified' | 'sortedFirst'>;
	/** Properties that are searched, one after the other. */
	searches: readonly Search[];
	orderBy: string;
	/** Rows with false come first, those with true after all of them. */
	last?: Search;
	/** Gives what people read. */
	label: (row: NexudusRecord) => string;
}

function firstFilled(...values: unknown[]): string {
	return String(values.find((value) => !isEmpty(value)) ?? '');
}

function joined(...parts: string[]): string {
	return parts.filter((part) => part !== '').join(' – ');
}

/** Contract contacts by full name: 'Full Name – Company (Type, #Id)'. */
export const contractContacts: LookUp = {
	type: contractContact,
	searches: [{ property: 'FullName', filter: 'ContractContact_FullName' }],
	orderBy: 'FullName',
	label: (row) => {
		const type = named(fieldOf(contractContact, 'ContractContactType'), row.ContractContactType);
		const who = joined(
			firstFilled(row.FullName, row.CoworkerFullName),
			firstFilled(row.CoworkerCompanyName),
		);
		return `${who} (${firstFilled(type, 'None')}, #${String(row.Id)})`;
	},
};

/** Contracts by company or coworker: 'Company – Plan (#Id)', cancelled ones last and marked. */
export const coworkerContracts: LookUp = {
	type: {
		name: 'CoworkerContract',
		label: 'contract',
		labelPlural: 'contracts',
		noun: 'contract',
		nouns: 'contracts',
		path: '/api/billing/coworkercontracts',
	},
	searches: [
		{ property: 'CoworkerCompanyName', filter: 'CoworkerContract_Coworker_CompanyName' },
		{ property: 'CoworkerFullName', filter: 'CoworkerContract_Coworker_FullName' },
	],
	orderBy: 'CoworkerCompanyName',
	last: { property: 'Cancelled', filter: 'CoworkerContract_Cancelled' },
	label: (row) => {
		const who = firstFilled(row.CoworkerCompanyName, row.CoworkerFullName);
		const mark = row.Cancelled === true ? ', cancelled' : '';
		return `${joined(who, firstFilled(row.TariffName))} (#${String(row.Id)}${mark})`;
	},
};

/** Coworkers by full name: 'Full Name – Company'. */
export const coworkers: LookUp = {
	type: {
		name: 'Coworker',
		label: 'coworker',
		labelPlural: 'coworkers',
		noun: 'coworker',
		nouns: 'coworkers',
		path: '/api/spaces/coworkers',
	},
	searches: [{ property: 'FullName', filter: 'Coworker_FullName' }],
	orderBy: 'FullName',
	label: (row) => joined(firstFilled(row.FullName), firstFilled(row.CompanyName)),
};

/** Countries by name: 'Name (Code)'. */
export const countries: LookUp = {
	type: {
		name: 'Country',
		label: 'country',
		labelPlural: 'countries',
		noun: 'country',
		nouns: 'countries',
		path: '/api/sys/countries',
	},
	searches: [{ property: 'Name', filter: 'Country_Name' }],
	orderBy: 'Name',
	label: (row) => `${firstFilled(row.Name)} (${firstFilled(row.TwoDigitsCode)})`,
};
