import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { logIns, loginOf, OFFICER } from './signingIn';

const get = {
	authentication: 'login',
	operation: 'get',
	contractContactId: byId('={{ $json.id }}'),
};

describe('The login', () => {
	let sandbox: Sandbox;
	let credentials: ReturnType<typeof loginOf>;
	let ids: number[];

	beforeEach(async () => {
		sandbox = await startSandbox();
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
		credentials = loginOf(sandbox.nexudus.url, OFFICER.email, OFFICER.password);
		const named = sandbox.nexudus.contacts.all().filter(({ FullName }) => FullName);
		ids = named.map(({ Id }) => Id);
	});

	afterEach(async () => await sandbox.close());

	const asItems = (count: number) => ids.slice(0, count).map((id) => ({ id }));

	const carriedOut = (method: string) =>
		sandbox.nexudus.requests.filter(
			(request) => request.method === method && request.status === 200,
		);

	it('fetches a token with a form and sends it as a bearer token', async () => {
		const { json, error } = await sandbox.run(get, { credentials, items: asItems(1) });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ Id: COMPLETE_CONTACT_ID }]);
		const [login, read] = sandbox.nexudus.requests;
		expect(login.headers['content-type']).toBe('application/x-www-form-urlencoded');
		expect(Object.fromEntries(new URLSearchParams(String(login.body)))).toEqual({
			grant_type: 'password',
			username: OFFICER.email,
			password: OFFICER.password,
		});
		expect(read.headers.authorization).toBe(
			`Bearer ${credentials.values.nexudusLoginApi.sessionToken as string}`,
		);
	});

	it('fetches the token once for many requests, and keeps it for later executions', async () => {
		sandbox.nexudus.assume({ batchRoute: 'absent' });
		await sandbox.run(get, { credentials, items: asItems(20) });
		await sandbox.run(get, { credentials, items: asItems(20) });
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('fetches the token once for requests that need it at the same time', async () => {
		sandbox.nexudus.setLatency(30);
		const runs = Array.from({ length: 4 }, async () =>
			sandbox.run(get, { credentials, items: asItems(1) }),
		);
		for (const { error } of await Promise.all(runs)) expect(error).toBeUndefined();
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('does not mix up two users who log in at the same time', async () => {
		const reader = { email: 'reader@northlight-workspaces.example', password: 'other' };
		sandbox.nexudus.addUser({ ...reader, roles: [] });
		sandbox.nexudus.setLatency(30);
		const [own, others] = await Promise.all([
			sandbox.run(get, { credentials, items: asItems(1) }),
			sandbox.run(get, {
				credentials: loginOf(sandbox.nexudus.url, reader.email, reader.password),
				items: asItems(1),
			}),
		]);
		expect(own.error).toBeUndefined();
		expect(others.error?.description).toContain('the role ContractContact-Read');
	});

	it('serves with a slash at the end of the base URL', async () => {
		const { error } = await sandbox.run(get, {
			credentials: loginOf(`${sandbox.nexudus.url}/`, OFFICER.email, OFFICER.password),
			items: asItems(1),
		});
		expect(error).toBeUndefined();
		expect(sandbox.nexudus.requests[0].rawUrl).toBe('/api/token');
	});

	it('logs in anew when its token stopped working between two executions', async () => {
		await sandbox.run(get, { credentials, items: asItems(1) });
		sandbox.nexudus.revokeTokens();
		const { error } = await sandbox.run(get, { credentials, items: asItems(1) });
		expect(error).toBeUndefined();
		expect(logIns(sandbox.nexudus)).toBe(2);
	});

	it('survives tokens that stop working again and again, with each update written once', async () => {
		sandbox.nexudus.expireTokensAfter(25);
		const { error, json } = await sandbox.run(
			{
				...get,
				operation: 'update',
				updateFields: { notes: '={{ "Letter " + $json.id }}' },
				output: 'raw',
			},
			{ credentials, items: asItems(120) },
		);
		expect(error).toBeUndefined();
		const written = carriedOut('PUT').map(({ body }) => (body as { Id: number }).Id);
		expect([...written].sort()).toEqual(ids.slice(0, 120).sort());
		expect(json).toEqual(ids.slice(0, 120).map((id) => sandbox.nexudus.contacts.get(id)));
		expect(logIns(sandbox.nexudus)).toBeGreaterThanOrEqual(5);
		expect(logIns(sandbox.nexudus)).toBeLessThanOrEqual(24);
	});

	it('survives its tokens being revoked amid creations, with each carried out once', async () => {
		const before = sandbox.nexudus.contacts.count;
		sandbox.nexudus.setLatency(5);
		const names = Array.from({ length: 60 }, (_value, item) => `Director ${item}`);
		const running = sandbox.run(
			{
				authentication: 'login',
				operation: 'create',
				coworkerContractId: byId(sandbox.nexudus.contracts[0].Id),
				fullName: '={{ $json.name }}',
			},
			{ credentials, items: names.map((name) => ({ name })) },
		);
		while (carriedOut('POST').length < 20) await new Promise((resolve) => setTimeout(resolve, 2));
		sandbox.nexudus.revokeTokens();
		const { error, json } = await running;
		expect(error).toBeUndefined();
		expect(json.map(({ FullName }) => FullName)).toEqual(names);
		expect(sandbox.nexudus.contacts.count).toBe(before + 60);
		expect(logIns(sandbox.nexudus)).toBeGreaterThanOrEqual(2);
	});
});
