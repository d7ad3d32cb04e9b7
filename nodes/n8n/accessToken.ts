import { parameterFailure } from '../record/failure';

const QUOTED = /^(["'`])(.*)\1$/s;
const SCHEME = /^bearer\s+/i;
const GETTING = 'See the documentation of the credential for how to get one.';

/**
 * Gives the token of what was entered: people paste it with quotes, with "Bearer" before it, or
 * with the whole answer that it came in. Throws a Failure for what can't be a token; it never
 * repeats it.
 */
export function accessTokenOf(entered: unknown): string {
	const token = unquoted(tokenInAnswer(String(entered ?? '').trim()));
	if (token === '') throw parameterFailure('Access Token', 'is empty', GETTING);
	if (/^[\x21-\x7e]+$/.test(token)) return token;
	throw parameterFailure(
		'Access Token',
		'holds blanks or signs that no token has',
		`Nothing was sent. Enter the token alone. ${GETTING}`,
	);
}

function unquoted(text: string): string {
	const bare = text.replace(QUOTED, '$2').trim();
	const token = bare.replace(SCHEME, '').trim();
	return token === text ? token : unquoted(token);
}

/** The document "Authentication" shows the answer with the token in `access_token`. */
function tokenInAnswer(text: string): string {
	if (!text.startsWith('{')) return text;
	return /"access_token"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? text;
}
