/** The probe can't go on; the message says in words why, and what to do. */
export class ProbeFailure extends Error {
	override name = 'ProbeFailure';
}

/** All requests that the probe allows itself are used up. */
export class RequestsUsedUp extends Error {
	override name = 'RequestsUsedUp';
}
