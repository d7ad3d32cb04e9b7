import { ADMINISTRATOR_EMAIL } from '../accounts';
import { CONTRACT_CONTACT_FIELDS } from './contractContact';
import { COWORKER_CONTRACT_FIELDS } from './coworkerContract';
import type { Definition } from './definition';
import type { Entity } from './field';
import { BUSINESS_FIELDS, COUNTRY_FIELDS, COWORKER_FIELDS, TARIFF_FIELDS } from './lookUps';
import type { Records } from './recordSet';

const nothingLeftOut = (): readonly string[] => [];
const CONTACT_LEFT_OUT = CONTRACT_CONTACT_FIELDS.filter((field) => field.leftOut).map(
	({ property }) => property,
);

/** Every entity of the practice Nexudus (facts, sections 1 and 6). */
export const DEFINITIONS: { readonly [E in Entity]: Definition<Records[E]> } = {
	ContractContact: {
		entity: 'ContractContact',
		path: 'billing/contractcontacts',
		collection: 'contacts',
		fields: CONTRACT_CONTACT_FIELDS,
		actions: ['List', 'Read', 'Create', 'Edit', 'Delete'],
		start: (id) => ({
			FullName: `Contact ${id}`,
			ContractContactType: 1,
			UpdatedBy: ADMINISTRATOR_EMAIL,
		}),
		label: ({ FullName, CoworkerFullName }) => FullName ?? CoworkerFullName,
		leftOut: () => CONTACT_LEFT_OUT,
	},
	CoworkerContract: {
		entity: 'CoworkerContract',
		path: 'billing/coworkercontracts',
		collection: 'contracts',
		fields: COWORKER_CONTRACT_FIELDS,
		actions: ['List', 'Read'],
		start: () => ({
			BillingDay: 1,
			Quantity: 1,
			Active: true,
			MainContract: true,
			Desks: [],
			Variants: [],
			UpdatedBy: ADMINISTRATOR_EMAIL,
		}),
		label: ({ CoworkerCompanyName, CoworkerFullName, TariffName }) =>
			`${CoworkerCompanyName ?? CoworkerFullName} - ${TariffName}`,
		leftOut: ({ contractLeftOut }) => contractLeftOut,
	},
	Coworker: {
		entity: 'Coworker',
		path: 'spaces/coworkers',
		collection: 'coworkers',
		fields: COWORKER_FIELDS,
		actions: ['List', 'Read'],
		start: (id) => ({
			FullName: `Coworker ${id}`,
			Email: `coworker.${id}@mailbox.example`,
			Active: true,
			CoworkerType: 1,
		}),
		leftOut: nothingLeftOut,
	},
	Country: {
		entity: 'Country',
		path: 'sys/countries',
		collection: 'countries',
		fields: COUNTRY_FIELDS,
		actions: ['List'],
		start: (id) => ({ Name: `Country ${id}` }),
		leftOut: nothingLeftOut,
	},
	Business: {
		entity: 'Business',
		path: 'sys/businesses',
		collection: 'locations',
		fields: BUSINESS_FIELDS,
		actions: ['List'],
		start: (id) => ({ Name: `Location ${id}` }),
		leftOut: nothingLeftOut,
	},
	Tariff: {
		entity: 'Tariff',
		path: 'billing/tariffs',
		collection: 'plans',
		fields: TARIFF_FIELDS,
		actions: ['List'],
		start: (id) => ({ Name: `Plan ${id}` }),
		leftOut: nothingLeftOut,
	},
};

/** Their names. */
export const ENTITIES = Object.keys(DEFINITIONS) as Entity[];
