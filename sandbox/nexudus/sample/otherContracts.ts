import type { CoworkerContract } from '../records/coworkerContract';
import type { Coworker } from '../records/lookUps';
import { cancelledOn, contractBase } from './contractBase';
import { contractId } from './contracts';
import type { Dice } from './dice';
import { LOCATIONS } from './locations';
import { NORTHLIGHT_POSITION } from './northlight';
import { VIRTUAL_OFFICE_PLANS, WORKPLACE_PLANS } from './plans';

const FIRST_DAY = Date.UTC(2024, 10, 4);
const DAY = 86_400_000;
const PAST_END = Date.UTC(2026, 3, 30);
const FUTURE_END = Date.UTC(2031, 5, 30);
const PRICE_TOO_HIGH = 1;
const OTHER_REASON = 99;

interface Customers {
	/** How many contracts there are before these. */
	readonly before: number;
	readonly coworkers: readonly Coworker[];
	/** Has one of these contracts, and no other. */
	readonly newcomer: Coworker;
}

/**
 * Contracts that no contact belongs to: desks, rooms and offices, and virtual offices whose people
 * nobody has entered yet; running ones, ended ones and some that are to end.
 */
export function makeOtherContracts(
	count: number,
	{ before, coworkers, newcomer }: Customers,
	dice: Dice,
): CoworkerContract[] {
	return Array.from({ length: count }, (_, position) => {
		const coworker =
			position === NORTHLIGHT_POSITION
				? newcomer
				: coworkers[(position * 5 + 3) % coworkers.length];
		return makeContract(position, contractId(before + position), coworker, dice);
	});
}

function makeContract(
	position: number,
	Id: number,
	coworker: Coworker,
	dice: Dice,
): CoworkerContract {
	const isWorkplace = position % 3 !== 2;
	const plan = dice.pick(isWorkplace ? WORKPLACE_PLANS : VIRTUAL_OFFICE_PLANS);
	const location = dice.pick(LOCATIONS);
	const start = FIRST_DAY + dice.between(0, 400) * DAY;
	const desk = dice.between(1, 60);
	return {
		...contractBase({ coworker, location, plan, start }, dice),
		...ending(position),
		Desks: isWorkplace ? [5_200 + desk] : [],
		MainContract: !isWorkplace,
		FloorPlanDeskIds: isWorkplace ? String(5_200 + desk) : null,
		FloorPlanDeskNames: isWorkplace ? `Desk ${desk}` : null,
		PoBoxNumber: isWorkplace ? null : `PO ${dice.digits(4)}`,
		Id,
		UniqueId: dice.guid(),
	};
}

/** Of seven contracts two have ended and one will end. */
function ending(position: number) {
	switch (position % 7) {
		case 2:
			return {
				...cancelledOn(PAST_END - (position % 5) * 30 * DAY),
				Active: false,
				CancellationReason: PRICE_TOO_HIGH,
				CancellationNotes: 'Found a cheaper address.\nForward post until the end of the year.',
			};
		case 5:
			return { ...cancelledOn(FUTURE_END), CancellationReason: OTHER_REASON };
		case 6:
			return { ...cancelledOn(PAST_END), Active: false };
		default:
			return {};
	}
}
