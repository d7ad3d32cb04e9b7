import { every, getAndPut, unlike, update, writable } from '../product/writes.mjs';
import { MINUTE_LIMITS } from '../product/works.mjs';
import { meetings, signUps } from './works.mjs';

const EXECUTIONS = 20;
const ROWS = 15;
const SYNCS = 10;
const SYNCED = 300;
const SINGLES = 12;
/** No multiple of the throttle's windows, so that the single ones come at any time of one. */
const SINGLE_EVERY_MS = 3_700;
const WRITES_A_WINDOW = 60;
const WINDOW_MS = 3_000;

let jobs = 0;

const leastMs = (updates) => (updates / WRITES_A_WINDOW) * WINDOW_MS;

/** Executions that each change the notes of so many contacts of their own. */
function correctionsBy(executions) {
	return {
		job: async (nexudus) => {
			const Notes = `Checked at the front desk, round ${++jobs}`;
			const contacts = (await writable(nexudus)).map(({ Id }) => ({ Id, Notes }));
			const calls = executions.map(({ size, ...call }) => ({
				...call,
				rows: contacts.splice(0, size),
			}));
			return { url: nexudus.url, rows: calls.flatMap(({ rows }) => rows), calls };
		},
		outcome: async ({ rows }, nexudus) => ({
			lost: await unlike(nexudus, rows, 'Notes'),
			doubled: await writtenAgain(nexudus, rows),
		}),
	};
}

/** How many changes Nexudus carried out beyond one for each record. */
async function writtenAgain(nexudus, rows) {
	const carriedOut = (await nexudus.writes()).filter(({ status }) => status === 200).length;
	return Math.max(0, carriedOut - rows.length);
}

const formsAtOnce = Array.from({ length: EXECUTIONS }, () => ({
	workflow: 'corrections',
	size: ROWS,
}));

const singleBesideSyncs = [
	...Array.from({ length: SYNCS }, () => ({ workflow: 'sync', size: SYNCED })),
	...Array.from({ length: SINGLES }, (_, index) => ({
		workflow: 'single',
		size: 1,
		after: (index + 2) * SINGLE_EVERY_MS,
	})),
];

const updating = [update('Notes', 'notes')];

/** @type {import('./works.mjs').WorkAtOnce[]} */
export const SIDE_BY_SIDE_WORKS = [
	{ key: 'sideBySideSignUps', ...signUps },
	{ key: 'sideBySideMeetings', ...meetings },
	{
		key: 'sideBySideUpdates',
		title: `${EXECUTIONS} executions at once with ${ROWS} updates each, 60 writes and 120 requests a minute, 20 times as fast`,
		throttle: MINUTE_LIMITS,
		leastMs: leastMs(EXECUTIONS * ROWS),
		...correctionsBy(formsAtOnce),
		ways: [
			{ name: 'Nexudus node', by: 'ours', workflows: () => ({ corrections: updating }) },
			{
				name: 'HTTP Request: get, put',
				by: 'http',
				workflows: (job) => ({ corrections: getAndPut(job, 'Notes') }),
			},
			{
				name: 'HTTP Request, batches of 3 per 3 s',
				by: 'http',
				workflows: (job) => ({ corrections: getAndPut(job, 'Notes', every(WINDOW_MS, 3)) }),
			},
		],
	},
	{
		key: 'sideBySideSingle',
		title: `Single updates beside ${SYNCS} executions with ${SYNCED} updates each, 60 writes and 120 requests a minute, 20 times as fast`,
		throttle: MINUTE_LIMITS,
		leastMs: leastMs(SYNCS * SYNCED + SINGLES),
		watched: 'single',
		...correctionsBy(singleBesideSyncs),
		ways: [
			{
				name: 'Nexudus node',
				by: 'ours',
				workflows: () => ({ sync: updating, single: updating }),
			},
			{
				name: 'HTTP Request: get, put',
				by: 'http',
				workflows: (job) => ({
					sync: getAndPut(job, 'Notes'),
					single: getAndPut(job, 'Notes'),
				}),
			},
		],
	},
];
