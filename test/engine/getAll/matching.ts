import type { ContractContact } from '../../../sandbox/nexudus/records/contractContact';

/** Tells whether a contact belongs to a result. */
export type Matches = (contact: ContractContact) => boolean;

type Property = keyof ContractContact;

/** A text without case and accents. */
export function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text holds another, in any case and with any accents. */
export function holds(property: Property, text: string): Matches {
	return (contact) => plain(String(contact[property] ?? '')).includes(plain(text));
}

/** The value is this one. */
export function is(property: Property, value: number | boolean): Matches {
	return (contact) => contact[property] === value;
}

/** The value is one of these. */
export function isOneOf(property: Property, values: number[]): Matches {
	return (contact) => values.includes(Number(contact[property] ?? Number.NaN));
}

/** The number is there and at least this one. */
export function atLeast(property: Property, bound: number): Matches {
	return (contact) => Number(contact[property] ?? Number.NaN) >= bound;
}

/** The number is there and at most this one. */
export function atMost(property: Property, bound: number): Matches {
	return (contact) => Number(contact[property] ?? Number.NaN) <= bound;
}

/** The stamp is there and lies between two instants, both included. */
export function between(property: Property, start: string, end: string): Matches {
	return (contact) => {
		const instant = Date.parse(String(contact[property] ?? ''));
		return instant >= Date.parse(start) && instant <= Date.parse(end);
	};
}

/** The stamp is there and not before an instant. */
export function since(property: Property, start: string): Matches {
	return between(property, start, '9999-12-31T23:59:59Z');
}

/** The stamp is there and not after an instant. */
export function until(property: Property, end: string): Matches {
	return between(property, '0001-01-01T00:00:00Z', end);
}
