import type { Sameness } from '../../nodes/record/duplicates';
import { duplicatesAmong, sideBySide } from '../../nodes/record/duplicates';
import type { NexudusRecord } from '../../nodes/record/field';
import { fieldOf } from '../../nodes/record/field';
import { comparable } from '../../nodes/record/match';
import { contractContact } from '../../nodes/recordTypes/contractContact';

const sameness: Sameness = {
	sameIn: fieldOf(contractContact, 'CoworkerContractId'),
	fields: ['FullName', 'CoworkerFullName'].map((name) => fieldOf(contractContact, name)),
};
const NAMES = [null, '', ' ', 'Anna Brandt', 'ANNA  BRANDT', 'Bo Lindqvist', 'Carla Neves', 'Dov'];

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

function recordsOf(seed: number): NexudusRecord[] {
	const below = numbers(seed);
	const ids = Array.from({ length: 12 }, (_, index) => index + 1).sort(() => below(3) - 1);
	return ids.map((Id) => ({
		Id,
		CoworkerContractId: below(3),
		FullName: NAMES[below(NAMES.length)],
		CoworkerFullName: NAMES[below(NAMES.length)],
	}));
}

function namesOf({ FullName, CoworkerFullName }: NexudusRecord): string[] {
	return [comparable(FullName), comparable(CoworkerFullName)].filter((name) => name !== undefined);
}

function isTwin(one: NexudusRecord, other: NexudusRecord): boolean {
	if (one.Id === other.Id || one.CoworkerContractId === 0) return false;
	if (one.CoworkerContractId !== other.CoworkerContractId) return false;
	return namesOf(one).some((name) => namesOf(other).includes(name));
}

/** The Ids of all that are twins of a record, or of its twins, in ascending order. */
function groupOf(record: NexudusRecord, records: readonly NexudusRecord[]): number[] {
	const group = new Set([record]);
	for (const one of group) {
		for (const twin of records.filter((other) => isTwin(one, other))) group.add(twin);
	}
	return [...group].map(({ Id }) => Number(Id)).sort((one, other) => one - other);
}

describe('Duplicates', () => {
	const all = Array.from({ length: 300 }, (_, seed) => recordsOf(seed + 1));

	it('are the records of which another one of the same parent has the same value', () => {
		for (const records of all) {
			const expected = records.filter((one) => records.some((other) => isTwin(one, other)));
			const found = sideBySide(records, duplicatesAmong(records, sameness));
			expect(found.map(({ Id }) => Id).sort()).toEqual(expected.map(({ Id }) => Id).sort());
		}
	});

	it('stand side by side, each group by its Ids, the groups by their smallest', () => {
		let largeGroups = 0;
		for (const records of all) {
			const found = sideBySide(records, duplicatesAmong(records, sameness));
			const groups = [...new Set(found.map((record) => String(groupOf(record, found))))];
			expect(groups.join()).toBe(String(found.map(({ Id }) => Id)));
			const smallest = groups.map((group) => Number.parseInt(group, 10));
			expect(smallest).toEqual([...smallest].sort((one, other) => one - other));
			largeGroups += groups.filter((group) => group.split(',').length > 2).length;
		}
		expect(largeGroups).toBeGreaterThan(100);
	});

	it('that are left after a choice stay in their groups', () => {
		const records = [
			{ Id: 1, CoworkerContractId: 7, FullName: 'Anna Brandt' },
			{ Id: 2, CoworkerContractId: 7, FullName: 'Dov' },
			{ Id: 3, CoworkerContractId: 7, FullName: 'dov' },
			{ Id: 4, CoworkerContractId: 7, FullName: 'anna brandt' },
			{ Id: 5, CoworkerContractId: 7, FullName: 'Bo Lindqvist' },
		];
		const duplicates = duplicatesAmong(records, sameness);
		expect(sideBySide(records, duplicates).map(({ Id }) => Id)).toEqual([1, 4, 2, 3]);
		expect(sideBySide(records.slice(1), duplicates).map(({ Id }) => Id)).toEqual([2, 3, 4]);
	});
});
