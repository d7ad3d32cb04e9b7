import { contractContact, httpGet, httpPut } from './nodes.mjs';

/** Nexudus refuses to write a contact without a name of its own, whoever sends it. */
export async function writable(nexudus) {
	return (await nexudus.contacts()).filter(({ FullName }) => FullName);
}

/** How many records do not hold what was to be written. */
export async function unlike(nexudus, items, property) {
	const held = new Map((await nexudus.contacts()).map((contact) => [contact.Id, contact]));
	return items.filter((item) => held.get(item.Id)[property] !== item[property]).length;
}

/** The package's node, changing one field of the contact of each item. */
export function update(property, updateFields, options = {}) {
	return contractContact({
		operation: 'update',
		contractContactId: { __rl: true, mode: 'id', value: '={{ $json.Id }}' },
		updateFields: { [updateFields]: `={{ $json.${property} }}` },
		options,
	});
}

/** The property as the items that started the workflow have it. */
export function changing(property) {
	return `${property}: $('Start').item.json.${property}`;
}

/** The same with the HTTP Request node, once for reading and once for writing. */
export function getAndPut(job, property, getBatch, putBatch = getBatch) {
	return [httpGet(job, '$json.Id', getBatch), httpPut(job, changing(property), putBatch)];
}

/** So many requests in so many milliseconds. */
export const every = (batchInterval, batchSize) => ({ batchSize, batchInterval });
