import { contractContact, filter, floor, httpGet, httpList, httpPut, splitOut } from './nodes.mjs';
import { changing, every, getAndPut, unlike, update, writable } from './writes.mjs';

/**
 * @typedef {object} Way one way to do a work in n8n
 * @property {string} name
 * @property {'ours' | 'http' | 'floor'} by
 * @property {(job: object) => import('./workflow.mjs').BenchNode[]} nodes
 * @property {object} [throttle] where it differs from the work's
 * @property {number} [rowsPerItem] where an item that comes out holds several rows
 *
 * @typedef {object} Work
 * @property {string} key
 * @property {string} title
 * @property {object} [throttle]
 * @property {(nexudus: import('./practiceNexudus.mjs').PracticeNexudus) => Promise<object>} job what is to
 *   be done this time: the input items and what else `missing` needs
 * @property {(job: object, nexudus: object, rowsOut: () => Promise<number>) => Promise<number>} missing
 * @property {Way[]} ways
 */

const ONE_PER_100_MS = { limits: [{ requests: 1, perMs: 100 }] };
const TEN_PER_100_MS = { limits: [{ requests: 10, perMs: 100 }] };
/** 60 writes and 120 requests a minute, time passing 20 times as fast. */
export const MINUTE_LIMITS = {
	limits: [
		{ requests: 60, perMs: 3_000, only: 'writes' },
		{ requests: 120, perMs: 3_000 },
	],
};
const MINUTE_LIMITS_SECOND = { ...MINUTE_LIMITS, retryAfter: 1 };

const LISTED = 10_000;
const LOADED = 1_000;
const UPDATED = 300;
const SYNCED = 3_000;
const DIFFERING = 30;

let jobs = 0;

/** Lists, where what comes out is counted. */
function listing(rows) {
	return {
		job: async ({ url }) => ({ url, items: [{}] }),
		missing: async (_job, _nexudus, rowsOut) => Math.max(0, rows - (await rowsOut())),
	};
}

const note = (job) => `Checked by the night shift, round ${job}`;

/** Changes the notes of as many contacts, to something new each time. */
const corrections = {
	job: async (nexudus) => {
		const contacts = (await writable(nexudus)).slice(0, UPDATED);
		const Notes = note(++jobs);
		return { url: nexudus.url, items: contacts.map(({ Id }) => ({ Id, Notes })) };
	},
	missing: ({ items }, nexudus) => unlike(nexudus, items, 'Notes'),
};

/** Hands over the AML status of many contacts, of which a few have changed. */
const nightlySync = {
	job: async (nexudus) => {
		const contacts = (await writable(nexudus)).slice(0, SYNCED);
		const every = SYNCED / DIFFERING;
		const items = contacts.map(({ Id, AmlCheckStatus }, index) => ({
			Id,
			AmlCheckStatus: index % every === 0 ? (AmlCheckStatus + 1) % 7 : AmlCheckStatus,
		}));
		return { url: nexudus.url, items };
	},
	missing: ({ items }, nexudus) => unlike(nexudus, items, 'AmlCheckStatus'),
};

function getAll(more = {}) {
	return contractContact({ operation: 'getAll', returnAll: true, ...more });
}

