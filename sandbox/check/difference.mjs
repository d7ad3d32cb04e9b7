import { isDeepStrictEqual } from 'node:util';

/**
 * Where two records differ, in words.
 * @param {string} what names the record, such as 'contact 87000001'
 * @param {Record<string, unknown> | undefined} actual
 * @param {Record<string, unknown> | undefined} expected
 * @returns {string[]}
 */
export function recordDifferences(what, actual, expected) {
	if (!actual && !expected) return [];
	if (!actual) return [`${what} is missing`];
	if (!expected) return [`${what} was not expected`];
	const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
	return [...keys]
		.filter((key) => !isDeepStrictEqual(actual[key], expected[key]))
		.map((key) => `${what}: ${key} is ${show(actual[key])}, expected ${show(expected[key])}`);
}

/**
 * Where two lists of records differ, record by record, whatever their order.
 * @param {Array<Record<string, any>>} actual
 * @param {Array<Record<string, any>>} expected
 * @returns {string[]}
 */
export function listDifferences(actual, expected) {
	const ids = new Set([...expected, ...actual].map(({ Id }) => Id));
	const differences = [...ids].flatMap((id) =>
		recordDifferences(`contact ${id}`, find(actual, id), find(expected, id)),
	);
	const repeated = actual.length - new Set(actual.map(({ Id }) => Id)).size;
	return repeated > 0 ? [...differences, `${repeated} contacts came out twice`] : differences;
}

/**
 * Where two lists of texts differ, whatever their order.
 * @param {string} what names one text, such as 'email'
 * @param {string[]} actual
 * @param {string[]} expected
 * @returns {string[]}
 */
export function textDifferences(what, actual, expected) {
	return [
		...without(expected, actual).map((text) => `${what} is missing: ${text}`),
		...without(actual, expected).map((text) => `${what} was not expected: ${text}`),
	];
}

/** A text that comes twice has to be there twice. */
function without(texts, others) {
	const left = [...others];
	return texts.filter((text) => {
		const place = left.indexOf(text);
		if (place >= 0) left.splice(place, 1);
		return place < 0;
	});
}

/**
 * @param {Array<Record<string, any>>} records
 * @param {number} id
 */
export function find(records, id) {
	return records.find(({ Id }) => Id === id);
}

function show(value) {
	return value === undefined ? 'absent' : JSON.stringify(value);
}
