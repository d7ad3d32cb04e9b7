import { STEP } from '../api/oneTimeCode';
import { Failure } from '../record/failure';

const SECRET = "'Two-Factor Secret'";

/** Nexudus asked for another code than the one that was sent. */
export class CodeRefused extends Error {
	override name = 'CodeRefused';

	/** @param serverTime what Nexudus's clock showed, in milliseconds since 1970, where it told */
	constructor(readonly serverTime: number | undefined) {
		super('The code was refused');
	}
}

/** Nexudus refused what was entered. Such a log-in counts towards locking the user out. */
export class WrongSignIn extends Failure {
	constructor(message: string, description: string) {
		super(message, { description, status: 401, cause: 'credential-invalid' });
	}
}

/** Gives the failure of a log-in that could not be sent. */
export function notReached(): Failure {
	return new Failure("Nexudus was not reached to log in: check 'Base URL' in the credential", {
		description: 'Nothing was sent for this item. Check the network of your n8n as well.',
		cause: 'temporarily-unavailable',
	});
}

/** Gives the failure of a log-in that is to wait. The request that needs it does the waiting. */
export function throttled(status: number, wait: number | undefined): Failure {
	return new Failure(`Nexudus takes no log-ins right now (${status})`, {
		description: `Nothing was sent for this item. ${wait === undefined ? 'Try again in a while.' : `Try again in ${seconds(wait)}.`}`,
		cause: 'rate-limited',
		...(wait === undefined ? {} : { retryAfter: wait }),
	});
}

/** Gives the failure of a log-in that Nexudus answered with an error (document "Authentication"). */
export function loginFailure(status: number, error: string): Failure {
	switch (error) {
		case 'invalid_grant':
			return new WrongSignIn(
				'Nexudus refused this email and password: correct them in the credential',
				'A suspended user is refused with the same answer.',
			);
		case 'two_factor_auth_check':
			return refused(
				`This Nexudus user signs in with two factors: enter the ${SECRET} in the credential, or use the credential 'Nexudus Access Token API' instead`,
				'A user without two-factor sign-in works as well.',
			);
		case 'must_reset_password':
			return refused(
				'This Nexudus user has to reset the password first: sign in to Nexudus in a browser',
				'Then enter the new password in the credential.',
			);
	}
	if (status === 409 || status >= 500) return unavailable(status);
	return new WrongSignIn(
		'Nexudus did not give a token for this email and password',
		"Check 'Base URL', email and password in the credential.",
	);
}

/** Gives the failure of a log-in that waits, in milliseconds, for the time of its second code. */
export function secondCodeLater(wait: number, serverLead: number | undefined): Failure {
	return new Failure(
		`Nexudus did not accept the two-factor code: another one can be tried in ${seconds(wait)}${clockWords(serverLead)}`,
		{
			description: `Nothing was sent for this item. Each code counts once, so this happens where somebody logs in with the same user at the same time. If it goes on, check the ${SECRET} in the credential.`,
			cause: 'rate-limited',
			retryAfter: wait,
		},
	);
}

/** Gives the failure of a log-in whose second code was refused too. */
export function secretRefused(serverLead: number | undefined): WrongSignIn {
	return new WrongSignIn(
		`Nexudus refused two codes made from the ${SECRET}: enter the secret of this user's authenticator app in the credential${clockWords(serverLead)}`,
		'Where the app was set up anew, the old secret no longer works.',
	);
}

/** Gives the failure of a log-in that is not sent, since the same one was refused a moment ago. */
export function refusedBefore({ message, details }: WrongSignIn): Failure {
	const description = `${details.description} It was not tried again: too many refused log-ins lock a user out. What you correct in the credential counts at once, what is corrected in Nexudus after a minute.`;
	return new Failure(message, { ...details, description });
}

/** The password was right, so that no try brings the user nearer to being locked out. */
function refused(message: string, description: string): Failure {
	return new Failure(message, { description, status: 401, cause: 'credential-invalid' });
}

function unavailable(status: number): Failure {
	return new Failure(`Nexudus takes no log-ins right now (${status})`, {
		description: 'Nothing was sent for this item. Run the node again in a while.',
		cause: 'temporarily-unavailable',
	});
}

/** Codes are good for half a minute, and a little more: only a clock that is off by that matters. */
function clockWords(serverLead: number | undefined): string {
	if (serverLead === undefined) return '; check the clock of your n8n as well';
	if (Math.abs(serverLead) < STEP) return '';
	const direction = serverLead > 0 ? 'behind' : 'ahead of';
	return `; the clock of your n8n is ${seconds(Math.abs(serverLead))} ${direction} that of Nexudus: set it right`;
}

function seconds(duration: number): string {
	const count = Math.ceil(duration / 1000);
	return count === 1 ? '1 second' : `${count} seconds`;
}
