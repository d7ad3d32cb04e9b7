import { createHmac } from 'node:crypto';
import type { User } from './accounts';

const STEP_SECONDS = 30;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The codes of authenticator apps: RFC 6238 with SHA-1, six digits and steps of 30 seconds. */
export class SecondFactor {
	private readonly usedSteps = new Map<string, Set<number>>();
	private readonly rememberedUntil = new Map<string, number>();

	constructor(private readonly now: () => Date) {}

	/** Whether a sign-in brings what it needs; a code that is taken counts no second time. */
	isGiven(user: User, client: string, code: string): boolean {
		if (user.totpSecret === undefined && user.signIn !== 'twoFactor') return true;
		const seconds = this.now().getTime() / 1000;
		const visitor = JSON.stringify([user.email, client]);
		if ((this.rememberedUntil.get(visitor) ?? -Infinity) > seconds) return true;
		if (!this.take(user, code, seconds)) return false;
		this.rememberedUntil.set(visitor, seconds + (user.secondFactorRemembered ?? 0));
		return true;
	}

	/** What the server's clock shows, as an answer's header has it: clients make their codes by it. */
	date(): string {
		return this.now().toUTCString();
	}

	/** One step of leeway to either side, as RFC 6238 recommends at most. */
	private take({ email, totpSecret }: User, code: string, seconds: number): boolean {
		if (totpSecret === undefined) return /^\d{6}$/.test(code);
		const current = Math.floor(seconds / STEP_SECONDS);
		const steps = [current, current - 1, current + 1];
		const step = steps.find((candidate) => codeAt(totpSecret, candidate) === code);
		const used = this.usedSteps.get(email) ?? new Set();
		if (step === undefined || used.has(step)) return false;
		this.usedSteps.set(email, used.add(step));
		return true;
	}
}

/** The code of a base32 key at a moment, in seconds since 1970. */
export function totp(secret: string, seconds: number): string {
	return codeAt(secret, Math.floor(seconds / STEP_SECONDS));
}

function codeAt(secret: string, step: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const digest = createHmac('sha1', keyOf(secret)).update(counter).digest();
	const offset = digest[digest.length - 1] & 0xf;
	const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
	return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Spaces, padding and case of a base32 text don't count. */
function keyOf(secret: string): Buffer {
	const letters = secret.toUpperCase().replace(/[\s=]/g, '');
	const bits = [...letters].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
	const bytes = bits.join('').match(/.{8}/g) ?? [];
	return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