/** @type {Work[]} */
export const WORKS = [
	{
		key: 'list',
		title: 'List 10,000',
		...listing(LISTED),
		ways: [
			{ name: 'Nexudus node, simplified', by: 'ours', nodes: () => [getAll()] },
			{ name: 'Nexudus node, raw', by: 'ours', nodes: () => [getAll({ output: 'raw' })] },
			{
				name: 'HTTP Request, pages of 1,000, unsplit',
				by: 'http',
				nodes: (job) => [httpList(job)],
				rowsPerItem: 1_000,
			},
			{
				name: 'HTTP Request, pages of 1,000 + Split Out',
				by: 'http',
				nodes: (job) => [httpList(job), splitOut()],
			},
			{
				name: 'The least: n8n’s own helper, four pages at a time, unchecked',
				by: 'floor',
				nodes: (job) => [floor(job)],
			},
		],
	},
	{
		key: 'listThrottled',
		title: 'List 10,000, 1 request per 100 ms',
		throttle: ONE_PER_100_MS,
		...listing(LISTED),
		ways: [
			{ name: 'Nexudus node', by: 'ours', nodes: () => [getAll()] },
			{
				name: 'HTTP Request + Split Out',
				by: 'http',
				nodes: (job) => [httpList(job), splitOut()],
			},
			{
				name: 'HTTP Request, interval 100 ms, + Split Out',
				by: 'http',
				nodes: (job) => [httpList(job, { requestInterval: 100 }), splitOut()],
			},
		],
	},
	{
		key: 'full',
		title: 'Full records of 1,000',
		...listing(LOADED),
		ways: [
			{
				name: 'Nexudus node, Full Records',
				by: 'ours',
				nodes: () => [
					contractContact({
						operation: 'getAll',
						returnAll: false,
						limit: LOADED,
						output: 'raw',
						options: { fullRecords: true },
					}),
				],
			},
			{
				name: 'HTTP Request: list, Split Out, get each',
				by: 'http',
				nodes: (job) => [
					httpList(job, { limitPagesFetched: true, maxRequests: 1 }),
					splitOut(),
					httpGet(job, '$json.Id'),
				],
			},
		],
	},
	{
		key: 'updates',
		title: '300 updates, 10 requests per 100 ms',
		throttle: TEN_PER_100_MS,
		...corrections,
		ways: [
			{ name: 'Nexudus node', by: 'ours', nodes: () => [update('Notes', 'notes')] },
			{
				name: 'HTTP Request: get, put',
				by: 'http',
				nodes: (job) => getAndPut(job, 'Notes'),
			},
			{
				name: 'HTTP Request, batches of 10 per 1,000 ms',
				by: 'http',
				nodes: (job) => getAndPut(job, 'Notes', every(1_000, 10)),
			},
			{
				name: 'HTTP Request, batches of 5 per 100 ms',
				by: 'http',
				nodes: (job) => getAndPut(job, 'Notes', every(100, 5)),
			},
		],
	},
	{
		key: 'updatesByMinute',
		title: '300 updates, 60 writes and 120 requests a minute, 20 times as fast',
		throttle: MINUTE_LIMITS,
		...corrections,
		ways: [
			{ name: 'Nexudus node', by: 'ours', nodes: () => [update('Notes', 'notes')] },
			{
				name: 'Nexudus node, Retry-After always 1',
				by: 'ours',
				nodes: () => [update('Notes', 'notes')],
				throttle: MINUTE_LIMITS_SECOND,
			},
			{ name: 'HTTP Request: get, put', by: 'http', nodes: (job) => getAndPut(job, 'Notes') },
			{
				name: 'HTTP Request, batches of 50 per 3 s',
				by: 'http',
				nodes: (job) => getAndPut(job, 'Notes', every(3_000, 50)),
			},
		],
	},
	{
		key: 'sync',
		title: 'Sync of 3,000, 30 differ',
		...nightlySync,
		ways: [
			{
				name: 'Nexudus node',
				by: 'ours',
				nodes: () => [update('AmlCheckStatus', 'amlCheckStatus')],
			},
			{
				name: 'HTTP Request: get each, put each',
				by: 'http',
				nodes: (job) => [httpGet(job, '$json.Id'), httpPut(job, changing('AmlCheckStatus'))],
			},
			{
				name: 'HTTP Request: get each, Filter, put those',
				by: 'http',
				nodes: (job) => [
					httpGet(job, '$json.Id'),
					filter('={{ $json.AmlCheckStatus }}', `={{ $('Start').item.json.AmlCheckStatus }}`),
					httpPut(job, changing('AmlCheckStatus')),
				],
			},
		],
	},
];
