import { checkedBaseUrl } from '../nodes/api/baseUrl';
import { Failure } from '../nodes/record/failure';
import { ProbeFailure } from './failure';

/** What a run of the probe is told. */
export interface Settings {
	/** Without a slash at its end. */
	baseUrl: string;
	token: string;
	/** How the findings are written: for people, or as one object for programs. */
	form: 'table' | 'json';
}

const HOW_TO_SET =
	'Set it in the environment, never on the command line, where other users of the machine can read it:\n' +
	'  read -rs NEXUDUS_TOKEN && export NEXUDUS_TOKEN && npm run probe';

/** Reads arguments and environment. Throws a ProbeFailure, which never repeats what was given. */
export function settingsOf(
	given: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
): Settings {
	if (given.some((one) => one !== '--json')) {
		throw new ProbeFailure(
			'The probe takes --json and nothing else. The address goes into NEXUDUS_URL, the token into NEXUDUS_TOKEN.',
		);
	}
	return {
		token: checkedToken(environment.NEXUDUS_TOKEN),
		baseUrl: baseUrlOf(environment.NEXUDUS_URL),
		form: given.includes('--json') ? 'json' : 'table',
	};
}

function checkedToken(given = ''): string {
	const token = given.trim().replace(/^bearer\s+/i, '');
	if (token === '') throw new ProbeFailure(`NEXUDUS_TOKEN is not set. ${HOW_TO_SET}`);
	if (/^[\x21-\x7e]+$/.test(token)) return token;
	throw new ProbeFailure(
		'NEXUDUS_TOKEN holds blanks or characters that no token has. Copy the token once more, alone.',
	);
}

function baseUrlOf(given: string | undefined): string {
	try {
		return checkedBaseUrl(given);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		throw new ProbeFailure(
			'NEXUDUS_URL must be an address that begins with https://, so that the token is not sent in the clear. Nothing was sent. Leave it out for https://spaces.nexudus.com.',
		);
	}
}
