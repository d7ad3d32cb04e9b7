import { readFileSync } from 'node:fs';
import { byId } from '../harness/nodes.mjs';

/** The names and values that workflows may hold, by operation. */
export const PARAMETERS = JSON.parse(
	readFileSync(new URL('../savedParameters.json', import.meta.url), 'utf8'),
);
const CALENDAR_DATE = 'dateOfBirth';

/** A value for each writable field that is not required, as the editor stores it. */
export const EVERY_FIELD = {
	address: '4 Praça do Comércio, 2.º',
	amlCheckDate: '2026-05-17T09:30:00',
	amlClearedBy: 'Ines Carvalho',
	amlClearedOn: '2026-05-18T16:05:00',
	amlNotes: 'Passport seen in branch.',
	amlOpenSanctionsResponse: '{"status":200,"results":[]}',
	amlOpenSanctionsScore: 0.35,
	amlPappersResponse: 'Aucun résultat',
	amlPappersStatus: 'NotFound',
	cityName: 'Lisboa',
	dateOfBirth: '1985-11-23T00:00:00',
	email: 'beatriz.almeida@mailbox.example',
	notes: 'Forward letters weekly.\nParcels: call first.',
	phoneNumber: '+351 21 555 0147',
	postCode: '1100-148',
	state: 'Estremadura',
};

/**
 * The values to choose from that saved workflows may hold of a parameter.
 * @param {string} operation
 * @param {string} parameter such as `filters.amlCheckStatus`
 * @returns {string[]}
 */
export function valuesOf(operation, parameter) {
	const start = `${parameter} = `;
	return PARAMETERS.contractContact[operation]
		.filter((path) => path.startsWith(start))
		.map((path) => path.slice(start.length));
}

/**
 * The names in a collection of an operation.
 * @param {string} operation
 * @param {string} collection
 * @returns {string[]}
 */
export function namesIn(operation, collection) {
	const names = PARAMETERS.contractContact[operation]
		.filter((path) => path.startsWith(`${collection}.`))
		.map((path) => path.slice(collection.length + 1).split(' = ')[0]);
	return [...new Set(names)];
}

/**
 * A locator's value that was chosen from the list.
 * @param {number} value
 * @param {string} cachedResultName as the list showed it
 */
export function fromList(value, cachedResultName) {
	return { __rl: true, mode: 'list', value, cachedResultName };
}

/**
 * What a filter has to be for a contact to be found by it, as the editor stores it.
 * @param {string} name of the filter's parameter
 * @param {Record<string, any>} contact
 */
export function filterValue(name, contact) {
	const parameter = name.replace(/(From|To)$/, '');
	const value = contact[parameter[0].toUpperCase() + parameter.slice(1)];
	if (parameter === 'coworkerContractId') return fromList(value, `Harbour plan (#${value})`);
	if (/Id$/.test(parameter)) return byId(String(value));
	if (parameter === CALENDAR_DATE) return value.replace('Z', '');
	return /^\d{4}-\d\d-\d\dT/.test(value) && parameter !== name ? value.replace('Z', '') : value;
}

/**
 * Values of the filters that the API does not have, such that a contact is found by each.
 * @param {Record<string, any>} contact
 */
export function nodeFilterValues({ AmlCheckDate, FullName }) {
	return {
		amlCheckDateToOrEmpty: AmlCheckDate.replace('Z', ''),
		duplicatesBy: 'email',
		emptyFields: ['AmlClearedBy', 'Email'],
		filledFields: ['Notes', 'PhoneNumber'],
		name: FullName,
	};
}
