import { ADMINISTRATOR_EMAIL } from '../accounts';
import type { ContractContact } from '../records/contractContact';
import { writeDateTime } from '../records/dateTime';
import type { CustomFields } from '../records/field';
import type { Coworker, CoworkerContract } from '../records/lookUps';
import { amlCheck } from './aml';
import { COMPLETE_CONTACT_ID } from './completeContact';
import { domain } from './coworkers';
import type { Dice } from './dice';
import { mailbox, personName } from './people';
import { residence } from './places';

const FIRST_STAMP = Date.UTC(2024, 9, 7, 9, 15);
const LAST_STAMP = Date.UTC(2026, 9, 30, 16, 45);
const IMPORT_SIZE = 6;
const MADE_FROM_SCRATCH = 2_000;
const BULK_UPDATE = Date.UTC(2026, 5, 2, 8, 40);
const DAY = 86_400_000;
const MINUTE = 60_000;

const NOTES = [
	'Collects post in person.',
	'Forward letters weekly.\nParcels: call first.',
	'Registered with the "old" company name until 2024.',
	'Speaks German & French; prefers email.',
	'50% of letters are for the sister company; see contract #2.',
] as const;

const EDITORS = [ADMINISTRATOR_EMAIL, 'reception@northlight-workspaces.example', 'system'] as const;

const DIRECTOR = 1;
const COMPANY_ALIAS = 2;
const RECIPIENT = 3;
const TYPES = [
	DIRECTOR,
	DIRECTOR,
	DIRECTOR,
	COMPANY_ALIAS,
	RECIPIENT,
	DIRECTOR,
	RECIPIENT,
	COMPANY_ALIAS,
	DIRECTOR,
	0,
] as const;
const STATUSES = [2, 2, 2, 0, 2, 1, 2, 0, 6, 2, 3, 2, 0, 5, 2, 2, 4, 0, 2] as const;

export interface Customers {
	readonly contracts: readonly CoworkerContract[];
	readonly coworkers: readonly Coworker[];
}

/** Contacts spread over the contracts and over two years, with ids growing in time. */
export function makeContacts(count: number, customers: Customers, dice: Dice): ContractContact[] {
	const coworkersById = new Map(customers.coworkers.map((coworker) => [coworker.Id, coworker]));
	const contacts: ContractContact[] = [];
	let id = COMPLETE_CONTACT_ID;
	for (let position = 0; position < count; position += 1) {
		id += dice.between(1, 9);
		const contract = dice.pick(customers.contracts);
		const coworker = coworkersById.get(contract.CoworkerId);
		const place = { id, position, count, contract, coworker };
		const contact =
			position < MADE_FROM_SCRATCH
				? makeContact(place, dice)
				: vary(contacts[position % MADE_FROM_SCRATCH], place, dice);
		contacts.push(contact);
	}
	return contacts;
}

interface Place {
	readonly id: number;
	readonly position: number;
	readonly count: number;
	readonly contract: CoworkerContract;
	readonly coworker: Coworker | undefined;
}

/** Another contact after the pattern of a former one: large tables come several times faster. */
function vary(pattern: ContractContact, place: Place, dice: Dice): ContractContact {
	const { id, position, contract } = place;
	const createdAt = creationTime(place, dice);
	const name = pattern.ContractContactType === COMPANY_ALIAS ? 'Trading' : personName(dice);
	const FullName = pattern.FullName && `${name} ${position}`;
	return {
		...pattern,
		CoworkerContractId: contract.Id,
		CoworkerContractQuantity: contract.Quantity,
		CoworkerContractFloorPlanDeskIds: contract.FloorPlanDeskIds,
		CoworkerContractFloorPlanDeskNames: contract.FloorPlanDeskNames,
		CoworkerContractTariffName: contract.TariffName,
		Email: pattern.Email && `${id}.${pattern.Email}`,
		FullName,
		Id: id,
		UpdatedOn: writeDateTime(updateTime(position, createdAt, dice)),
		CreatedOn: writeDateTime(createdAt),
		UniqueId: dice.guid(),
		ToStringText: FullName,
	};
}

