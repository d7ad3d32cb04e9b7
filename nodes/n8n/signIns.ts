import { STEP } from '../api/oneTimeCode';
import type { Failure } from '../record/failure';
import { asFailure } from '../record/failure';
import {
	CodeRefused,
	refusedBefore,
	secondCodeLater,
	secretRefused,
	WrongSignIn,
} from './signInFailures';

/** Milliseconds in which a refused sign-in is not sent again. */
const REFUSED_FOR = 60_000;

/** Milliseconds after the time of a second code in which the next one is still the second. */
const SECOND_CODE_FOR = 60_000;

/** Nexudus is asked again in one of so many steps, since others who wait choose theirs as well. */
const STEPS_TO_CHOOSE_FROM = 3;

/** Timers wake a little early. */
const NEARLY = 250;

/** When the second code is sent, and what it is made by, in milliseconds. */
interface SecondCode {
	kind: 'secondCode';
	at: number;
	/** How far Nexudus's clock is ahead of this machine's; undefined where it didn't tell. */
	serverLead: number | undefined;
	until: number;
}

/** What is known of the sign-in of one user, until when. */
type Known =
	| { kind: 'underWay'; login: Promise<string>; until: number }
	| { kind: 'token'; token: string; until: number }
	| { kind: 'refused'; failure: WrongSignIn; until: number }
	| SecondCode;

/** Whose sign-in it is. */
export interface User {
	/** Tells one user, with everything that was entered, from others; no secret can be read in it. */
	fingerprint: string;
	/** What a sign-in is proved by besides the password. */
	proof: 'none' | 'code';
}

/** The sign-ins of this process by user. What is past its time goes at the next access. */
const known = new Map<string, Known>();

/**
 * Gives a token by logging in, or by the log-in that is under way for the same user. `logIn` gets
 * the instant that a code is to be made for, by Nexudus's clock. A code that Nexudus refused is
 * followed by one other, in one of the next steps: until then the Failure says how long to wait. A
 * sign-in that is wrong stays refused for a minute, so that many executions don't lock a user out.
 */
export async function tokenFor(
	{ fingerprint, proof }: User,
	stoppedToken: unknown,
	logIn: (codeInstant: number) => Promise<string>,
): Promise<string> {
	const now = Date.now();
	forgetPast(now);
	const before = known.get(fingerprint);
	if (before?.kind === 'underWay') return await before.login;
	if (before?.kind === 'refused') throw refusedBefore(before.failure);
	// Codes count once, so who comes late takes the token that the code of this step gave.
	if (before?.kind === 'token' && before.token !== stoppedToken) return before.token;
	const second = before?.kind === 'secondCode' ? before : undefined;
	if (second && now < second.at - NEARLY) {
		throw secondCodeLater(second.at - now, second.serverLead);
	}
	const login = noted(fingerprint, proof, second, logIn);
	known.set(fingerprint, { kind: 'underWay', login, until: Number.POSITIVE_INFINITY });
	return await login;
}

function forgetPast(now: number): void {
	for (const [fingerprint, { until }] of known) {
		if (until <= now) known.delete(fingerprint);
	}
}

async function noted(
	fingerprint: string,
	proof: User['proof'],
	second: SecondCode | undefined,
	logIn: (codeInstant: number) => Promise<string>,
): Promise<string> {
	const instant = second ? Math.max(Date.now(), second.at) + (second.serverLead ?? 0) : Date.now();
	try {
		const token = await logIn(instant);
		known.delete(fingerprint);
		const until = Date.now() + STEP;
		if (proof === 'code') known.set(fingerprint, { kind: 'token', token, until });
		return token;
	} catch (error) {
		known.delete(fingerprint);
		if (second) known.set(fingerprint, second);
		throw failureOf(error, fingerprint, second);
	}
}

function failureOf(error: unknown, fingerprint: string, second: SecondCode | undefined): Failure {
	if (error instanceof CodeRefused) return codeRefused(fingerprint, error, second);
	const failure = asFailure(error);
	if (failure instanceof WrongSignIn) noteRefused(fingerprint, failure);
	return failure;
}

function noteRefused(fingerprint: string, failure: WrongSignIn): void {
	known.set(fingerprint, { kind: 'refused', failure, until: Date.now() + REFUSED_FOR });
}

function codeRefused(
	fingerprint: string,
	{ serverTime }: CodeRefused,
	second: SecondCode | undefined,
): Failure {
	const now = Date.now();
	const serverLead = serverTime === undefined ? undefined : serverTime - now;
	if (second) {
		const failure = secretRefused(serverLead);
		noteRefused(fingerprint, failure);
		return failure;
	}
	const wait = untilOneOfTheNextSteps(serverTime ?? now);
	const at = now + wait;
	known.set(fingerprint, { kind: 'secondCode', at, serverLead, until: at + SECOND_CODE_FOR });
	return secondCodeLater(wait, serverLead);
}

function untilOneOfTheNextSteps(time: number): number {
	const steps = Math.floor(time / STEP) + 1 + Math.floor(Math.random() * STEPS_TO_CHOOSE_FROM);
	return steps * STEP - time;
}
