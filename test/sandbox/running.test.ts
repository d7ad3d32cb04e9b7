import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPLETE_CONTACT_ID, sampleRecords } from '../../sandbox/nexudus/sampleData';
import { type NexudusOptions, startPracticeNexudus } from '../../sandbox/nexudus/server';
import { Client, CONTACTS, json, withNexudus } from './nexudus';

describe('A data file', () => {
	const folder = mkdtempSync(join(tmpdir(), 'nexudus-'));
	const dataFile = join(folder, 'records.json');
	const started = async (options: NexudusOptions = {}) =>
		startPracticeNexudus({ dataFile, ...options });

	afterEach(() => rmSync(dataFile, { force: true }));
	afterAll(() => rmSync(folder, { recursive: true }));

	it('carries records and used ids over a restart', async () => {
		const first = await started();
		const added = first.contacts.add({ FullName: 'Kept Over' });
		const removed = first.contacts.add();
		first.contacts.remove(removed.Id);
		await first.close();

		const second = await started({ records: 'none' });
		expect(second.contacts.get(added.Id)).toEqual(added);
		expect(second.contacts.count).toBe(321);
		expect(second.contacts.add().Id).toBeGreaterThan(removed.Id);
		await second.close();
	});

	it('is written shortly after a change through the API', async () => {
		const nexudus = await started();
		await new Client(nexudus).send('DELETE', `${CONTACTS}/${COMPLETE_CONTACT_ID}`);
		await new Promise((resolve) => setTimeout(resolve, 400));

		const { contacts } = JSON.parse(readFileSync(dataFile, 'utf8')) as { contacts: unknown[] };
		expect(contacts).toHaveLength(319);
		await nexudus.close();
	});

	it('of an earlier version gets the collections and properties that it lacks', async () => {
		const { contacts, contracts, lastContactId } = sampleRecords('sample');
		const [{ CoworkerId, IssuedById, TariffId, TariffName, Id }] = contracts;
		const short = [{ CoworkerId, IssuedById, TariffId, TariffName, Id }];
		writeFileSync(dataFile, JSON.stringify({ contacts, contracts: short, lastContactId }));
		const nexudus = await started();
		const [contract] = nexudus.contracts;
		await nexudus.close();

		expect([nexudus.contracts.length, nexudus.plans.length]).toEqual([1, 10]);
		expect(contract).toMatchObject({ Id, TariffName, TariffPrice: contracts[0].TariffPrice });
		expect(Object.keys(contract)).toEqual(Object.keys(contracts[0]));
	});

	it('that is damaged stops the start, named', async () => {
		writeFileSync(dataFile, '{"contacts":[');

		await expect(started()).rejects.toThrow(dataFile);
	});
});

describe('The log of requests', () => {
	const client = withNexudus();

	it('shows what came, in order, and what was answered', async () => {
		await client().get(`${CONTACTS}?ContractContact_FullName=O%27Neill+x&size=1&size=2`);
		await client().send('PUT', CONTACTS, { Id: 1 });

		const [list, update] = client().nexudus.requests;
		expect(list).toMatchObject({
			method: 'GET',
			path: CONTACTS,
			rawUrl: `${CONTACTS}?ContractContact_FullName=O%27Neill+x&size=1&size=2`,
			query: [
				['ContractContact_FullName', "O'Neill x"],
				['size', '1'],
				['size', '2'],
			],
			body: undefined,
			status: 200,
		});
		expect(list.headers.authorization).toBe('Bearer sandbox-token');
		expect(update).toMatchObject({ method: 'PUT', body: { Id: 1 }, status: 404 });
		expect(update.answeredAt).toBeGreaterThanOrEqual(update.arrivedAt);
	});

	it('can be cleared', async () => {
		await client().get(CONTACTS);
		client().nexudus.clearRequests();

		expect(client().nexudus.requests).toEqual([]);
	});
});

