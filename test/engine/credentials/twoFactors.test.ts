import { COMPLETE_CONTACT_ID } from '../../../sandbox/nexudus/sampleData';
import { totp } from '../../../sandbox/nexudus/secondFactor';
import type { NodeRun } from '../engine';
import type { Sandbox } from '../sandbox';
import { byId, startSandbox } from '../sandbox';
import { clockAhead, moveClock, setClockBeforeNextCode } from './clock';
import { testCredential } from './credentialTest';
import { everythingIn, formsOf, loginOf, logIns, OFFICER } from './signingIn';

const SECRET = 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ';
const OTHER_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const MINUTES = 60_000;
const get = {
	authentication: 'login',
	operation: 'get',
	contractContactId: byId(COMPLETE_CONTACT_ID),
};

describe('A user with an authenticator app', () => {
	let sandbox: Sandbox;

	afterEach(async () => {
		await sandbox.close();
		jest.restoreAllMocks();
	});

	async function start(serverAhead = 0, more: { secondFactorRemembered?: number } = {}) {
		sandbox = await startSandbox({ now: clockAhead(serverAhead) });
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator', totpSecret: SECRET, ...more });
	}

	function credentials(twoFactorSecret = SECRET, password: string = OFFICER.password) {
		const login = loginOf(sandbox.nexudus.url, OFFICER.email, password);
		login.values.nexudusLoginApi.twoFactorSecret = twoFactorSecret;
		return login;
	}

	const run = async (more: Partial<NodeRun> = {}) =>
		await sandbox.run(get, { credentials: credentials(), ...more });

	/** Many executions, of which none has the token that another one stored. */
	const runs = async (count: number, of: () => ReturnType<typeof credentials> = credentials) =>
		await Promise.all(Array.from({ length: count }, async () => await run({ credentials: of() })));

	const codes = () =>
		sandbox.nexudus.requests
			.filter(({ path }) => path === '/api/token')
			.map(({ body }) => new URLSearchParams(String(body)).get('totp'));

	/** Logs in as somebody else with the same user does, by the code of this moment. */
	async function logInElsewhere(): Promise<number> {
		const body = new URLSearchParams({
			grant_type: 'password',
			username: OFFICER.email,
			password: OFFICER.password,
			totp: totp(SECRET, Date.now() / 1000),
		});
		const { status } = await fetch(`${sandbox.nexudus.url}/api/token`, { method: 'POST', body });
		sandbox.nexudus.clearRequests();
		return status;
	}

	it.each([
		['the secret', SECRET],
		['the secret in groups', 'hxdm vjec jjws rb3h wizr 4ifu gftm xboz'],
		['the address in the QR code', `otpauth://totp/Nexudus?secret=${SECRET}&issuer=Nexudus`],
	])('logs in with %s', async (_what, entered) => {
		await start();
		const { error, json } = await run({ credentials: credentials(entered) });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ Id: COMPLETE_CONTACT_ID }]);
		expect(codes()).toEqual([expect.stringMatching(/^\d{6}$/)]);
	});

	it.each([
		['SHA-256', `otpauth://totp/x?secret=${SECRET}&algorithm=SHA256`, 'only SHA1 is possible'],
		['a code', '123456', 'is a code of the app, and not its secret'],
		['a wrong sign', `${SECRET}1`, 'the letters A to Z and the digits 2 to 7'],
	])('is told that %s is no secret, before anything is sent', async (_what, entered, words) => {
		await start();
		const { error, thrown } = await run({ credentials: credentials(entered) });
		expect(error?.message).toContain("'Two-Factor Secret'");
		expect(error?.message).toContain(words);
		expect(error?.description).toContain('Nothing was sent');
		expect(everythingIn(thrown)).not.toContain(SECRET);
		expect(sandbox.nexudus.requests).toEqual([]);
	});

	it('logs in once for many executions, each code counting once', async () => {
		await start();
		sandbox.nexudus.setLatency(20);
		for (const { error } of await runs(12)) expect(error).toBeUndefined();
		const [late] = await runs(1);
		expect(late.error).toBeUndefined();
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('waits for another code where somebody else used this one, once for many executions', async () => {
		setClockBeforeNextCode(1_500);
		await start();
		expect(await logInElsewhere()).toBe(200);
		for (const { error } of await runs(6)) expect(error).toBeUndefined();
		const [first, second, ...others] = codes();
		expect(second).not.toBe(first);
		expect(others).toEqual([]);
	});

	it.each([10 * MINUTES, -10 * MINUTES])(
		'logs in by Nexudus’s clock where that of n8n is off by %s milliseconds',
		async (ahead) => {
			setClockBeforeNextCode(1_500);
			await start(ahead);
			const { error } = await run();
			expect(error).toBeUndefined();
			expect(logIns(sandbox.nexudus)).toBe(2);
		},
	);

	it('is told after two codes that the secret is wrong, and not locked out', async () => {
		setClockBeforeNextCode(1_500);
		await start();
		for (const { error, thrown } of await runs(5, () => credentials(OTHER_SECRET))) {
			expect(error?.message).toContain("refused two codes made from the 'Two-Factor Secret'");
			for (const secret of [OTHER_SECRET, OFFICER.password].flatMap(formsOf)) {
				expect(everythingIn(thrown)).not.toContain(secret);
			}
		}
		const [{ error }] = await runs(1, () => credentials(OTHER_SECRET));
		expect(error?.description).toContain('It was not tried again');
		expect(logIns(sandbox.nexudus)).toBe(2);
		expect((await run()).error).toBeUndefined();
	});

	it('is told that the clock of n8n is off, where a wait would be too long', async () => {
		await start(10 * MINUTES);
		const { status, message } = await testCredential('nexudusLoginApi', {
			...credentials().values.nexudusLoginApi,
		});
		expect([status, message]).toEqual([
			'Error',
			expect.stringMatching(
				/the clock of your n8n is (599|600|601) seconds behind that of Nexudus/,
			),
		]);
	});

	it('is refused at once for a wrong password, whatever the code', async () => {
		await start();
		const { error } = await run({ credentials: credentials(SECRET, 'an older password') });
		expect(error?.message).toContain('refused this email and password');
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('is asked to enter the secret where there is none', async () => {
		await start();
		const { error } = await run({ credentials: credentials('') });
		expect(error?.message).toContain("enter the 'Two-Factor Secret'");
		expect(codes()).toEqual([null]);
	});

	it('logs in anew at once where Nexudus remembers the second factor', async () => {
		await start(0, { secondFactorRemembered: 600 });
		const stored = credentials();
		await run({ credentials: stored });
		sandbox.nexudus.revokeTokens();
		const { error } = await run({ credentials: stored });
		expect(error).toBeUndefined();
		expect(logIns(sandbox.nexudus)).toBe(2);
	});

	it('ends its waiting when the execution is cancelled', async () => {
		setClockBeforeNextCode(5_000);
		await start();
		await logInElsewhere();
		await run({ cancelAfter: 300 });
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('passes the test of the credential', async () => {
		await start();
		const data = { ...credentials().values.nexudusLoginApi };
		expect(await testCredential('nexudusLoginApi', data)).toMatchObject({ status: 'OK' });
	});
});

describe('A refused log-in', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
	});

	afterEach(async () => {
		await sandbox.close();
		jest.restoreAllMocks();
	});

	const run = async (password: string) =>
		await sandbox.run(get, {
			credentials: loginOf(sandbox.nexudus.url, OFFICER.email, password),
		});

	it('is not tried again by many executions within a minute', async () => {
		for (let execution = 0; execution < 20; execution++) {
			const { error } = await run('an older password');
			expect(error?.message).toContain('refused this email and password');
		}
		expect(logIns(sandbox.nexudus)).toBe(1);
	});

	it('is tried at once with a corrected password', async () => {
		await run('an older password');
		expect((await run(OFFICER.password)).error).toBeUndefined();
	});

	it('is tried again after a minute, as what is wrong may be set right in Nexudus', async () => {
		await run('a new password');
		sandbox.nexudus.addUser({ ...OFFICER, password: 'a new password', roles: 'administrator' });
		expect((await run('a new password')).error?.description).toContain('It was not tried again');
		moveClock(MINUTES);
		expect((await run('a new password')).error).toBeUndefined();
	});

	it.each([
		['twoFactor', 'signs in with two factors'],
		['mustResetPassword', 'has to reset the password'],
	] as const)('is tried again at once where the password is right (%s)', async (signIn, words) => {
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator', signIn });
		expect((await run(OFFICER.password)).error?.message).toContain(words);
		sandbox.nexudus.addUser({ ...OFFICER, roles: 'administrator' });
		expect((await run(OFFICER.password)).error).toBeUndefined();
	});
});
