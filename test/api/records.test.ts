import { contractContact } from '../../nodes/recordTypes/contractContact';
import { Client } from '../../nodes/api/client';
import { Pace } from '../../nodes/api/pace';
import type { NexudusAnswer, NexudusRequest } from '../../nodes/api/exchange';
import { requestTarget } from '../../nodes/api/exchange';
import { Records } from '../../nodes/api/records';
import { Failure } from '../../nodes/record/failure';
import { answered, throttledAnswer, wholeContact, writtenAnswer } from './answers';
import { VirtualClock } from './virtualClock';

const PATIENT = { throttleWait: 120_000, advice: 'Run the node again then.' };
const CONTACTS = '/api/billing/contractcontacts';

/** Records of a server that answers by this function. */
function recordsOf(answer: (request: NexudusRequest) => NexudusAnswer) {
	const clock = new VirtualClock();
	const targets: string[] = [];
	const client = new Client(
		async (request) => {
			targets.push(`${request.method} ${requestTarget(request)}`);
			await clock.passes(40);
			return answer(request);
		},
		clock,
		contractContact,
		new Pace().join(clock),
	);
	return { clock, targets, records: new Records(client, contractContact) };
}

function idsAsked({ path }: NexudusRequest): number[] | undefined {
	const list = /\/\?id=\[([\d,]+)\]$/.exec(path)?.[1];
	return list?.split(',').map(Number);
}

function idOfPath({ path }: NexudusRequest): number {
	return Number(path.slice(path.lastIndexOf('/') + 1));
}

/** Answers one record or many; contacts above 1000 do not exist. */
function complete(request: NexudusRequest): NexudusAnswer {
	const ids = idsAsked(request);
	if (ids) return answered(ids.filter((id) => id <= 1000).map(wholeContact));
	const id = idOfPath(request);
	return id <= 1000 ? answered(wholeContact(id)) : answered('', 404);
}

function upTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
	const error = await promise.catch((reason: unknown) => reason);
	if (error instanceof Failure) return error;
	throw new Error(`no Failure: ${String(error)}`);
}

describe('Reading many records', () => {
	it('takes a request for each hundred ids, in the documented form', async () => {
		const { clock, targets, records } = recordsOf(complete);
		const read = await clock.until(records.readMany(upTo(250), PATIENT));
		expect(read.size).toBe(250);
		expect(targets).toHaveLength(3);
		expect(targets[2]).toBe(`GET ${CONTACTS}/?id=[${upTo(250).slice(200).join(',')}]`);
	});

	it('gives a Failure in the place of each record that does not exist', async () => {
		const { clock, records } = recordsOf(complete);
		const read = await clock.until(records.readMany([7, 1001, 8], PATIENT));
		expect(read.get(7)).toEqual(wholeContact(7));
		expect(read.get(8)).toEqual(wholeContact(8));
		const missing = read.get(1001);
		expect(missing).toBeInstanceOf(Failure);
		expect(missing).toMatchObject({ details: { status: 404 } });
	});

	it('asks again for those that a server left out, since it may take fewer at once', async () => {
		const { clock, targets, records } = recordsOf((request) => {
			const ids = idsAsked(request) ?? [];
			return answered(ids.slice(0, 30).map(wholeContact));
		});
		const read = await clock.until(records.readMany(upTo(80), PATIENT));
		expect([...read.values()].some((found) => found instanceof Failure)).toBe(false);
		expect(targets).toHaveLength(3);
	});

	it.each([
		['404', answered('', 404)],
		['405', answered('', 405)],
		['a list of pages', answered({ Records: [{ Id: 1 }], HasNextPage: false })],
	])('goes one by one where the server has no such route: %s', async (_name, none) => {
		const { clock, targets, records } = recordsOf((request) =>
			idsAsked(request) ? none : complete(request),
		);
		const read = await clock.until(records.readMany([7, 1001, 8], PATIENT));
		expect(read.get(7)).toEqual(wholeContact(7));
		expect(read.get(1001)).toMatchObject({ details: { status: 404 } });
		const before = targets.length;
		await clock.until(records.readMany([9, 10], PATIENT));
		expect(targets.slice(before)).toEqual([`GET ${CONTACTS}/9`, `GET ${CONTACTS}/10`]);
	});

	it('goes one by one for good only after two batches in a row were too much for the server', async () => {
		let isTroubled = false;
		const { clock, targets, records } = recordsOf((request) =>
			idsAsked(request) && isTroubled ? answered('', 500) : complete(request),
		);
		const requestsFor = async (ids: number[], state: 'troubled' | 'well'): Promise<number> => {
			isTroubled = state === 'troubled';
			const before = targets.length;
			const read = await clock.until(records.readMany(ids, PATIENT));
			expect(ids.map((id) => read.get(id))).toEqual(ids.map(wholeContact));
			return targets.length - before;
		};
		expect(await requestsFor([1, 2], 'troubled')).toBe(4);
		expect(await requestsFor([3, 4], 'well')).toBe(1);
		expect(await requestsFor([5, 6], 'troubled')).toBe(4);
		expect(await requestsFor([7, 8], 'troubled')).toBe(4);
		expect(await requestsFor([9, 10], 'well')).toBe(2);
		expect(targets.slice(-2)).toEqual([`GET ${CONTACTS}/9`, `GET ${CONTACTS}/10`]);
	});

	it('fails as a whole where the role to read is missing', async () => {
		const { clock, records } = recordsOf(() => answered('', 401));
		const { details } = await failureOf(clock.until(records.readMany([7, 8], PATIENT)));
		expect(details.description).toContain('ContractContact-Read');
	});
});

