import { createHmac } from 'node:crypto';
import type { Failure } from '../record/failure';
import { parameterFailure } from '../record/failure';
import { isBlank } from '../record/text';

/** Milliseconds that a code is good for (RFC 6238, 5.2), which authenticator apps all keep to. */
export const STEP = 30_000;

const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS_A_LETTER = 5;

/** 80 bits, the shortest key that sites are known to give out. */
const FEWEST_LETTERS = 16;

/** What an address of an authenticator app may say besides its secret, and what it has to be. */
const USUAL = [
	{ name: 'algorithm', usual: 'SHA1', says: 'is for codes by %, and only SHA1 is possible' },
	{ name: 'digits', usual: '6', says: 'is for codes of % digits, and only 6 are possible' },
	{ name: 'period', usual: '30', says: 'is for codes of % seconds, and only 30 are possible' },
];

/**
 * Gives the key in what was entered as an authenticator app's secret: Base32 (RFC 4648), or the
 * whole address behind a QR code ("otpauth://totp/…"). Undefined where nothing was entered. Throws a
 * Failure for anything else; it never repeats it.
 */
export function keyOfSecret(entered: unknown): Buffer | undefined {
	const text = withoutBlanks(String(entered ?? ''));
	if (text === '') return undefined;
	return keyOfBase32(text.includes(':') ? secretInAddress(text) : text);
}

/** Gives the six digits of a key at an instant, in milliseconds since 1970 (RFC 6238, SHA-1). */
export function codeAt(key: Buffer, instant: number): string {
	const counter = Buffer.alloc(8);
	counter.writeUIntBE(Math.floor(instant / STEP), 2, 6);
	const digest = createHmac('sha1', key).update(counter).digest();
	const offset = digest[digest.length - 1] & 0xf;
	const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
	return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

function withoutBlanks(text: string): string {
	return [...text].filter((letter) => !isBlank(letter)).join('');
}

function secretInAddress(text: string): string {
	const address = addressOf(text);
	if (address && /^hotp$/i.test(address.hostname)) {
		throw unusable('is for codes by a counter (hotp), and only codes by time (totp) are possible');
	}
	if (address?.protocol !== 'otpauth:' || !/^totp$/i.test(address.hostname)) {
		throw unusable('is not the address of one app: it has to begin with otpauth://totp/');
	}
	for (const { name, usual, says } of USUAL) {
		const value = (address.searchParams.get(name) || usual).replace('-', '');
		if (value.toUpperCase() !== usual) throw unusable(says.replace('%', shown(value)));
	}
	const secret = withoutBlanks(address.searchParams.get('secret') ?? '');
	if (secret === '') throw unusable('is an address without a secret');
	return secret;
}

function addressOf(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/** What stands in the wrong place may be the secret itself. */
function shown(value: string): string {
	return /^(sha\d{1,3}|md5|\d{1,3})$/i.test(value) ? value.toUpperCase() : 'another kind';
}

function keyOfBase32(text: string): Buffer {
	if (/^\d{6,8}$/.test(text)) throw unusable('is a code of the app, and not its secret');
	const letters = text.toUpperCase().replace(/=+$/, '');
	const values = [...letters].map((letter) => BASE32.indexOf(letter));
	if (values.includes(-1)) {
		throw unusable(
			'holds signs that no secret has: it has the letters A to Z and the digits 2 to 7',
		);
	}
	if (letters.length < FEWEST_LETTERS) {
		throw unusable(`is too short: a secret has at least ${FEWEST_LETTERS} letters and digits`);
	}
	const bits = values.map((value) => value.toString(2).padStart(BITS_A_LETTER, '0')).join('');
	const bytes = bits.match(/.{8}/g) ?? [];
	return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function unusable(problem: string): Failure {
	return parameterFailure(
		'Two-Factor Secret',
		problem,
		'Nothing was sent. Enter what Nexudus shows when an authenticator app is set up: the text beside the QR code, or the whole address in it.',
	);
}
