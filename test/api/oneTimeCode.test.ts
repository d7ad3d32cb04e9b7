import { codeAt, keyOfSecret } from '../../nodes/api/oneTimeCode';
import { Failure } from '../../nodes/record/failure';

/** The ASCII text 12345678901234567890 in base32, the key of RFC 6238's test vectors. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const KEY = '12345678901234567890';

const text = (entered: unknown) => keyOfSecret(entered)?.toString('latin1');

describe('The code of an authenticator app', () => {
	// The last six of the eight digits that RFC 6238, appendix B, gives for SHA-1.
	it.each([
		[59, '287082'],
		[1_111_111_109, '081804'],
		[1_111_111_111, '050471'],
		[1_234_567_890, '005924'],
		[2_000_000_000, '279037'],
		[20_000_000_000, '353130'],
	])('is that of RFC 6238 at second %s', (seconds, code) => {
		expect(codeAt(Buffer.from(KEY), seconds * 1000)).toBe(code);
	});

	it('lasts for thirty seconds', () => {
		const codes = [29_999, 30_000, 59_999, 60_000].map((at) => codeAt(Buffer.from(KEY), at));
		expect(codes).toEqual(['755224', '287082', '287082', '359152']);
	});
});

describe('The secret of an authenticator app', () => {
	it.each([
		['as it is', SECRET],
		['in lower case', SECRET.toLowerCase()],
		['in groups', 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq'],
		['with no-break spaces and a line end', `GEZDGNBVGY3TQOJQ\u00a0GEZDGNBVGY3TQOJQ\u200b\n`],
		['as the address in a QR code', `otpauth://totp/Nexudus:ada@example.com?secret=${SECRET}`],
		[
			'as an address that names the usual ways',
			`OTPAUTH://TOTP/Nexudus?secret=${SECRET.toLowerCase()}&issuer=Nexudus&algorithm=SHA1&digits=6&period=30`,
		],
		['as an address that writes SHA-1', `otpauth://totp/x?secret=${SECRET}&algorithm=sha-1`],
		['as an address with spaces', `otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ%20GEZDGNBVGY3TQOJQ`],
	])('is understood %s', (_how, entered) => {
		expect(text(entered)).toBe(KEY);
	});

	// RFC 4648, section 10, with the letters before them that make a key long enough.
	it.each([
		['GEZDGNBVGY3TQOJQMY======', '1234567890f'],
		['GEZDGNBVGY3TQOJQMZXQ====', '1234567890fo'],
		['GEZDGNBVGY3TQOJQMZXW6===', '1234567890foo'],
		['GEZDGNBVGY3TQOJQMZXW6YQ=', '1234567890foob'],
		['GEZDGNBVGY3TQOJQMZXW6YTB', '1234567890fooba'],
		['GEZDGNBVGY3TQOJQMZXW6YTBOI======', '1234567890foobar'],
	])('may have padding, or not: %s', (entered, key) => {
		expect(text(entered)).toBe(key);
		expect(text(entered.replace(/=/g, ''))).toBe(key);
	});

	it.each([undefined, null, '', '  ', '\u200b'])('is none where %j was entered', (entered) => {
		expect(keyOfSecret(entered)).toBeUndefined();
	});

	it.each([
		['a code', '287082', 'is a code of the app'],
		['a code in groups', '287 082', 'is a code of the app'],
		['a digit that Base32 lacks', 'GEZDGNBVGY3TQOJ1', 'letters A to Z and the digits 2 to 7'],
		['padding inside', 'GEZDGNBV=GY3TQOJQ', 'letters A to Z and the digits 2 to 7'],
		['another alphabet', 'ГЕЗДГНБВГЫ3ТЯОЙЯ', 'letters A to Z and the digits 2 to 7'],
		['a beginning alone', 'GEZDGNBVGY3TQOJ', 'is too short'],
		['padding alone', '====', 'is too short'],
		['codes by a counter', `otpauth://hotp/x?secret=${SECRET}&counter=1`, '(hotp)'],
		['SHA-256', `otpauth://totp/x?secret=${SECRET}&algorithm=SHA256`, 'codes by SHA256'],
		['eight digits', `otpauth://totp/x?secret=${SECRET}&digits=8`, 'codes of 8 digits'],
		['a minute', `otpauth://totp/x?secret=${SECRET}&period=60`, 'codes of 60 seconds'],
		['no secret', 'otpauth://totp/Nexudus?issuer=Nexudus', 'is an address without a secret'],
		['a bad secret', 'otpauth://totp/x?secret=GEZDGNBV', 'is too short'],
		['many apps', 'otpauth-migration://offline?data=CjEKCkhlbGxv', 'not the address of one app'],
		['a broken address', 'otpauth://[totp/x', 'not the address of one app'],
		['a web address', 'https://example.com/GEZDGNBVGY3TQOJQ', 'not the address of one app'],
	])('is refused in words where it holds %s', (_what, entered, words) => {
		const read = () => keyOfSecret(entered);
		expect(read).toThrow(Failure);
		expect(read).toThrow("'Two-Factor Secret'");
		expect(read).toThrow(words);
	});

	it.each([
		`otpauth://totp/x?secret=${SECRET}&algorithm=${SECRET}`,
		`otpauth://totp/x?secret=${SECRET}&digits=${SECRET}`,
		`${SECRET}0`,
	])('does not stand in the words of its refusal (%#)', (entered) => {
		expect(() => keyOfSecret(entered)).toThrow(
			expect.objectContaining({ message: expect.not.stringContaining(SECRET) }),
		);
	});
});
