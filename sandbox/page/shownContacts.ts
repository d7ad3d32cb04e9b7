import type { PracticeNexudus } from '../nexudus/practiceNexudus';
import {
	AML_STATUSES,
	CONTACT_TYPES,
	type ContractContact,
} from '../nexudus/records/contractContact';
import type { CoworkerContract } from '../nexudus/records/coworkerContract';
import { fold } from '../nexudus/records/key';

const MOST_SHOWN = 50;
const MATCHES: ReadonlyArray<string | undefined> = ['PotentialMatch', 'ConfirmedMatch'];
const UNFINISHED: ReadonlyArray<string | undefined> = ['NotStarted', 'Pending', undefined];

/** A contact in words. */
export interface ShownContact {
	readonly id: number;
	readonly name: string;
	readonly email: string;
	readonly type: string;
	/** Of the contract's customer: a company, or the person who has none. */
	readonly company: string;
	readonly plan: string;
	readonly contractId: number;
	readonly amlStatus: string;
	readonly look: 'good' | 'open' | 'alert';
	readonly hasMatch: boolean;
	readonly updatedOn: string;
}

/** The contacts in which every word of a search is found, the newest changes first. */
export function shownContacts({ contacts, contracts }: PracticeNexudus, search: string) {
	const contractsById = new Map(contracts.map((contract) => [contract.Id, contract]));
	const words = fold(search).split(/\s+/).filter(Boolean);
	const found = contacts
		.all()
		.sort((one, other) => other.UpdatedOn.localeCompare(one.UpdatedOn) || other.Id - one.Id)
		.map((contact) => shown(contact, contractsById.get(contact.CoworkerContractId)))
		.filter((contact) => holdsAll(contact, words));
	return {
		contactCount: contacts.count,
		foundCount: found.length,
		contacts: found.slice(0, MOST_SHOWN),
	};
}

/** The contracts that a contact can be added to, by their customers' names. */
export function shownContracts({ contracts }: PracticeNexudus) {
	return contracts
		.map((contract) => ({ id: contract.Id, name: contractName(contract) }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function contractName({ Id, TariffName, Cancelled, ...contract }: CoworkerContract): string {
	return `${customerOf(contract)} – ${TariffName} (#${Id}${Cancelled ? ', cancelled' : ''})`;
}

function shown(contact: ContractContact, contract: CoworkerContract | undefined): ShownContact {
	const status = AML_STATUSES[contact.AmlCheckStatus ?? -1];
	const hasMatch = MATCHES.includes(status);
	return {
		id: contact.Id,
		name: contact.FullName ?? contact.CoworkerFullName ?? '(no name)',
		email: contact.Email ?? contact.CoworkerEmail ?? '',
		type: inWords(CONTACT_TYPES[contact.ContractContactType ?? -1]),
		company: contract ? customerOf(contract) : '(no such contract)',
		plan: contract?.TariffName ?? '',
		contractId: contact.CoworkerContractId,
		amlStatus: inWords(status),
		look: lookOf(status, hasMatch),
		hasMatch,
		updatedOn: contact.UpdatedOn,
	};
}

function lookOf(status: string | undefined, hasMatch: boolean): ShownContact['look'] {
	if (hasMatch || status === 'Error') return 'alert';
	return UNFINISHED.includes(status) ? 'open' : 'good';
}

function customerOf(
	contract: Pick<CoworkerContract, 'CoworkerCompanyName' | 'CoworkerFullName'>,
): string {
	return contract.CoworkerCompanyName ?? contract.CoworkerFullName ?? '(no customer)';
}

/** PotentialMatch as 'Potential Match'. */
function inWords(name: string | undefined): string {
	return name?.replace(/\B([A-Z])/g, ' $1') ?? '–';
}

function holdsAll(contact: ShownContact, words: readonly string[]): boolean {
	if (words.length === 0) return true;
	const { name, email, type, company, plan, amlStatus, id, contractId } = contact;
	const text = fold([name, email, type, company, plan, amlStatus, id, contractId].join('\n'));
	return words.every((word) => text.includes(word));
}
