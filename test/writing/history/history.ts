import * as fc from 'fast-check';
import type { FaultKind } from '../../../sandbox/nexudus/faults';
import type { Throttle } from '../../../sandbox/nexudus/throttle';

export const FIELDS = ['Notes', 'PhoneNumber', 'CityName', 'Address', 'State'] as const;
export const CONTACTS = 5;
export const PEOPLE = 4;
export const CONTRACTS = 2;

/** One item of an execution; numbers say which contact, person, contract or field. */
export interface Item {
	contact: number;
	person: number;
	contract: number;
	field: number;
}

/** One execution among others. */
export interface Course {
	kind: 'update' | 'upsert' | 'create' | 'delete' | 'guarded delete';
	items: Item[];
	/** Milliseconds after the first one. */
	startsAt: number;
	/** Milliseconds after its start; undefined where nobody cancels it. */
	cancelAfter: number | undefined;
	onFailure: 'stop' | 'continue';
	/** Which of n8n's credentials it uses. */
	credential: number;
}

/** What goes wrong at one request of a method. */
export interface Trouble {
	method: 'GET' | 'PUT' | 'POST' | 'DELETE';
	nth: number;
	how: FaultKind;
}

/** All that happens side by side. */
export interface History {
	courses: Course[];
	troubles: Trouble[];
	throttle: Throttle | undefined;
	/** Milliseconds that a request takes at the most, each way. */
	slowest: number;
	/** Of the latencies. */
	seed: number;
}

const item: fc.Arbitrary<Item> = fc.record({
	contact: fc.oneof(fc.nat(CONTACTS - 1), fc.nat(1)),
	person: fc.nat(PEOPLE - 1),
	contract: fc.nat(CONTRACTS - 1),
	field: fc.nat(FIELDS.length - 1),
});

function sometimes<Value>(value: fc.Arbitrary<Value>, oneIn: number) {
	return fc.oneof(
		{ weight: oneIn - 1, arbitrary: fc.constant(undefined) },
		{ weight: 1, arbitrary: value },
	);
}

const course: fc.Arbitrary<Course> = fc.record({
	kind: fc.oneof(
		{ weight: 4, arbitrary: fc.constant('update' as const) },
		{ weight: 4, arbitrary: fc.constant('upsert' as const) },
		{ weight: 1, arbitrary: fc.constantFrom('create', 'delete', 'guarded delete') },
	) as fc.Arbitrary<Course['kind']>,
	items: fc.array(item, { minLength: 1, maxLength: 8 }),
	startsAt: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_500 })),
	cancelAfter: sometimes(fc.integer({ min: 0, max: 2_000 }), 6),
	onFailure: fc.constantFrom<Course['onFailure']>('stop', 'continue'),
	credential: fc.nat(1),
});

const anyTrouble: fc.Arbitrary<Trouble> = fc.record({
	method: fc.constantFrom<Trouble['method']>('GET', 'PUT', 'PUT', 'POST', 'POST', 'DELETE'),
	nth: fc.integer({ min: 1, max: 8 }),
	how: fc.constantFrom<FaultKind>(
		'ooops',
		'cut before',
		'cut after',
		'never answers',
		'never answers after',
		'truncated body',
		'unsuccessful 200',
		{ status: 503 },
		{ status: 409, headers: { 'retry-after': '6' } },
	),
});

/** A write is carried out, but nobody hears of it. */
const lostAnswer: fc.Arbitrary<Trouble> = fc.record({
	method: fc.constantFrom<Trouble['method']>('PUT', 'PUT', 'POST', 'DELETE'),
	nth: fc.integer({ min: 1, max: 5 }),
	how: fc.constantFrom<FaultKind>('truncated body', 'cut after', 'never answers after'),
});

/** A record can't be looked at, or a batch of them. */
const troubleWithReading: fc.Arbitrary<Trouble> = fc.record({
	method: fc.constant('GET'),
	nth: fc.integer({ min: 1, max: 12 }),
	how: fc.constantFrom<FaultKind>('unsuccessful 200', { status: 404 }),
});

const trouble = fc.oneof(anyTrouble, lostAnswer, troubleWithReading);

/** Random histories of executions in one process. */
export const histories: fc.Arbitrary<History> = fc.record({
	courses: fc.array(course, { minLength: 2, maxLength: 6 }),
	troubles: fc.oneof(
		{ weight: 1, arbitrary: fc.constant<Trouble[]>([]) },
		{ weight: 1, arbitrary: fc.array(trouble, { minLength: 1, maxLength: 5 }) },
	),
	throttle: sometimes(
		fc.record({
			limits: fc.constantFrom(
				[{ requests: 5, perMs: 1_000 }],
				[{ requests: 4, perMs: 6_000, only: 'writes' as const }],
			),
		}),
		3,
	),
	slowest: fc.constantFrom(5, 100, 600),
	seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});
