import { find, listDifferences } from '../difference.mjs';

const CONTACT_ID = 87_000_001;

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		return [
			...listDifferences(rowsOf('Get contract contact'), [find(before.contacts, CONTACT_ID)]),
			...listDifferences(after.contacts, before.contacts),
		];
	},
};
