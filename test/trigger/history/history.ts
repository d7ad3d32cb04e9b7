import * as fc from 'fast-check';
import type { Behaviour, Disturbance, ListFault } from './modelApi';
import type { Crash, SchedulerKind } from './scheduler';
import type { Write, WriteKind } from './table';

const MINUTE = 60_000;
const YEAR = 31_536_000_000;

/** A poll, and what happens while it runs. */
export interface PollStep {
	step: 'poll';
	/** Writes between its requests. */
	during: Write[];
	failsFrom: number | undefined;
	how: Disturbance['how'];
	lists: ListFault;
	/** Whether the timer starts another poll before it has ended, and after which request. */
	overlapAt: number | undefined;
	crash: Crash | undefined;
}

export type Step =
	| { step: 'wait'; milliseconds: number }
	| { step: 'write'; write: Write }
	| { step: 'burst'; writes: Write[] }
	| { step: 'restart' }
	| { step: 'switch off and on' }
	/** The full record of a contact can't be had for so many milliseconds. */
	| { step: 'spoil'; which: number; milliseconds: number }
	| PollStep;

/** All that one history is made of. */
export interface History {
	event: 'created' | 'createdOrUpdated' | 'amlStatusChanged' | 'deleted';
	rows: 'asListed' | 'full';
	scheduler: SchedulerKind;
	behaviour: Behaviour;
	/** Milliseconds by which n8n's clock is ahead of the API's. */
	skew: number;
	/** Milliseconds that a poll may take. */
	budget: number;
	before: Step[];
	steps: Step[];
}

const kinds: WriteKind[] = [
	'create',
	'rename',
	'check',
	'check without Updated On',
	'clear without Updated On',
	'pending without a date',
	'check dated ahead',
	'delete',
	'delete the newest',
];

const write: fc.Arbitrary<Write> = fc.record({
	kind: fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom<WriteKind>('create', 'rename') },
		{ weight: 2, arbitrary: fc.constantFrom(...kinds) },
	),
	which: fc.nat(50),
	status: fc.nat(30),
	late: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: 4 * MINUTE }) },
	),
});

const wait: fc.Arbitrary<Step> = fc.record({
	step: fc.constant('wait' as const),
	milliseconds: fc.oneof(
		fc.constantFrom(0, 1000, 20_000, MINUTE, 5 * MINUTE, 11 * MINUTE),
		fc.constantFrom(30 * MINUTE, 61 * MINUTE, 300 * MINUTE),
		fc.integer({ min: 1, max: 3 * MINUTE }),
	),
});

const poll: fc.Arbitrary<Step> = fc.record({
	step: fc.constant('poll' as const),
	during: fc.oneof(
		{ weight: 3, arbitrary: fc.constant<Write[]>([]) },
		{ weight: 1, arbitrary: fc.array(write, { maxLength: 6 }) },
	),
	failsFrom: sometimes(fc.nat(6), 6),
	how: fc.constantFrom<PollStep['how']>('cut', 500, 401, 403),
	lists: fc.constant<ListFault>('none'),
	overlapAt: sometimes(fc.nat(5), 6),
	crash: sometimes(
		fc.constantFrom<Crash>(
			'before saving',
			'state saved only',
			'execution stored only',
			'after both',
		),
		5,
	),
});

function sometimes<Value>(value: fc.Arbitrary<Value>, oneIn: number) {
	return fc.oneof(
		{ weight: oneIn - 1, arbitrary: fc.constant(undefined) },
		{ weight: 1, arbitrary: value },
	);
}

const oneWrite: fc.Arbitrary<Step> = fc.record({ step: fc.constant('write' as const), write });
const burst: fc.Arbitrary<Step> = fc.record({
	step: fc.constant('burst' as const),
	writes: fc.array(write, { minLength: 2, maxLength: 8 }),
});
const restart: fc.Arbitrary<Step> = fc.constant({ step: 'restart' as const });
const switching: fc.Arbitrary<Step> = fc.constant({ step: 'switch off and on' as const });
const spoiling: fc.Arbitrary<Step> = fc.record({
	step: fc.constant('spoil' as const),
	which: fc.nat(50),
	milliseconds: fc.constantFrom(MINUTE, 20 * MINUTE, 300 * MINUTE, YEAR),
});

