import { writeDateTime } from '../records/dateTime';
import type { Coworker } from '../records/lookUps';
import { companyName } from './companies';
import type { Dice } from './dice';
import { LOCATIONS } from './locations';
import { mailbox, personName } from './people';

const FIRST_ID = 1_210_400;
const FIRST_DAY = Date.UTC(2023, 5, 5, 9, 30);
const DAY = 86_400_000;
const SPREAD_DAYS = 420;

/** The customers: most of them companies, every twelfth a person without one. */
export function makeCoworkers(count: number, dice: Dice): Coworker[] {
	return Array.from({ length: count }, (_, position) => makeCoworker(position, count, dice));
}

/** The id of the coworker at a position. */
export function coworkerId(position: number): number {
	return FIRST_ID + position * 7;
}

function makeCoworker(position: number, count: number, dice: Dice): Coworker {
	const isPerson = position % 12 === 11;
	const company = isPerson ? null : companyName(position - Math.floor(position / 12));
	const FullName = personName(dice);
	const CreatedOn = writeDateTime(FIRST_DAY + Math.floor((position / count) * SPREAD_DAYS) * DAY);
	return {
		FullName,
		CompanyName: company,
		BillingName: company ?? FullName,
		Email: `${mailbox(FullName, 'member')}.${position + 1}@${domain(company)}.example`,
		Active: position % 14 !== 9,
		CoworkerType: isPerson ? 1 : 2,
		InvoicingBusinessId: dice.pick(LOCATIONS).Id,
		Id: coworkerId(position),
		UpdatedOn: CreatedOn,
		CreatedOn,
		UniqueId: dice.guid(),
	};
}

/** A domain name made of a company's name. */
export function domain(company: string | null): string {
	return mailbox(company ?? 'postbox', 'company').replace(/\./g, '-');
}
