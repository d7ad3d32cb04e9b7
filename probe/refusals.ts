import type { Silence } from '../nodes/api/exchange';
import { ProbeFailure } from './failure';

const ROLES =
	'Ask a Nexudus administrator for the roles ContractContact-List and ContractContact-Read (Settings › Users and security).';

/** Gives the failure of a 401: Nexudus gives it for a wrong token and for a missing role alike. */
export function tokenFailure(requests: number): ProbeFailure {
	if (requests > 1) {
		return new ProbeFailure(
			`Nexudus refused a request in the middle of the run (401): the token has run out, or its user lacks the role ContractContact-Read. ${ROLES}`,
		);
	}
	return new ProbeFailure(
		`Nexudus refused the token (401): it is wrong or has run out, or its user lacks the role ContractContact-List. Get a new token. If that is refused too: ${ROLES}`,
	);
}

/** Gives the failure of a 403. */
export function roleFailure(right: 'List' | 'Read'): ProbeFailure {
	return new ProbeFailure(
		`Nexudus does not let this user ${right.toLowerCase()} contract contacts (403): the role ContractContact-${right} is missing. ${ROLES}`,
	);
}

/** Gives the failure of a web page in place of an answer, with status 403. */
export function firewallFailure(): ProbeFailure {
	return new ProbeFailure(
		'A firewall turned the request away (403 with a web page). Try again later, or from another network; if it stays, ask Nexudus support.',
	);
}

/** Gives the failure of a redirect. */
export function redirectFailure(status: number): ProbeFailure {
	return new ProbeFailure(
		`The address in NEXUDUS_URL leads elsewhere (${status}), and the token is not sent on. Set NEXUDUS_URL to the final address, https://spaces.nexudus.com unless Nexudus told you otherwise.`,
	);
}

/** Gives the failure of an answer that is none of Nexudus's. */
export function strangeFailure(status: number): ProbeFailure {
	return new ProbeFailure(
		`The server at this address does not answer like Nexudus (status ${status}). Check NEXUDUS_URL: https://spaces.nexudus.com unless Nexudus told you otherwise.`,
	);
}

/** Gives the failure of a server in trouble. */
export function troubleFailure(status: number): ProbeFailure {
	return new ProbeFailure(
		`Nexudus has trouble (${status}) and listed no contacts. Run the probe again in a while.`,
	);
}

/** Gives the failure of a server that can't be reached, or can't be trusted. */
export function silenceFailure(
	silence: Extract<Silence, 'unreachable' | 'untrusted'>,
): ProbeFailure {
	if (silence === 'untrusted') {
		return new ProbeFailure(
			'The certificate of the server is not trusted, so nothing was sent. Check NEXUDUS_URL, and whether a proxy stands in between.',
		);
	}
	return new ProbeFailure(
		'The server was not reached. Check NEXUDUS_URL and your network, then run the probe once more.',
	);
}

/** Gives the failure of a throttle that asks for a longer wait than a person sits out. */
export function throttleFailure(until: number): ProbeFailure {
	return new ProbeFailure(
		`Nexudus limits requests and takes new ones from ${new Date(until).toISOString()}. Run the probe again after that.`,
	);
}
