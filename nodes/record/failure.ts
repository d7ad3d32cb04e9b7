/** Why something failed, as n8n's own scheduler classifies it, where that is known. */
export type FailureCause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/** What a failure says beyond its message. */
export interface FailureDetails {
	/** What to do about it, in one or two sentences. */
	description: string;
	/** The status of Nexudus's answer, where it gave one. */
	status?: number;
	cause?: FailureCause;
	/** Whether Nexudus says that the record is not there. */
	isMissing?: true;
	/** How long Nexudus asked to wait, in milliseconds. */
	retryAfter?: number;
	/** Whether the write may have been carried out although no answer says so. */
	mayBeWritten?: true | undefined;
}

/** Something that went wrong, told in the user's words. It never holds a secret or personal data. */
export class Failure extends Error {
	override name = 'Failure';

	readonly details: FailureDetails;

	constructor(message: string, details: FailureDetails) {
		super(message);
		this.details = details;
	}
}

/** Gives the failure of a parameter that can't be used; `problem` goes on after its name. */
export function parameterFailure(label: string, problem: string, description: string): Failure {
	return new Failure(`'${label}' ${problem}`, { description, cause: 'configuration-invalid' });
}

/** Gives an error as a Failure. What is none is thrown on: it is a fault of the node itself. */
export function asFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	throw error;
}
