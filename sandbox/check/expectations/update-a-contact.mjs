import { find, listDifferences } from '../difference.mjs';
import { simplified } from '../simplified.mjs';

const CONTACT_ID = 87_000_001;
const WRITTEN = {
	PhoneNumber: '+353 20 915 0199',
	Notes: 'Phone number confirmed by email.',
	State: null,
};

/** @type {import('../expectation.mjs').Expectation} */
export const expectation = {
	differences({ rowsOf, before, after }) {
		const earlier = find(before.contacts, CONTACT_ID);
		const changed = find(after.contacts, CONTACT_ID);
		if (changed?.UpdatedOn === earlier.UpdatedOn) return ['nothing was written'];
		const others = before.contacts.filter((contact) => contact !== earlier);
		return [
			...listDifferences(after.contacts, [...others, written(earlier, changed)]),
			...listDifferences(rowsOf('Update contract contact'), [simplified(changed)]),
		];
	},
};

/** Every other field has to come through the update unchanged. */
function written(contact, { UpdatedOn, UpdatedBy }) {
	return { ...contact, ...WRITTEN, UpdatedOn, UpdatedBy };
}
