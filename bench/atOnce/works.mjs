import { randomUUID } from 'node:crypto';
import { contractContact, httpFindAndWrite } from '../product/nodes.mjs';
import { every, getAndPut, unlike, update, writable } from '../product/writes.mjs';

/**
 * @typedef {object} WayAtOnce one way to do a work in n8n
 * @property {string} name
 * @property {'ours' | 'http'} by
 * @property {(job: object) => Record<string, import('../product/workflow.mjs').BenchNode[]>} workflows by the
 *   names that the calls have
 *
 * @typedef {object} WorkAtOnce
 * @property {string} key
 * @property {string} title
 * @property {object} [throttle]
 * @property {number} [leastMs] what the throttle alone takes
 * @property {string} [watched] the workflow whose longest execution is told
 * @property {(nexudus: import('../product/practiceNexudus.mjs').PracticeNexudus) => Promise<{ url: string,
 *   calls: Array<{ workflow: string, rows: object[], after?: number }> }>} job the executions, all started
 *   at once, or so many milliseconds later
 * @property {(job: object, nexudus: object) => Promise<{ lost: number, doubled: number }>} outcome
 * @property {WayAtOnce[]} ways
 */

const PEOPLE = 24;
const CONTRACTS = 6;
const MET = 20;
const EXECUTIONS = 50;
const ROWS = 60;
const WRITES_A_SECOND = 60;

let jobs = 0;

/** People whom no contract has yet, each sent twice. */
export const signUps = {
	title: `${PEOPLE} sign-ups, each sent twice at once`,
	job: async (nexudus) => {
		const ids = (await nexudus.contacts()).map(({ CoworkerContractId }) => CoworkerContractId);
		const contracts = [...new Set(ids)].slice(0, CONTRACTS);
		const round = randomUUID().slice(0, 8);
		const people = Array.from({ length: PEOPLE }, (_, index) => ({
			CoworkerContractId: contracts[index % CONTRACTS],
			Email: `amelia.${index + 1}.${round}@riverside-studios.example`,
			FullName: `Amelia Whitcombe-${index + 1}`,
		}));
		const calls = people.flatMap((person) => {
			const call = { workflow: 'signUp', rows: [person] };
			return [call, call];
		});
		return { url: nexudus.url, people, calls };
	},
	outcome: async ({ people }, nexudus) => {
		const emails = (await nexudus.contacts()).map(({ Email }) => Email);
		const counts = people.map((person) => emails.filter((one) => one === person.Email).length);
		const are = (judge) => counts.filter(judge).length;
		return { lost: are((count) => count === 0), doubled: are((count) => count > 1) };
	},
	ways: [
		{
			name: 'Nexudus node, Create or Update',
			by: 'ours',
			workflows: () => ({ signUp: [signUp()] }),
		},
		{
			name: 'HTTP Request: find by email, post or put',
			by: 'http',
			workflows: (job) => ({ signUp: httpFindAndWrite(job) }),
		},
	],
};

/** Contacts on which two workflows meet, each with a field of its own. */
export const meetings = {
	title: `${MET} contacts, two workflows with a field each at once`,
	job: async (nexudus) => {
		const round = ++jobs;
		const rows = (await writable(nexudus)).slice(0, MET).map(({ Id }) => ({
			Id,
			Notes: `Met at the front desk, round ${round}`,
			PhoneNumber: `+44 20 7946 ${1_000 + round}`,
		}));
		const calls = rows.flatMap((row) =>
			['notes', 'phone'].map((workflow) => ({ workflow, rows: [row] })),
		);
		return { url: nexudus.url, rows, calls };
	},
	outcome: async ({ rows }, nexudus) => {
		const notes = await unlike(nexudus, rows, 'Notes');
		return { lost: notes + (await unlike(nexudus, rows, 'PhoneNumber')), doubled: 0 };
	},
	ways: [
		{
			name: 'Nexudus node, Read Back on',
			by: 'ours',
			workflows: () => ({
				notes: [update('Notes', 'notes', { readBack: true })],
				phone: [update('PhoneNumber', 'phoneNumber', { readBack: true })],
			}),
		},
		{
			name: 'HTTP Request: get, put',
			by: 'http',
			workflows: (job) => ({
				notes: getAndPut(job, 'Notes'),
				phone: getAndPut(job, 'PhoneNumber'),
			}),
		},
	],
};

const corrections = {
	job: async (nexudus) => {
		const Notes = `Letterbox checked, round ${++jobs}`;
		const contacts = (await writable(nexudus)).slice(0, EXECUTIONS * ROWS);
		const rows = contacts.map(({ Id }) => ({ Id, Notes }));
		const calls = Array.from({ length: EXECUTIONS }, (_, index) => ({
			workflow: 'corrections',
			rows: rows.slice(index * ROWS, (index + 1) * ROWS),
		}));
		return { url: nexudus.url, rows, calls };
	},
	outcome: async ({ rows }, nexudus) => ({
		lost: await unlike(nexudus, rows, 'Notes'),
		doubled: 0,
	}),
};

function signUp() {
	return contractContact({
		operation: 'upsert',
		coworkerContractId: { __rl: true, mode: 'id', value: '={{ $json.CoworkerContractId }}' },
		matchOn: 'email',
		email: '={{ $json.Email }}',
		fullName: '={{ $json.FullName }}',
	});
}

/** @type {WorkAtOnce[]} */
export const QUEUE_WORKS = [
	{ key: 'queueSignUps', ...signUps },
	{ key: 'queueMeetings', ...meetings },
	{
		key: 'queueUpdates',
		title: `${EXECUTIONS * ROWS} updates in ${EXECUTIONS} executions, ${WRITES_A_SECOND} writes a second`,
		throttle: { limits: [{ requests: WRITES_A_SECOND, perMs: 1_000, only: 'writes' }] },
		leastMs: ((EXECUTIONS * ROWS) / WRITES_A_SECOND) * 1_000,
		...corrections,
		ways: [
			{
				name: 'Nexudus node',
				by: 'ours',
				workflows: () => ({ corrections: [update('Notes', 'notes')] }),
			},
			{
				name: 'HTTP Request: get, put',
				by: 'http',
				workflows: (job) => ({ corrections: getAndPut(job, 'Notes') }),
			},
			{
				name: 'HTTP Request, batches of 2 per 1,000 ms',
				by: 'http',
				workflows: (job) => ({ corrections: getAndPut(job, 'Notes', every(1_000, 2)) }),
			},
		],
	},
];
