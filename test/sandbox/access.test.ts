import {
	ADMINISTRATOR_EMAIL,
	ADMINISTRATOR_PASSWORD,
	LIST_ONLY_TOKEN,
	type Role,
} from '../../sandbox/nexudus/accounts';
import { COMPLETE_CONTACT_ID } from '../../sandbox/nexudus/sampleData';
import { CONTACTS, json, type Reply, withNexudus } from './nexudus';

const FORM = {
	grant_type: 'password',
	username: ADMINISTRATOR_EMAIL,
	password: ADMINISTRATOR_PASSWORD,
};

interface Granted {
	access_token: string;
	token_type: string;
	expires_in: number;
	refresh_token: string;
}

describe('Signing in', () => {
	const client = withNexudus();
	const granted = (reply: Reply) => json<Granted>(reply);
	const statusFor = async (token: string) =>
		(await client().as(`Bearer ${token}`).get(`${CONTACTS}?size=1`)).status;
	const refresh = (refresh_token: string, headers = {}) =>
		client().signIn({ grant_type: 'refresh_token', refresh_token }, headers);

	it('with a form gives a bearer token that works', async () => {
		const token = granted(await client().signIn(FORM));

		expect(token).toMatchObject({ token_type: 'bearer', expires_in: 604_799 });
		expect(await statusFor(token.access_token)).toBe(200);
	});

	it('with JSON is an unsupported grant', async () => {
		const reply = await client().send('POST', '/api/token', FORM);

		expect([reply.status, json(reply)]).toEqual([400, { error: 'unsupported_grant_type' }]);
	});

	it('with a wrong password is refused in words', async () => {
		const reply = await client().signIn({ ...FORM, password: 'guess' });

		expect(reply.status).toBe(400);
		expect(json(reply)).toEqual({
			error: 'invalid_grant',
			error_description: 'The user name or password is incorrect.',
		});
	});

	it('asks for the second factor, and for a new password', async () => {
		const password = 'pw';
		const { nexudus } = client();
		nexudus.addUser({ email: 'two@x.example', password, roles: [], signIn: 'twoFactor' });
		nexudus.addUser({ email: 'old@x.example', password, roles: [], signIn: 'mustResetPassword' });
		const signIn = (username: string, more = {}) =>
			client().signIn({ grant_type: 'password', username, password, ...more });

		const without = await signIn('two@x.example');
		const withCode = await signIn('two@x.example', { totp: '123456' });
		const old = await signIn('old@x.example');

		expect([without.status, json(without).error]).toEqual([400, 'two_factor_auth_check']);
		expect(withCode.status).toBe(200);
		expect([old.status, json(old).error]).toEqual([400, 'must_reset_password']);
	});

	it('by refresh token works once, and the former access token lives on', async () => {
		const first = granted(await client().signIn(FORM));
		const second = granted(await refresh(first.refresh_token));
		const again = await refresh(first.refresh_token);

		expect(await statusFor(first.access_token)).toBe(200);
		expect(await statusFor(second.access_token)).toBe(200);
		expect([again.status, json(again).error]).toEqual([400, 'invalid_grant']);
	});

	it('anew ends the refresh token of the same client only', async () => {
		const headers = { client_id: 'n8n' };
		const other = granted(await client().signIn(FORM));
		const first = granted(await client().signIn(FORM, headers));
		await client().signIn(FORM, headers);

		expect((await refresh(first.refresh_token, headers)).status).toBe(400);
		expect((await refresh(other.refresh_token, headers)).status).toBe(400);
		expect((await refresh(other.refresh_token)).status).toBe(200);
	});

	it('gives tokens that can be revoked, unlike the static ones', async () => {
		const { access_token } = granted(await client().signIn(FORM));
		client().nexudus.revokeTokens();

		expect(await statusFor(access_token)).toBe(401);
		expect(await statusFor('sandbox-token')).toBe(200);
	});

	it('gives tokens that wear out after the uses allowed', async () => {
		client().nexudus.expireTokensAfter(2);
		const { access_token } = granted(await client().signIn(FORM));
		const statuses = [];
		for (let use = 0; use < 3; use += 1) statuses.push(await statusFor(access_token));

		expect(statuses).toEqual([200, 200, 401]);
	});

	it('by Basic works on every request', async () => {
		const basic = (text: string) => client().as(`Basic ${Buffer.from(text).toString('base64')}`);
		const right = await basic(`${ADMINISTRATOR_EMAIL}:${ADMINISTRATOR_PASSWORD}`).get(CONTACTS);
		const wrong = await basic(`${ADMINISTRATOR_EMAIL}:guess`).get(CONTACTS);

		expect([right.status, wrong.status]).toEqual([200, 401]);
	});

	it.each(['', 'Bearer nonsense', 'Bearer', 'Basic !'])('is due for "%s"', async (header) => {
		expect((await client().as(header).get(CONTACTS)).status).toBe(401);
	});
});

describe('Roles', () => {
	const client = withNexudus();

	const CALLS: ReadonlyArray<readonly [Role, string, string]> = [
		['ContractContact-List', 'GET', CONTACTS],
		['ContractContact-Read', 'GET', `${CONTACTS}/${COMPLETE_CONTACT_ID}`],
		['ContractContact-Read', 'GET', `${CONTACTS}/?id=[${COMPLETE_CONTACT_ID}]`],
		['ContractContact-Create', 'POST', CONTACTS],
		['ContractContact-Edit', 'PUT', CONTACTS],
		['ContractContact-Delete', 'DELETE', `${CONTACTS}/${COMPLETE_CONTACT_ID}`],
		['CoworkerContract-List', 'GET', '/api/billing/coworkercontracts'],
		['Coworker-List', 'GET', '/api/spaces/coworkers'],
		['Country-List', 'GET', '/api/sys/countries'],
	];

	it.each(CALLS)('%s is what %s %s takes', async (role, method, path) => {
		const others = [...new Set(CALLS.map(([other]) => other))].filter((other) => other !== role);
		const add = (accessToken: string, roles: Role[]) =>
			client().nexudus.addUser({ email: accessToken, password: '', accessToken, roles });
		add('with', [role]);
		add('without', others);
		const call = async (token: string) =>
			(await client().as(`Bearer ${token}`).send(method, path, body(method))).status;

		expect(await call('without')).toBe(401);
		expect(await call('with')).not.toBe(401);
	});

	function body(method: string) {
		return method === 'POST' || method === 'PUT' ? {} : undefined;
	}

	it('can be taken away halfway', async () => {
		const list = () => client().as(`Bearer ${LIST_ONLY_TOKEN}`).get(CONTACTS);
		const before = await list();
		client().nexudus.setRoles('reception@northlight-workspaces.example', []);

		expect([before.status, (await list()).status]).toEqual([200, 401]);
	});
});
