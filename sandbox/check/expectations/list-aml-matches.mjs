import { find, listDifferences } from '../difference.mjs';
import { simplified } from '../simplified.mjs';

const POTENTIAL_MATCH = 3;
const CONFIRMED_MATCH = 4;

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const rows = rowsOf('Get many contract contacts');
		const matches = before.contacts.filter(({ AmlCheckStatus }) =>
			[POTENTIAL_MATCH, CONFIRMED_MATCH].includes(AmlCheckStatus),
		);
		return [
			...listDifferences(rows, matches.map(simplified)),
			...orderDifferences(rows, before.contacts),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};

/** The latest check has to come first. */
function orderDifferences(rows, contacts) {
	const dates = rows.map(({ Id }) => find(contacts, Id)?.AmlCheckDate ?? '');
	const wrong = dates.findIndex((date, index) => index > 0 && date > dates[index - 1]);
	return wrong < 0 ? [] : [`row ${wrong + 1}, checked ${dates[wrong]}, comes after an older check`];
}