describe('Options', () => {
	it('latency delays every answer of the API', async () => {
		const nexudus = await startPracticeNexudus({ latency: 80 });
		await new Client(nexudus).get(CONTACTS);
		const [{ arrivedAt, answeredAt = 0 }] = nexudus.requests;
		await nexudus.close();

		expect(answeredAt - arrivedAt).toBeGreaterThanOrEqual(75);
	});

	it('records none leaves out the contacts only', async () => {
		const nexudus = await startPracticeNexudus({ records: 'none' });

		expect(nexudus.contacts.count).toBe(0);
		expect(nexudus.contracts.length).toBeGreaterThan(60);
		await nexudus.close();
	});

	it('extraRoutes answer beside the API, unrecorded', async () => {
		const page = { method: 'GET', path: /^\/$/, handle: () => ({ status: 200, body: 'Hello' }) };
		const nexudus = await startPracticeNexudus({ extraRoutes: [page] });
		const { text } = await new Client(nexudus).get('/');
		await nexudus.close();

		expect([text, nexudus.requests.length]).toEqual(['Hello', 0]);
	});

	it('a port that is taken fails the start', async () => {
		const nexudus = await startPracticeNexudus();
		const port = Number(new URL(nexudus.url).port);

		await expect(startPracticeNexudus({ port })).rejects.toThrow('EADDRINUSE');
		await nexudus.close();
	});
});

describe('The control routes', () => {
	const client = withNexudus();

	it('tell the state, unrecorded', async () => {
		const state = json(await client().get('/sandbox/state'));

		expect(state).toMatchObject({ contacts: 320, requests: 0, assumptions: { unknownId: 404 } });
		expect(client().nexudus.requests).toEqual([]);
	});

	it('show and clear the log', async () => {
		await client().get(CONTACTS);
		const log = await client().get('/sandbox/requests');
		await client().send('DELETE', '/sandbox/requests');

		expect(json(log)).toMatchObject([{ method: 'GET', path: CONTACTS, status: 200 }]);
		expect(client().nexudus.requests).toEqual([]);
	});

	it('add, change and remove contacts', async () => {
		const path = '/sandbox/contacts';
		const added = json(await client().send('POST', path, { FullName: 'Ada' }));
		const changed = json(
			await client().send('PATCH', `${path}/${added.Id}?keepUpdatedOn`, { AmlCheckStatus: 4 }),
		);
		const removed = await client().send('DELETE', `${path}/${added.Id}`);
		const again = await client().send('DELETE', `${path}/${added.Id}`);

		expect(changed).toEqual({ ...added, AmlCheckStatus: 4 });
		expect([removed.status, again.status]).toEqual([204, 404]);
		expect(json<unknown[]>(await client().get(path))).toHaveLength(320);
	});

	it('add users, and end the tokens that were issued', async () => {
		const user = { email: 'ada@x.example', password: 'pw', roles: ['Country-List'] };
		const added = await client().send('POST', '/sandbox/users', user);
		const token = await client().signIn({
			grant_type: 'password',
			username: user.email,
			password: user.password,
		});
		const { access_token } = json<{ access_token: string }>(token);
		const countries = () => client().as(`Bearer ${access_token}`).get('/api/sys/countries');
		const before = await countries();
		await client().send('DELETE', '/sandbox/tokens');

		expect([added.status, before.status, (await countries()).status]).toEqual([204, 200, 401]);
		expect((await client().send('POST', '/sandbox/users', {})).status).toBe(400);
	});

	it('set assumptions, throttle, faults and latency', async () => {
		const post = (path: string, body: unknown) => client().send('POST', `/sandbox/${path}`, body);
		const status = async () => (await client().get(`${CONTACTS}/5`)).status;
		await post('assumptions', { unknownId: 500 });
		expect(await status()).toBe(500);
		await post('throttle', { limits: [{ requests: 0, perMs: 1000 }] });
		expect(await status()).toBe(409);
		await post('throttle', {});
		await post('faults', { when: { pathPattern: '/5$' }, how: { status: 418 } });
		expect(await status()).toBe(418);
		await client().send('DELETE', '/sandbox/faults');
		await post('latency', { latency: 60 });
		expect(await status()).toBe(500);

		const { arrivedAt, answeredAt = 0 } = client().nexudus.requests.at(-1) ?? { arrivedAt: 0 };
		expect(answeredAt - arrivedAt).toBeGreaterThanOrEqual(55);
		expect((await post('faults', {})).status).toBe(400);
		expect((await post('faults', { when: { pathPattern: '(' }, how: 'ooops' })).status).toBe(500);
		expect((await client().get('/sandbox/nothing')).status).toBe(404);
	});
});