function makeContact(place: Place, dice: Dice): ContractContact {
	const { id, position, contract } = place;
	const type = TYPES[position % TYPES.length];
	const createdAt = creationTime(place, dice);
	const company = contract.CoworkerCompanyName;
	const name = type === COMPANY_ALIAS ? tradingName(company, dice) : personName(dice);
	const linked = type !== COMPANY_ALIAS && position % 4 === 1 ? place.coworker : undefined;
	const own = ownIdentity(place, linked, name, dice);
	return {
		CoworkerContractId: contract.Id,
		CoworkerContractQuantity: contract.Quantity,
		CoworkerContractFloorPlanDeskIds: contract.FloorPlanDeskIds,
		CoworkerContractFloorPlanDeskNames: contract.FloorPlanDeskNames,
		CoworkerContractTariffName: contract.TariffName,
		CoworkerId: linked?.Id ?? null,
		CoworkerFullName: linked?.FullName ?? null,
		CoworkerCompanyName: linked?.CompanyName ?? null,
		CoworkerBillingName: linked?.BillingName ?? null,
		CoworkerEmail: linked?.Email ?? null,
		CoworkerActive: linked?.Active ?? null,
		...own,
		DateOfBirth: type === COMPANY_ALIAS || dice.chance(12) ? null : birthDate(dice),
		...homeOrNothing(dice),
		Notes: dice.chance(35) ? dice.pick(NOTES) : null,
		ContractContactType: type,
		...amlCheck(STATUSES[position % STATUSES.length], name, createdAt, dice),
		Id: id,
		UpdatedOn: writeDateTime(updateTime(position, createdAt, dice)),
		CreatedOn: writeDateTime(createdAt),
		UniqueId: dice.guid(),
		UpdatedBy: dice.pick(EDITORS),
		IsNew: false,
		SystemId: dice.chance(20) ? `crm-${dice.digits(6)}` : null,
		ToStringText: own.FullName ?? linked?.FullName ?? null,
		LocalizationDetails: null,
		CustomFields: dice.chance(15) ? customFields(dice) : null,
	};
}

/** Who a contact is by itself: linked ones may leave it to their coworker, legacy ones even the name. */
function ownIdentity(
	{ id, position }: Place,
	linked: Coworker | undefined,
	name: string,
	dice: Dice,
): Pick<ContractContact, 'Email' | 'FullName'> {
	if (linked && position % 64 === 1) return { Email: null, FullName: null };
	if (linked && position % 8 === 5) return { Email: null, FullName: linked.FullName };
	if (dice.chance(10)) return { Email: null, FullName: name };
	const host = dice.chance(70) ? 'mailbox' : domain(linked?.CompanyName ?? null);
	return { Email: `${mailbox(name, 'contact')}.${id % 100_000}@${host}.example`, FullName: name };
}

function tradingName(company: string | null, dice: Dice): string {
	const [first] = (company ?? personName(dice)).split(/ (?=\S+$)/);
	return dice.pick([`${first} Online`, `${first} Direct`, `t/a ${first}`, `${first} & Co`]);
}

function homeOrNothing(dice: Dice) {
	const home = residence(dice);
	if (!dice.chance(18)) return home;
	return {
		Address: null,
		PostCode: null,
		CityName: null,
		State: null,
		CountryId: null,
		CountryName: null,
		PhoneNumber: dice.chance(50) ? home.PhoneNumber : null,
	};
}

/** Contacts come in imports: those of one import share a minute, and some of them a second. */
function creationTime({ position, count }: Place, dice: Dice): number {
	const importNumber = Math.floor(position / IMPORT_SIZE);
	const imports = Math.ceil(count / IMPORT_SIZE);
	const share = importNumber / imports;
	const minute = Math.floor((FIRST_STAMP + share * (LAST_STAMP - FIRST_STAMP)) / MINUTE) * MINUTE;
	return minute + Math.floor((position % IMPORT_SIZE) / 2) * 16_000 + dice.between(0, 1) * 1_000;
}

function updateTime(position: number, createdAt: number, dice: Dice): number {
	if (position % 20 === 7 && createdAt < BULK_UPDATE)
		return BULK_UPDATE + dice.between(0, 59) * 1_000;
	if (dice.chance(45)) return createdAt;
	return Math.min(createdAt + dice.between(1, 90 * 1_440) * MINUTE, LAST_STAMP);
}

function birthDate(dice: Dice): string {
	return writeDateTime(Date.UTC(1946, 0, 1) + dice.between(0, 57 * 365) * DAY);
}

function customFields(dice: Dice): CustomFields {
	const file = `KYC-${dice.digits(5)}`;
	return { Data: [{ Name: 'KYC file', Value: file, JsonValue: `"${file}"`, Type: 'string' }] };
}
