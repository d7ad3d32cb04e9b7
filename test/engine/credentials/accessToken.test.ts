import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import type { Sandbox } from '../sandbox';
import { accessToken, byId, startSandbox } from '../sandbox';

const get = { operation: 'get', contractContactId: byId(COMPLETE_CONTACT_ID), output: 'raw' };

describe('The access token', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	beforeEach(() => sandbox.nexudus.clearRequests());

	const withBaseUrl = (baseUrl: string) => ({
		credentials: { values: { nexudusApi: accessToken(baseUrl) } },
	});

	it('goes along with each request as a bearer token', async () => {
		await sandbox.run(get);
		expect(sandbox.nexudus.requests.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer sandbox-token',
		]);
	});

	it('may have spaces and a line break around it, as pasting leaves them', async () => {
		const { error } = await sandbox.run(get, {
			credentials: {
				values: { nexudusApi: accessToken(sandbox.nexudus.url, ' sandbox-token\n') },
			},
		});
		expect(error).toBeUndefined();
	});

	it.each(['/', '//', ' '])('serves with a base URL that ends in %j', async (end) => {
		const { json, error } = await sandbox.run(get, withBaseUrl(sandbox.nexudus.url + end));
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ Id: COMPLETE_CONTACT_ID }]);
		expect(sandbox.nexudus.requests.map(({ rawUrl }) => rawUrl)).toEqual([
			`/api/billing/contractcontacts/${COMPLETE_CONTACT_ID}`,
		]);
	});

	it.each(['127.0.0.1', 'localhost', '127.1.2.3'])(
		'may travel without encryption to %s, which is this machine',
		async (host) => {
			const { port } = new URL(sandbox.nexudus.url);
			const { error } = await sandbox.run(get, withBaseUrl(`http://${host}:${port}`));
			if (host === '127.1.2.3') expect(error?.message).toContain('the server was not reached');
			else expect(error).toBeUndefined();
		},
	);

	it('is not sent over http to another address', async () => {
		const { port } = new URL(sandbox.nexudus.url);
		const baseUrl = `http://0.0.0.0:${port}`;
		expect((await fetch(`${baseUrl}/sandbox/state`)).status).toBe(200);

		const { error } = await sandbox.run(get, withBaseUrl(baseUrl));

		expect(error?.message).toContain("'Base URL' must");
		expect(error?.description).toContain('Open the credential');
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it.each([
		'http://spaces.nexudus.com',
		'http://localhost.example.com',
		'http://127.0.0.1.example.com',
		'http://127.0.0.1@example.com',
		'ftp://spaces.nexudus.com',
		'spaces.nexudus.com',
		'https://operations:sandbox@spaces.nexudus.com',
		'https://spaces.nexudus.com?x=1',
	])('is not sent to %s', async (baseUrl) => {
		const { error } = await sandbox.run(get, withBaseUrl(baseUrl));
		expect(error?.message).toContain("'Base URL' must");
	});

	it('that is refused is reported in words', async () => {
		const { error } = await sandbox.run(get, {
			credentials: { values: { nexudusApi: accessToken(sandbox.nexudus.url, 'expired-token') } },
		});
		expect(error?.message).toBe(
			`Nexudus refused to get contract contact ${COMPLETE_CONTACT_ID} [item 0]`,
		);
		expect(error?.description).toContain(
			'The sign-in was refused: the access token is wrong or has run out, or the user lacks the role',
		);
	});
});
