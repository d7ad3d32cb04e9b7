import { parameterFailure } from '../record/failure';

/** Where Nexudus's API is, unless Nexudus gave a space another address. */
export const DEFAULT_BASE_URL = 'https://spaces.nexudus.com';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Gives a base URL without a slash at its end. Throws a Failure where it is no URL, or not https:
 * the token would travel in the clear. Loopback hosts are excepted.
 */
export function checkedBaseUrl(value: unknown): string {
	const text = typeof value === 'string' && value.trim() !== '' ? value.trim() : DEFAULT_BASE_URL;
	const url = parsed(text);
	const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
	if (url && isSafe && !url.username && !url.password && !url.search && !url.hash) {
		return (url.origin + url.pathname).replace(/\/+$/, '');
	}
	throw parameterFailure(
		'Base URL',
		'must be an address that begins with https://',
		`Nothing was sent. Open the credential and set it to ${DEFAULT_BASE_URL}, unless Nexudus gave you another address.`,
	);
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
