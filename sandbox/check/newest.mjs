/**
 * The contact with the latest date, as a test run of the trigger gives it.
 * @param {Array<Record<string, any>>} contacts
 * @param {string} [property]
 */
export function newest(contacts, property = 'UpdatedOn') {
	return [...contacts].sort((one, other) => other[property].localeCompare(one[property]))[0];
}
