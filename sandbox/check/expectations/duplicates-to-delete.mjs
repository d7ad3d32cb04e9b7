import { find, listDifferences, textDifferences } from '../difference.mjs';

/** Samira Jankowska is on the contract of Quill_and_Ink Copywriting Ltd three times. */
const LET_THROUGH = 87_000_640;
const STAYS = 87_000_106;
const NOT_PROPOSED = 87_000_001;

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	answers: [`${LET_THROUGH}, ${STAYS} and ${NOT_PROPOSED}`],
	differences({ rowsOf, before, asked, after }) {
		if (!asked) return ['nobody was asked'];
		const { contacts } = before;
		const { FullName } = find(contacts, LET_THROUGH);
		return [
			...textDifferences('proposed', idsOf(rowsOf('Preview the deletion')), proposed(contacts)),
			...listDifferences(asked.contacts, contacts),
			...listDifferences(rowsOf('Delete contract contact'), [
				{ deleted: true, Id: LET_THROUGH, FullName },
			]),
			...listDifferences(
				after.contacts,
				contacts.filter(({ Id }) => Id !== LET_THROUGH),
			),
		];
	},
};

/** All but the oldest of those with one name on one contract. */
function proposed(contacts) {
	const seen = new Set();
	const sorted = [...contacts].sort((one, other) => one.Id - other.Id);
	return idsOf(sorted.filter((contact) => isRepeated(contact, seen)));
}

function isRepeated({ CoworkerContractId, FullName, CoworkerFullName }, seen) {
	const key = `${CoworkerContractId} ${(FullName ?? CoworkerFullName).toLowerCase()}`;
	if (seen.has(key)) return true;
	seen.add(key);
	return false;
}

function idsOf(rows) {
	return rows.map(({ Id }) => String(Id));
}
