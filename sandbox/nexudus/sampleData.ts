import type { RecordSet } from './records/recordSet';
import { COMPLETE_CONTACT_ID, completeContact } from './sample/completeContact';
import { makeContacts } from './sample/contacts';
import { makeContracts } from './sample/contracts';
import { COUNTRIES } from './sample/countries';
import { coworkerId, makeCoworkers } from './sample/coworkers';
import { Dice } from './sample/dice';
import { LOCATIONS } from './sample/locations';
import { northlight } from './sample/northlight';
import { makeOtherContracts } from './sample/otherContracts';
import { PLANS } from './sample/plans';

export { COMPLETE_CONTACT_ID };

/** Without a number of contracts one for every five contacts; there are at least 87. */
export type RecordsWanted =
	| 'sample'
	| 'none'
	| { readonly contacts: number; readonly contracts?: number };

const SAMPLE_CONTACTS = 320;
const FEWEST_CONTRACTS = 66;
const CONTACTS_PER_CONTRACT = 5;
const CONTRACTS_PER_COWORKER = 1.2;
const OTHER_CONTRACTS = 21;

/**
 * The records of a made-up operator, the same ones each time. 'none' leaves out the contacts only:
 * the other records are there to create contacts with.
 */
export function sampleRecords(wanted: RecordsWanted): RecordSet {
	const { contacts: count, contracts: contractCount } = counts(wanted);
	const dice = new Dice(20_240_117);
	// What was added to the sample later has dice of its own: all that was there stays as it was.
	const later = new Dice(20_261_126);
	const coworkers = makeCoworkers(Math.ceil(contractCount / CONTRACTS_PER_COWORKER), dice);
	const contracts = makeContracts(contractCount, coworkers, { first: dice, later });
	const first = count > 0 ? [completeContact(contracts[0], coworkers[0])] : [];
	const newcomer = northlight(coworkerId(coworkers.length));
	const others = makeContacts(count - first.length, { contracts, coworkers }, dice);
	const contacts = [...first, ...others];
	return {
		contacts,
		contracts: [
			...contracts,
			...makeOtherContracts(
				OTHER_CONTRACTS,
				{ before: contracts.length, coworkers, newcomer },
				later,
			),
		],
		coworkers: [...coworkers, newcomer],
		countries: COUNTRIES,
		locations: LOCATIONS,
		plans: PLANS,
		lastContactId: contacts.at(-1)?.Id ?? COMPLETE_CONTACT_ID,
	};
}

/** How many contacts, and how many contracts that contacts may belong to. */
function counts(wanted: RecordsWanted): { contacts: number; contracts: number } {
	if (wanted === 'none') return { contacts: 0, contracts: FEWEST_CONTRACTS };
	if (wanted === 'sample') return { contacts: SAMPLE_CONTACTS, contracts: FEWEST_CONTRACTS };
	const { contacts, contracts = Math.ceil(contacts / CONTACTS_PER_CONTRACT) + OTHER_CONTRACTS } =
		wanted;
	return { contacts, contracts: Math.max(FEWEST_CONTRACTS, contracts - OTHER_CONTRACTS) };
}

/** Gives what a command line's `--records` asks for. Throws where it can't be read. */
export function recordsWanted(text: string): RecordsWanted {
	if (text === 'sample' || text === 'none') return text;
	const [, contacts, contracts] = /^(\d+)(?:\/(\d+))?$/.exec(text) ?? [];
	if (contacts === undefined) {
		throw new Error(
			`--records takes sample, none, a number of contacts, or contacts/contracts as in 10000/5000, not ${text}`,
		);
	}
	return {
		contacts: Number(contacts),
		contracts: contracts === undefined ? undefined : Number(contracts),
	};
}
