import { parameterFailure } from '../record/failure';

/** Where Nexudus's API is, unless Nexudus gave a space another address. */
export const DEFAULT_BASE_URL = 'https://spaces.nexudus.com';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
/** People copy the address of the API with the beginning of its routes. */
const END = /\/+(api\/*)?$/i;

/**
 * Gives a base URL without a slash, or the "/api" of the routes, at its end. Throws a Failure that
 * says what is wrong with it: no URL, more than an address, or not https, since the token would
 * travel in the clear. Loopback hosts are excepted.
 */
export function checkedBaseUrl(value: unknown): string {
	const text = typeof value === 'string' && value.trim() !== '' ? value.trim() : DEFAULT_BASE_URL;
	const url = parsed(text);
	const problem = url ? problemOf(url) : 'must be an address that begins with https://';
	if (url && !problem) return (url.origin + url.pathname).replace(END, '');
	throw parameterFailure(
		'Base URL',
		String(problem),
		`Nothing was sent. Open the credential and set it to ${DEFAULT_BASE_URL}, unless Nexudus gave you another address.`,
	);
}

/** Gives which Nexudus is at a base URL: all hosts of one operator's spaces are the same one. */
export function nexudusAt(baseUrl: string): string {
	const { host, pathname } = new URL(baseUrl);
	const isShared = /(^|\.)spaces\.nexudus\.com$/i.test(host);
	return isShared ? 'spaces.nexudus.com' : `${host}${pathname}`;
}

function problemOf(url: URL): string | undefined {
	const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
	if (!isSafe) return 'must be an address that begins with https://';
	if (url.username || url.password) return 'must not hold a user name or a password';
	if (url.search) return 'must end before the question mark';
	if (url.hash) return 'must end before the #';
	return undefined;
}

function isLoopback(url: URL): boolean {
	return LOOPBACK.test(url.hostname);
}

function parsed(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
