import { isEmpty } from '../record/comparison';
import type { NexudusRecord } from '../record/field';
import { fieldOf } from '../record/field';
import { contractContact } from './contractContact';
import { country } from './country';
import { coworkerContract } from './coworkerContract';
import type { LookUp } from './lookUp';

function firstFilled(...values: unknown[]): string {
	return String(values.find((value) => !isEmpty(value)) ?? '');
}

function joined(separator: string, ...parts: string[]): string {
	return parts.filter((part) => part !== '').join(separator);
}

const types = fieldOf(contractContact, 'ContractContactType').choices ?? [];

function typeLabel(row: NexudusRecord): string {
	const { label = 'None' } = types.find(({ value }) => value === row.ContractContactType) ?? {};
	return label;
}

/** Contract contacts: 'Full Name – Company (Type, Plan, contract #Id, #Id)'. */
export const contractContacts: LookUp = {
	type: contractContact,
	searches: [
		{ property: 'FullName', filter: 'ContractContact_FullName' },
		{ property: 'CoworkerFullName', filter: 'ContractContact_Coworker_FullName' },
		{ property: 'CoworkerCompanyName', filter: 'ContractContact_Coworker_CompanyName' },
		{
			property: 'CoworkerContractTariffName',
			filter: 'ContractContact_CoworkerContract_Tariff_Name',
		},
		{ property: 'Email', filter: 'ContractContact_Email', as: 'email' },
		{ property: 'CoworkerEmail', filter: 'ContractContact_Coworker_Email', as: 'email' },
		{
			property: 'CoworkerContractId',
			filter: 'ContractContact_CoworkerContract',
			as: 'number',
		},
		{
			property: 'ContractContactType',
			filter: 'ContractContact_ContractContactType',
			as: types.map(({ label }) => label),
		},
	],
	orderBy: 'FullName',
	label: (row) => {
		const who = joined(
			' – ',
			firstFilled(row.FullName, row.CoworkerFullName),
			firstFilled(row.CoworkerCompanyName),
		);
		const which = joined(
			', ',
			typeLabel(row),
			firstFilled(row.CoworkerContractTariffName),
			`contract #${String(row.CoworkerContractId)}`,
			`#${String(row.Id)}`,
		);
		return `${who} (${which})`;
	},
};

/** Contracts: 'Company – Plan (#Id)', cancelled ones last and marked. */
export const coworkerContracts: LookUp = {
	type: coworkerContract,
	searches: [
		{ property: 'CoworkerCompanyName', filter: 'CoworkerContract_Coworker_CompanyName' },
		{ property: 'CoworkerFullName', filter: 'CoworkerContract_Coworker_FullName' },
		{ property: 'TariffName', filter: 'CoworkerContract_Tariff_Name' },
		{ property: 'CoworkerEmail', filter: 'CoworkerContract_Coworker_Email', as: 'email' },
	],
	orderBy: 'CoworkerCompanyName',
	last: { property: 'Cancelled', filter: 'CoworkerContract_Cancelled' },
	label: (row) => {
		const who = firstFilled(row.CoworkerCompanyName, row.CoworkerFullName);
		const mark = row.Cancelled === true ? ', cancelled' : '';
		return `${joined(' – ', who, firstFilled(row.TariffName))} (#${String(row.Id)}${mark})`;
	},
};

/** Coworkers: 'Full Name – Company'. */
export const coworkers: LookUp = {
	type: {
		name: 'Coworker',
		label: 'coworker',
		labelPlural: 'coworkers',
		noun: 'coworker',
		nouns: 'coworkers',
		path: '/api/spaces/coworkers',
	},
	searches: [
		{ property: 'FullName', filter: 'Coworker_FullName' },
		{ property: 'CompanyName', filter: 'Coworker_CompanyName' },
		{ property: 'Email', filter: 'Coworker_Email', as: 'email' },
	],
	orderBy: 'FullName',
	label: (row) => joined(' – ', firstFilled(row.FullName), firstFilled(row.CompanyName)),
};

/** Countries: 'Name (Code)'. */
export const countries: LookUp = {
	type: country,
	searches: [
		{ property: 'TwoDigitsCode', filter: 'Country_TwoDigitsCode', as: { letters: 2 } },
		{ property: 'Name', filter: 'Country_Name' },
	],
	orderBy: 'Name',
	label: (row) => `${firstFilled(row.Name)} (${firstFilled(row.TwoDigitsCode)})`,
};

/** Locations, which the API calls businesses: 'Name'. */
export const businesses: LookUp = {
	type: {
		name: 'Business',
		label: 'location',
		labelPlural: 'locations',
		noun: 'location',
		nouns: 'locations',
		path: '/api/sys/businesses',
	},
	searches: [{ property: 'Name', filter: 'Business_Name' }],
	orderBy: 'Name',
	label: (row) => firstFilled(row.Name),
};

/** Plans, which the API calls tariffs: 'Name'. */
export const tariffs: LookUp = {
	type: {
		name: 'Tariff',
		label: 'plan',
		labelPlural: 'plans',
		noun: 'plan',
		nouns: 'plans',
		path: '/api/billing/tariffs',
	},
	searches: [{ property: 'Name', filter: 'Tariff_Name' }],
	orderBy: 'Name',
	label: (row) => firstFilled(row.Name),
};
