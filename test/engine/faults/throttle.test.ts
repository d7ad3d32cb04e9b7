import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { Throttle } from '../../../sandbox/nexudus/throttle';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import {
	CONTACTS,
	carriedOut,
	deletedItems,
	deletionsOf,
	newDirectors,
	newNames,
	noted,
	notesFor,
	readsOf,
	sent,
	someIds,
	timesStored,
	writesOf,
} from './observing';

/** Seconds. Nexudus names whole ones; a part of one is understood as well, and saves time here. */
const SHORT = '0.4';
const REASON = 'You must wait before accessing this url again.';

describe('A throttle answer', () => {
	let sandbox: Sandbox;
	let nexudus: PracticeNexudus;

	beforeEach(async () => {
		sandbox = await startSandbox();
		nexudus = sandbox.nexudus;
	});

	afterEach(async () => await sandbox.close());

	const run = async ([parameters, items]: [INodeParameters, IDataObject[]]) =>
		await sandbox.run(parameters, { items });

	function throttleOnce(method: string, nth: number | number[], retryAfter = SHORT): void {
		nexudus.fail({
			when: { method, nth },
			how: { status: 409, headers: { 'Retry-After': retryAfter } },
		});
	}

	/** How long nothing was sent after the throttle answer, in milliseconds. */
	function pauseAfterThrottle(): number {
		const { requests } = nexudus;
		const throttled = requests.findIndex(({ status }) => status === 409 || status === 429);
		const arrivals = requests.slice(throttled).map(({ arrivedAt }) => arrivedAt);
		return Math.max(...arrivals.slice(1).map((arrival, index) => arrival - arrivals[index]));
	}

	it('makes Update wait and write each contact once', async () => {
		throttleOnce('PUT', 4, '2');
		const ids = someIds(nexudus, 12);
		const { json, error } = await run(notesFor(ids));
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(12);
		expect(sent(nexudus, 'PUT')).toBe(13);
		expect(json).toEqual(ids.map((id) => nexudus.contacts.get(id)));
		expect(pauseAfterThrottle()).toBeGreaterThanOrEqual(1_600);
	});

	it('makes Create wait and create each contact once', async () => {
		throttleOnce('POST', 4);
		const { json, error } = await run(newDirectors(nexudus, 8));
		expect(error).toBeUndefined();
		expect(timesStored(nexudus, newNames(8))).toEqual(newNames(8).map(() => 1));
		expect(sent(nexudus, 'POST')).toBe(9);
		expect(json.map(({ FullName }) => FullName)).toEqual(newNames(8));
		expect(pauseAfterThrottle()).toBeGreaterThanOrEqual(300);
	});

	it('makes Delete wait and delete each contact', async () => {
		throttleOnce('DELETE', 4);
		const ids = someIds(nexudus, 8);
		const before = nexudus.contacts.count;
		const expected = deletedItems(nexudus, ids);
		const { json, error } = await run(deletionsOf(ids));
		expect(error).toBeUndefined();
		expect(json).toEqual(expected);
		expect(nexudus.contacts.count).toBe(before - 8);
		expect(sent(nexudus, 'DELETE')).toBe(9);
		expect(pauseAfterThrottle()).toBeGreaterThanOrEqual(300);
	});

	it('makes Create or Update wait, whichever of its requests meets it', async () => {
		throttleOnce('GET', 1);
		throttleOnce('POST', 2);
		throttleOnce('PUT', 1);
		const [known] = nexudus.contacts.all();
		const names = [...newNames(4), known.FullName];
		const { json, error } = await run([
			{
				operation: 'upsert',
				coworkerContractId: byId(known.CoworkerContractId),
				fullName: '={{ $json.name }}',
				matchOn: 'fullName',
				additionalFields: { notes: 'Signed up online' },
				output: 'raw',
			} as INodeParameters,
			names.map((name) => ({ name })),
		]);
		expect(error).toBeUndefined();
		expect(timesStored(nexudus, newNames(4))).toEqual([1, 1, 1, 1]);
		expect(carriedOut(nexudus, 'POST')).toHaveLength(4);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(1);
		expect(json).toEqual(json.map(({ Id }) => nexudus.contacts.get(Number(Id))));
		expect(json.map(({ FullName }) => FullName)).toEqual(names);
	});

	it('makes Get wait and load all contacts', async () => {
		throttleOnce('GET', 2);
		const ids = someIds(nexudus, 250);
		const { json, error } = await run(readsOf(ids));
		expect(error).toBeUndefined();
		expect(json.map(({ Id }) => Id)).toEqual(ids);
		expect(nexudus.requests).toHaveLength(4);
	});

	it('makes Get Many wait and list every contact once, in order', async () => {
		throttleOnce('GET', 3);
		const { json, error } = await run([
			{ operation: 'getAll', returnAll: true, options: { pageSize: 50 } },
			[{}],
		]);
		expect(error).toBeUndefined();
		expect(json.map(({ Id }) => Id)).toEqual(nexudus.contacts.all().map(({ Id }) => Id));
		expect(nexudus.requests).toHaveLength(Math.ceil(320 / 50) + 1);
	});

	const inTwoSeconds = () => new Date(Date.now() + 2_600).toUTCString();

	const forms: Array<[string, () => Omit<Throttle, 'limits'>, number]> = [
		['409 with a date in Retry-After', () => ({ retryAfter: inTwoSeconds() }), 1_300],
		['409 with nothing but its reason phrase', () => ({ retryAfter: 'none' }), 800],
		['429 with Retry-After', () => ({ status: 429, retryAfter: 1 }), 800],
		['429 with "Wait 2 seconds" in its text', () => ({ status: 429, retryAfter: 'none' }), 1_600],
	];

	it.each(forms)('is understood as %s', async (_form, rule, pause) => {
		nexudus.throttle({ limits: [{ requests: 6, perMs: 1_400 }], ...rule() });
		const ids = someIds(nexudus, 8);
		const { error } = await run(notesFor(ids));
		expect(error).toBeUndefined();
		expect(noted(nexudus, ids)).toEqual(ids);
		expect(carriedOut(nexudus, 'PUT')).toHaveLength(8);
		expect(pauseAfterThrottle()).toBeGreaterThanOrEqual(pause);
		expect(pauseAfterThrottle()).toBeLessThan(3_500);
	});

	it('that names no time and keeps coming makes the pauses longer', async () => {
		nexudus.fail({ when: { method: 'PUT', times: 2 }, how: { status: 429 } });
		const [id] = someIds(nexudus, 1);
		const { error } = await run(notesFor([id]));
		expect(error).toBeUndefined();
		expect(noted(nexudus, [id])).toEqual([id]);
		const writes = writesOf(nexudus);
		const gaps = [1, 2].map((at) => writes[at].arrivedAt - writes[at - 1].arrivedAt);
		expect(gaps[1]).toBeGreaterThan(gaps[0] * 1.25);
	});

	it('is not seen in a 409 that shows no sign of one', async () => {
		nexudus.fail({
			when: { method: 'PUT', nth: 2 },
			how: { status: 409, body: { Message: 'The record was changed by another user.' } },
		});
		const ids = someIds(nexudus, 6);
		const [parameters, items] = notesFor(ids);
		const { json } = await sandbox.run(parameters, { items, onError: 'continueRegularOutput' });
		const failed = json.findIndex((one) => 'error' in one);
		expect(json[failed].error).toContain(
			`Nexudus could not update contract contact ${ids[failed]}: it conflicts with another change [item ${failed}]`,
		);
		expect(noted(nexudus, ids)).toEqual(ids.filter((id) => id !== ids[failed]));
		expect(sent(nexudus, 'PUT')).toBe(6);
	});

	it('is seen in the words of a 409 without header', async () => {
		nexudus.fail({ when: { path: CONTACTS, nth: 1 }, how: { status: 409, body: REASON } });
		const { json, error } = await run([{ operation: 'getAll', limit: 3 }, [{}]]);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(3);
		expect(pauseAfterThrottle()).toBeGreaterThanOrEqual(800);
	});
});
