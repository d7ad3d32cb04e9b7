import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * An answer as the API's documents print it: listCurrent, create, createRefused, update and
 * updateRefused from the current pages, listOlder, createOlder and createOlderRefused from older
 * ones, delete, token and tokenRefused as sibling pages describe them. The contract has no printed
 * example: its properties are those of its page, in their order, empty where they may be.
 */
export function example(name: string): unknown {
	return JSON.parse(readFileSync(path.join(__dirname, `${name}.json`), 'utf8'));
}

const FORMS: ReadonlyArray<readonly [string, RegExp]> = [
	['date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/],
	['GUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
];

/**
 * Where an answer is of another shape than an example, in words: keys and their order, types, and
 * the form of dates and GUIDs. A null in the example stands for any value.
 */
export function differences(expected: unknown, actual: unknown, place = 'the answer'): string[] {
	if (expected === null) return [];
	const [wanted, found] = [typeOf(expected), typeOf(actual)];
	if (wanted !== found) return [`${place} is ${found} instead of ${wanted}`];
	if (Array.isArray(expected) && Array.isArray(actual)) {
		const [first = null] = expected as unknown[];
		return actual.flatMap((entry, index) => differences(first, entry, `${place}[${index}]`));
	}
	if (!isRecord(expected) || !isRecord(actual)) return [];
	const keys = Object.keys(expected);
	const given = Object.keys(actual).join();
	const order = keys.join() === given ? [] : [`${place} has the keys ${given}`];
	return order.concat(
		keys.flatMap((key) => differences(expected[key], actual[key] ?? null, `${place}.${key}`)),
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	if (typeof value !== 'string') return typeof value;
	return FORMS.find(([, form]) => form.test(value))?.[0] ?? 'string';
}