describe('A page', () => {
	it('tells the size that the server really uses, and that an empty page is the end', async () => {
		const { clock, records } = recordsOf(({ query = [] }) => {
			const isFirst = query.some(([name, value]) => name === 'page' && value === '1');
			const Records = isFirst ? upTo(100).map((Id) => ({ Id })) : [];
			return answered({ Records, TotalItems: 250, HasNextPage: true });
		});
		const first = await clock.until(records.page([], 1, 1000, PATIENT));
		expect(first).toMatchObject({ total: 250, hasNext: true, size: 100 });
		const empty = await clock.until(records.page([], 2, 100, PATIENT));
		expect(empty).toMatchObject({ records: [], hasNext: false, size: 100 });
	});

	it.each([[{ Message: 'hello' }], [[]], [null]])(
		'that is none of Nexudus’s, %j, leads to the base URL',
		async (body) => {
			const { clock, records } = recordsOf(() => answered(body));
			const { details } = await failureOf(clock.until(records.page([], 1, 25, PATIENT)));
			expect(details.description).toContain('Base URL');
		},
	);
});

describe('Writing', () => {
	it('uses the documented routes and gives what the answer says of the record', async () => {
		const { clock, targets, records } = recordsOf(() => writtenAnswer(1042));
		const stamp = { Id: 1042, UpdatedOn: '2026-05-17T09:30:00Z', UpdatedBy: 'anna@example.com' };
		const record = { Id: 1042, FullName: 'Anna Schmidt' };
		expect(await clock.until(records.create({ FullName: 'Anna' }, PATIENT))).toEqual(stamp);
		expect(await clock.until(records.update(record, PATIENT, () => false))).toEqual(stamp);
		await clock.until(records.delete(1042, PATIENT));
		expect(targets).toEqual([`POST ${CONTACTS}`, `PUT ${CONTACTS}`, `DELETE ${CONTACTS}/1042`]);
	});

	it('that was answered without an Id may have created the record', async () => {
		for (const body of [{ Value: null }, { Value: { Id: 0 } }, {}, '']) {
			const { clock, targets, records } = recordsOf(() => answered(body));
			const { details } = await failureOf(clock.until(records.create({}, PATIENT)));
			expect(details.mayBeWritten).toBe(true);
			expect(targets).toHaveLength(1);
		}
	});

	it('from a copy that got too old is not sent', async () => {
		const { clock, targets, records } = recordsOf(() => throttledAnswer(10));
		const isOutdated = (): boolean => clock.now() - clock.startedAt > 5_000;
		const update = records.update({ Id: 1042 }, PATIENT, isOutdated);
		expect((await failureOf(clock.until(update))).name).toBe('Outdated');
		expect(targets).toHaveLength(1);
	});
});
