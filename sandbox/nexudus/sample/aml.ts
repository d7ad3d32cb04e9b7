import { writeDateTime } from '../records/dateTime';
import type { Dice } from './dice';

const DAY = 86_400_000;

const OFFICERS = [
	'compliance@northlight-workspaces.example',
	'Harriet Lowe',
	'Tomáš Novák',
] as const;

const NO_CHECK = {
	AmlCheckStatus: 0,
	AmlCheckDate: null,
	AmlOpenSanctionsScore: null,
	AmlOpenSanctionsResponse: null,
	AmlPappersResponse: null,
	AmlPappersStatus: null,
	AmlNotes: null,
	AmlClearedBy: null,
	AmlClearedOn: null,
};

/** The AML properties of a contact; each status takes what its check leaves behind. */
export function amlCheck(status: number, name: string, createdAt: number, dice: Dice) {
	const checkedAt = createdAt + dice.between(1, 72) * 3_600_000 + dice.between(0, 3_599) * 1_000;
	const AmlCheckDate = writeDateTime(checkedAt);
	switch (status) {
		case 0:
			return NO_CHECK;
		case 1:
			return { ...NO_CHECK, AmlCheckStatus: status, AmlCheckDate };
		case 5:
			return {
				...NO_CHECK,
				AmlCheckStatus: status,
				AmlCheckDate,
				AmlPappersStatus: 'Error',
				AmlNotes: 'Provider did not answer; run the check again.',
			};
		default:
			return {
				...NO_CHECK,
				AmlCheckStatus: status,
				AmlCheckDate,
				...screening(status, name, dice),
				...register(status, name, dice),
				...clearance(status, checkedAt, dice),
			};
	}
}

function screening(status: number, name: string, dice: Dice) {
	const [lowest, highest] = scoreRange(status);
	const score = dice.between(lowest, highest) / 100;
	const results =
		status === 2 ? [] : [{ caption: name.toUpperCase(), score, topics: ['sanction'] }];
	return {
		AmlOpenSanctionsScore: score,
		AmlOpenSanctionsResponse: JSON.stringify({
			status: 200,
			query: { schema: 'Person', properties: { name: [name] } },
			results,
		}),
	};
}

function scoreRange(status: number): [number, number] {
	if (status === 2) return [0, 35];
	return status === 4 ? [86, 99] : [55, 80];
}

function register(status: number, name: string, dice: Dice) {
	if (dice.chance(45)) return { AmlPappersResponse: null, AmlPappersStatus: null };
	const found = status === 2 || status === 6;
	return {
		AmlPappersResponse: found
			? `Dirigeant trouvé : ${name}\nQualité : gérant`
			: `Aucun dirigeant au nom de ${name}`,
		AmlPappersStatus: found ? 'Found' : 'NotFound',
	};
}

function clearance(status: number, checkedAt: number, dice: Dice) {
	if (status === 3 && dice.chance(50)) {
		return { AmlNotes: 'Same name as a listed person; passport copy asked for.' };
	}
	if (status !== 6) return {};
	return {
		AmlNotes: 'Different date of birth than the listed person.\nPassport seen in branch.',
		AmlClearedBy: dice.pick(OFFICERS),
		AmlClearedOn: writeDateTime(checkedAt + dice.between(1, 9) * DAY),
	};
}
