import { writeDateTime } from '../records/dateTime';
import type { Coworker, CoworkerContract } from '../records/lookUps';
import { LOCATIONS } from './coworkers';
import type { Dice } from './dice';

const TARIFFS = [
	{ Id: 95_210, Name: 'Virtual Office Essential' },
	{ Id: 95_211, Name: 'Virtual Office Plus' },
	{ Id: 95_212, Name: 'Registered Address' },
	{ Id: 95_213, Name: 'Mail & Meetings' },
	{ Id: 95_214, Name: 'Domiciliation commerciale' },
	{ Id: 95_215, Name: 'Geschäftsadresse Basis' },
] as const;

const FIRST_ID = 2_380_115;
const FIRST_DAY = Date.UTC(2024, 8, 2);
const DAY = 86_400_000;

/** Virtual office contracts, one per coworker and second ones for some; every ninth cancelled. */
export function makeContracts(
	count: number,
	coworkers: readonly Coworker[],
	dice: Dice,
): CoworkerContract[] {
	return Array.from({ length: count }, (_, position) =>
		makeContract(position, coworkers[position % coworkers.length], dice),
	);
}

function makeContract(position: number, coworker: Coworker, dice: Dice): CoworkerContract {
	const location = dice.pick(LOCATIONS);
	const tariff = dice.pick(TARIFFS);
	const start = FIRST_DAY + dice.between(0, 700) * DAY;
	return {
		CoworkerId: coworker.Id,
		CoworkerFullName: coworker.FullName,
		CoworkerCompanyName: coworker.CompanyName,
		CoworkerBillingName: coworker.BillingName,
		CoworkerEmail: coworker.Email,
		CoworkerActive: coworker.Active,
		IssuedById: location.Id,
		IssuedByName: location.Name,
		TariffId: tariff.Id,
		TariffName: tariff.Name,
		StartDate: writeDateTime(start),
		...cancellation(position, start),
		Quantity: position % 8 === 3 ? null : dice.between(1, 3),
		...desks(position, dice),
		PoBoxNumber: dice.chance(60) ? `PO ${dice.digits(4)}` : null,
		Id: FIRST_ID + position * 3,
		UpdatedOn: writeDateTime(start),
		CreatedOn: writeDateTime(start),
		UniqueId: dice.guid(),
	};
}

/** A cancelled contract stays active until its term ends, so a few are both. */
function cancellation(position: number, start: number) {
	if (position % 9 !== 5) return { CancellationDate: null, Active: true, Cancelled: false };
	const CancellationDate = writeDateTime(start + 180 * DAY);
	return { CancellationDate, Active: position % 27 === 5, Cancelled: true };
}

function desks(position: number, dice: Dice) {
	if (position % 3 !== 0) return { FloorPlanDeskIds: null, FloorPlanDeskNames: null };
	const first = dice.between(4_100, 4_900);
	const box = dice.between(1, 240);
	return {
		FloorPlanDeskIds: `${first},${first + 1}`,
		FloorPlanDeskNames: `Mailbox ${box}, Mailbox ${box + 1}`,
	};
}