const skew = fc.constantFrom(0, -26 * 60 * MINUTE, 90_000, 400 * 24 * 60 * MINUTE);
const budget = fc.constantFrom(500, 2_000, 45_000);
const before = fc.array(fc.oneof(wait, oneWrite, burst), { maxLength: 6 });
const mostRows = fc.constantFrom(2, 3, 5, 1000);
const latency = fc.constantFrom(0, 150, 400);
const unreadableInBatch = fc.constantFrom<Behaviour['unreadableInBatch']>('fails', 'leftOut');
const scheduler = fc.constantFrom<SchedulerKind>('timer', 'durable');

/** Random histories of a table and a trigger that watches it for what is new or changed. */
export const histories: fc.Arbitrary<History> = fc.record({
	event: fc.constantFrom<History['event']>('created', 'createdOrUpdated', 'amlStatusChanged'),
	rows: fc.constantFrom<History['rows']>('asListed', 'full'),
	scheduler,
	behaviour: fc.record({
		mostRows,
		directions: fc.constantFrom<Behaviour['directions']>('zeroOne', 'oneMinusOne'),
		latency,
		unreadableInBatch,
		unknownId: fc.constant<Behaviour['unknownId']>(404),
		unknownIdInBatch: fc.constant<Behaviour['unknownIdInBatch']>('missing'),
		batchRoute: fc.constant<Behaviour['batchRoute']>('present'),
	}),
	skew,
	budget,
	before,
	steps: fc.array(
		fc.oneof(
			{ weight: 3, arbitrary: wait },
			{ weight: 3, arbitrary: oneWrite },
			{ weight: 1, arbitrary: burst },
			{ weight: 4, arbitrary: poll },
			{ weight: 1, arbitrary: restart },
			{ weight: 1, arbitrary: switching },
			{ weight: 1, arbitrary: spoiling },
		),
		{ minLength: 1, maxLength: 18 },
	),
});

const comingOrGoing: fc.Arbitrary<Write> = fc
	.record({ write, kind: fc.constantFrom<WriteKind>('create', 'delete', 'delete the newest') })
	.map(({ write: one, kind }) => ({ ...one, kind }));

const pollForDeletions: fc.Arbitrary<Step> = fc
	.record({
		poll,
		during: fc.oneof(
			{ weight: 2, arbitrary: fc.constant<Write[]>([]) },
			{ weight: 1, arbitrary: fc.array(comingOrGoing, { maxLength: 6 }) },
		),
		lists: fc.oneof(
			{ weight: 5, arbitrary: fc.constant<ListFault>('none') },
			{
				weight: 1,
				arbitrary: fc.constantFrom<ListFault>(
					'capped',
					'deep pages refused',
					'total too low',
					'total too high',
					'hiding some',
				),
			},
		),
	})
	.map(({ poll: one, during, lists }) => ({ ...(one as PollStep), during, lists }));

const comingsAndGoings: fc.Arbitrary<Step> = fc.record({
	step: fc.constant('burst' as const),
	writes: fc.array(comingOrGoing, { minLength: 1, maxLength: 12 }),
});

/** Random histories of contacts that come and go, and a trigger for those that are gone. */
export const deletionHistories: fc.Arbitrary<History> = fc.record({
	event: fc.constant<History['event']>('deleted'),
	rows: fc.constant<History['rows']>('asListed'),
	scheduler,
	behaviour: fc.record({
		mostRows,
		directions: fc.constantFrom<Behaviour['directions']>('zeroOne', 'oneMinusOne', 'words'),
		latency,
		unreadableInBatch,
		unknownId: fc.constantFrom<Behaviour['unknownId']>(404, 500),
		unknownIdInBatch: fc.constantFrom<Behaviour['unknownIdInBatch']>('missing', 500),
		batchRoute: fc.constantFrom<Behaviour['batchRoute']>('present', 'absent', 'failing'),
	}),
	skew,
	budget,
	before: fc.array(fc.oneof(wait, comingsAndGoings), { maxLength: 6 }),
	steps: fc.array(
		fc.oneof(
			{ weight: 3, arbitrary: wait },
			{ weight: 4, arbitrary: comingsAndGoings },
			{ weight: 5, arbitrary: pollForDeletions },
			{ weight: 1, arbitrary: restart },
			{ weight: 1, arbitrary: switching },
			{ weight: 1, arbitrary: spoiling },
		),
		{ minLength: 1, maxLength: 18 },
	),
});
