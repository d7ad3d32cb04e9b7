import type { CoworkerContract } from '../records/coworkerContract';
import type { Coworker } from '../records/lookUps';
import { cancelledOn, contractBase } from './contractBase';
import type { Dice } from './dice';
import { LOCATIONS } from './locations';
import { VIRTUAL_OFFICE_PLANS } from './plans';

const FIRST_ID = 2_380_115;
const FIRST_DAY = Date.UTC(2024, 8, 2);
const DAY = 86_400_000;

/** The dice that the contracts have always been thrown with, and a pair for what came later. */
export interface ContractDice {
	readonly first: Dice;
	readonly later: Dice;
}

/** Virtual office contracts, one per coworker and second ones for some; every ninth cancelled. */
export function makeContracts(
	count: number,
	coworkers: readonly Coworker[],
	dice: ContractDice,
): CoworkerContract[] {
	return Array.from({ length: count }, (_, position) =>
		makeContract(position, coworkers[position % coworkers.length], dice),
	);
}

/** The id of the contract at a position. */
export function contractId(position: number): number {
	return FIRST_ID + position * 3;
}

function makeContract(
	position: number,
	coworker: Coworker,
	{ first: dice, later }: ContractDice,
): CoworkerContract {
	const location = dice.pick(LOCATIONS);
	const plan = dice.pick(VIRTUAL_OFFICE_PLANS);
	const start = FIRST_DAY + dice.between(0, 700) * DAY;
	return {
		...contractBase({ coworker, location, plan, start }, later),
		...cancellation(position, start),
		Quantity: position % 8 === 3 ? null : dice.between(1, 3),
		...desks(position, dice),
		PoBoxNumber: dice.chance(60) ? `PO ${dice.digits(4)}` : null,
		Id: contractId(position),
		UniqueId: dice.guid(),
	};
}

/** A cancelled contract stays active until its term ends, so a few are both. */
function cancellation(position: number, start: number) {
	if (position % 9 !== 5) return {};
	return { ...cancelledOn(start + 180 * DAY), Active: position % 27 === 5 };
}

function desks(position: number, dice: Dice) {
	if (position % 3 !== 0) return {};
	const first = dice.between(4_100, 4_900);
	const box = dice.between(1, 240);
	return {
		FloorPlanDeskIds: `${first},${first + 1}`,
		FloorPlanDeskNames: `Mailbox ${box}, Mailbox ${box + 1}`,
	};
}
