import '../engine';
import { LIST_ONLY_EMAIL, LIST_ONLY_PASSWORD } from '../../../sandbox/nexudus/accounts';
import type { Sandbox } from '../sandbox';
import { accessToken, startSandbox } from '../sandbox';
import { testCredential } from './credentialTest';
import { everythingIn, formsOf, OFFICER } from './signingIn';

const ASK = 'GET /api/billing/contractcontacts?page=1&size=1';

describe('Testing a credential', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});

	afterEach(async () => await sandbox.close());

	const asked = () => sandbox.nexudus.requests.map(({ method, rawUrl }) => `${method} ${rawUrl}`);

	const testToken = async (token = 'sandbox-token', baseUrl = sandbox.nexudus.url) =>
		await testCredential('nexudusApi', accessToken(baseUrl, token));

	const testLogin = async (
		email: string = OFFICER.email,
		password: string = OFFICER.password,
		baseUrl = sandbox.nexudus.url,
	) => await testCredential('nexudusLoginApi', { email, password, baseUrl, sessionToken: '' });

	it('asks for one contact, which needs no role but List', async () => {
		expect(await testToken('list-only-token')).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(asked()).toEqual([ASK]);
		expect(sandbox.nexudus.requests[0].headers.authorization).toBe('Bearer list-only-token');
	});

	it.each(['/', '///', '  '])('does no harm with a base URL that ends in %j', async (end) => {
		expect(await testToken('sandbox-token', sandbox.nexudus.url + end)).toMatchObject({
			status: 'OK',
		});
		expect(asked()).toEqual([ASK]);
	});

	it('logs in first where there is no token yet', async () => {
		expect(await testLogin(LIST_ONLY_EMAIL, LIST_ONLY_PASSWORD)).toMatchObject({ status: 'OK' });
		expect(asked()).toEqual(['POST /api/token', ASK]);
	});

	it.each([401, 403] as const)('names the role that is missing at %s', async (missingRole) => {
		sandbox.nexudus.assume({ missingRole });
		sandbox.nexudus.addUser({ ...OFFICER, accessToken: 'officer-token', roles: [] });
		for (const { message } of [await testToken('officer-token'), await testLogin()]) {
			expect(message).toContain(
				'The sign-in was refused: the access token is wrong or has run out, or the user lacks',
			);
			expect(message).toContain('ContractContact-List');
		}
	});

	it('says so for a token that is refused', async () => {
		expect((await testToken('expired-token')).message).toContain('The sign-in was refused');
	});

	it.each([
		[404, "Set 'Base URL'"],
		[409, 'Wait a minute'],
		[429, 'Wait a minute'],
	])('tells in words what to do at %s', async (status, words) => {
		sandbox.nexudus.fail({ when: { method: 'GET' }, how: { status, body: 'No' } });
		expect((await testToken()).message).toContain(words);
	});

	it.each([301, 302, 303, 307, 308])(
		'follows no redirect (%s), to a log-in page for example',
		async (status) => {
			const headers = { location: `${sandbox.nexudus.url}/sandbox/state` };
			sandbox.nexudus.fail({ when: { method: 'GET' }, how: { status, headers } });
			const { message } = await testToken();
			expect(message).toContain('sends requests on to another address');
			expect(asked()).toEqual([ASK]);
		},
	);

	it.each([
		['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
		['other data', { status: 'ok' }],
	])('takes %s for no Nexudus', async (_what, body) => {
		const headers: Record<string, string> =
			typeof body === 'string' ? { 'content-type': 'text/html' } : {};
		sandbox.nexudus.fail({ when: { method: 'GET' }, how: { status: 200, body, headers } });
		expect(await testToken()).toEqual({
			status: 'Error',
			message: expect.stringContaining('does not answer like Nexudus'),
		});
	});

	it('takes a base URL that ends in /api, as people copy it', async () => {
		const { url } = sandbox.nexudus;
		for (const baseUrl of [`${url}/api`, `${url}/API/`]) {
			expect(await testToken('sandbox-token', baseUrl)).toMatchObject({ status: 'OK' });
			expect(await testLogin(LIST_ONLY_EMAIL, LIST_ONLY_PASSWORD, baseUrl)).toMatchObject({
				status: 'OK',
			});
		}
	});

	it.each([
		['quotes', '"sandbox-token"'],
		['the scheme', 'Bearer sandbox-token'],
		['both', " 'bearer  sandbox-token' "],
		['the answer it came in', '{"access_token":"sandbox-token","token_type":"bearer"}'],
	])('takes an access token with %s', async (_what, token) => {
		expect(await testToken(token)).toMatchObject({ status: 'OK' });
		expect(sandbox.nexudus.requests[0].headers.authorization).toBe('Bearer sandbox-token');
	});

	it.each([
		['   ', "'Access Token' is empty"],
		['""', "'Access Token' is empty"],
		['sandbox token', "'Access Token' holds"],
		['sandbox-tökén', "'Access Token' holds"],
	])('says what is wrong with the access token %j, and sends nothing', async (token, words) => {
		const { status, message } = await testToken(token);
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(asked()).toEqual([]);
	});

	it.each(['nexudusApi', 'nexudusLoginApi'])(
		'sends nothing over http to another address for %s',
		async (type) => {
			const { port } = new URL(sandbox.nexudus.url);
			const { status, message } = await testCredential(type, {
				...accessToken(`http://0.0.0.0:${port}`),
				...OFFICER,
				sessionToken: '',
			});
			expect(status).toBe('Error');
			expect(message).toContain("'Base URL' must be an address that begins with https://");
			expect(sandbox.nexudus.requests).toEqual([]);
		},
	);

	it.each([
		['normal', 'Wr0ng & "schlecht"', 'refused this email and password'],
		['twoFactor', OFFICER.password, 'signs in with two factors'],
		['mustResetPassword', OFFICER.password, 'has to reset the password first'],
	] as const)('tells in words why a login fails (%s)', async (signIn, password, words) => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator', signIn });
		const verdict = await testLogin(OFFICER.email, password);
		expect(verdict).toMatchObject({ status: 'Error' });
		expect(verdict.message).toContain(words);
		for (const secret of [OFFICER.email, password].flatMap(formsOf)) {
			expect(everythingIn(verdict)).not.toContain(secret);
		}
	});

	it('tells in words that the host of a login was not reached', async () => {
		const { message } = await testLogin(OFFICER.email, OFFICER.password, 'http://127.0.0.1:9');
		expect(message).toContain('Nexudus was not reached to log in');
	});
});
