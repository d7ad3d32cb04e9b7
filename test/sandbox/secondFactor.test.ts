import { totp } from '../../sandbox/nexudus/secondFactor';
import { json, withNexudus } from './nexudus';

/** The ASCII text 12345678901234567890 in base32, the key of RFC 6238's test vectors. */
const RFC_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('The codes of an authenticator app', () => {
	// The last six of the eight digits that RFC 6238, appendix B, gives for SHA-1.
	it.each([
		[59, '287082'],
		[1_111_111_109, '081804'],
		[1_111_111_111, '050471'],
		[1_234_567_890, '005924'],
		[2_000_000_000, '279037'],
		[20_000_000_000, '353130'],
	])('are those of RFC 6238 at second %s', (seconds, code) => {
		expect(totp(RFC_KEY, seconds)).toBe(code);
	});

	it('don’t depend on how the key is written', () => {
		expect(totp('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', 59)).toBe('287082');
	});
});

describe('A user with an authenticator app', () => {
	const NOON = Date.UTC(2026, 10, 2, 12);
	let seconds = 0;
	const client = withNexudus({ now: () => new Date(NOON + seconds * 1000) });
	const user = { email: 'ada@x.example', password: 'pw', roles: 'administrator' } as const;
	const code = (after: number) => totp(RFC_KEY, NOON / 1000 + after);
	const signIn = async (more: Record<string, string> = {}, headers = {}) => {
		const form = { grant_type: 'password', username: user.email, password: user.password, ...more };
		const reply = await client().signIn(form, headers);
		return reply.status === 200 ? 200 : [reply.status, json(reply).error];
	};
	const REFUSED = [400, 'two_factor_auth_check'];

	beforeEach(() => {
		seconds = 0;
		client().nexudus.addUser({ ...user, totpSecret: RFC_KEY });
	});

	it('is asked for a code', async () => {
		expect(await signIn()).toEqual(REFUSED);
		expect(await signIn({ totp: '000000' })).toEqual(REFUSED);
		expect(await signIn({ totp: code(0) })).toBe(200);
	});

	it('uses each code once', async () => {
		const first = await signIn({ totp: code(0) });
		const again = await signIn({ totp: code(0) });
		seconds = 30;

		expect([first, again]).toEqual([200, REFUSED]);
		expect(await signIn({ totp: code(30) })).toBe(200);
	});

	it.each([
		[-60, REFUSED],
		[-30, 200],
		[30, 200],
		[60, REFUSED],
	])('whose clock is off by %s seconds gets %j', async (off, expected) => {
		expect(await signIn({ totp: code(off) })).toEqual(expected);
	});

	it('is not asked again within the window that is remembered, on the same client', async () => {
		client().nexudus.addUser({ ...user, totpSecret: RFC_KEY, secondFactorRemembered: 600 });
		const headers = { client_id: 'n8n' };
		const first = await signIn({ totp: code(0) }, headers);
		const soon = await signIn({}, headers);
		const elsewhere = await signIn({}, { client_id: 'other' });
		seconds = 601;

		expect([first, soon, elsewhere]).toEqual([200, 200, REFUSED]);
		expect(await signIn({}, headers)).toEqual(REFUSED);
	});

	it('can’t use Basic', async () => {
		const basic = `Basic ${Buffer.from(`${user.email}:${user.password}`).toString('base64')}`;

		expect((await client().as(basic).get('/api/sys/countries')).status).toBe(401);
	});

	it.each([400, 401] as const)('with a wrong password gets %s', async (signInRefusal) => {
		client().nexudus.assume({ signInRefusal });

		expect(await signIn({ password: 'guess' })).toEqual([signInRefusal, 'invalid_grant']);
		expect(await signIn()).toEqual(REFUSED);
	});
});
