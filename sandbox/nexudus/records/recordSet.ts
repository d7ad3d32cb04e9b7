import type { ContractContact } from './contractContact';
import type { Country, Coworker, CoworkerContract } from './lookUps';

/** All records of a practice Nexudus. */
export interface RecordSet {
	readonly contacts: readonly ContractContact[];
	readonly contracts: readonly CoworkerContract[];
	readonly coworkers: readonly Coworker[];
	readonly countries: readonly Country[];
	/** The highest contact id ever given, deleted records included. */
	readonly lastContactId: number;
}
