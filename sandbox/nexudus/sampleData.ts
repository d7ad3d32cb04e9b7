import type { RecordSet } from './records/recordSet';
import { COMPLETE_CONTACT_ID, completeContact } from './sample/completeContact';
import { makeContacts } from './sample/contacts';
import { makeContracts } from './sample/contracts';
import { COUNTRIES } from './sample/countries';
import { makeCoworkers } from './sample/coworkers';
import { Dice } from './sample/dice';

export { COMPLETE_CONTACT_ID };

export type RecordsWanted = 'sample' | 'none' | { readonly contacts: number };

const SAMPLE_CONTACTS = 320;
const FEWEST_CONTRACTS = 66;
const CONTACTS_PER_CONTRACT = 5;
const CONTRACTS_PER_COWORKER = 1.2;

/**
 * The records of a made-up operator, the same ones each time. 'none' leaves out the contacts only:
 * contracts, coworkers and countries are there to create contacts with.
 */
export function sampleRecords(wanted: RecordsWanted): RecordSet {
	const count = contactsWanted(wanted);
	const contractCount = Math.max(FEWEST_CONTRACTS, Math.ceil(count / CONTACTS_PER_CONTRACT));
	const dice = new Dice(20_240_117);
	const coworkers = makeCoworkers(Math.ceil(contractCount / CONTRACTS_PER_COWORKER), dice);
	const contracts = makeContracts(contractCount, coworkers, dice);
	const first = count > 0 ? [completeContact(contracts[0], coworkers[0])] : [];
	const others = makeContacts(count - first.length, { contracts, coworkers }, dice);
	const contacts = [...first, ...others];
	return {
		contacts,
		contracts,
		coworkers,
		countries: COUNTRIES,
		lastContactId: contacts.at(-1)?.Id ?? COMPLETE_CONTACT_ID,
	};
}

function contactsWanted(wanted: RecordsWanted): number {
	if (wanted === 'sample') return SAMPLE_CONTACTS;
	return wanted === 'none' ? 0 : wanted.contacts;
}

/** Gives what a command line's `--records` asks for. Throws where it can't be read. */
export function recordsWanted(text: string): RecordsWanted {
	if (text === 'sample' || text === 'none') return text;
	if (/^\d+$/.test(text)) return { contacts: Number(text) };
	throw new Error(`--records takes sample, none or a number, not ${text}`);
}
