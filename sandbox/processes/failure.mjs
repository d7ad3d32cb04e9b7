/** Something that went wrong on the way, in words for the person at the keyboard. */
export class Failure extends Error {
	/**
	 * @param {string} message what happened
	 * @param {string} advice what to do about it
	 * @param {string} [details] the last lines of a log, if they help
	 */
	constructor(message, advice, details = '') {
		super(message);
		this.advice = advice;
		this.details = details;
	}
}

/** The person, or the system, asked the program to stop. */
export class Interruption extends Error {}
