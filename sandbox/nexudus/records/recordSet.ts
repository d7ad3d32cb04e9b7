import type { ContractContact } from './contractContact';
import type { CoworkerContract } from './coworkerContract';
import type { Business, Country, Coworker, Tariff } from './lookUps';

/** All records of a practice Nexudus. */
export interface RecordSet {
	readonly contacts: readonly ContractContact[];
	readonly contracts: readonly CoworkerContract[];
	readonly coworkers: readonly Coworker[];
	readonly countries: readonly Country[];
	readonly locations: readonly Business[];
	readonly plans: readonly Tariff[];
	/** The highest contact id ever given, deleted records included. */
	readonly lastContactId: number;
}

/** The record of each entity. */
export interface Records {
	readonly ContractContact: ContractContact;
	readonly CoworkerContract: CoworkerContract;
	readonly Coworker: Coworker;
	readonly Country: Country;
	readonly Business: Business;
	readonly Tariff: Tariff;
}

export type Collection = Exclude<keyof RecordSet, 'lastContactId'>;
