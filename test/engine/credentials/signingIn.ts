import { inspect } from 'node:util';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import type { CredentialStore } from '../credentials';

/** A user who signs in with email and password. */
export const OFFICER = {
	email: 'h.lowe@northlight-workspaces.example',
	password: 'Tr0ub4dor & "drei" ÄÖ+%=',
} as const;

/** The login credential of that user, as n8n keeps it before its first use. */
export function loginOf(baseUrl: string, email: string, password: string): CredentialStore {
	return { values: { nexudusLoginApi: { email, password, baseUrl, sessionToken: '' } } };
}

/** How often somebody logged in. */
export function logIns({ requests }: PracticeNexudus): number {
	return requests.filter(({ path }) => path === '/api/token').length;
}

/** All that can be found in a value: what JSON keeps of it, and its insides, hidden ones too. */
export function everythingIn(value: unknown): string {
	return `${JSON.stringify(value)}\n${inspect(value, { depth: 12, showHidden: true, maxStringLength: Infinity })}`;
}

/** The forms in which a secret could leak: plain, in JSON, in a form and in Basic's base64. */
export function formsOf(secret: string): string[] {
	return [
		secret,
		JSON.stringify(secret).slice(1, -1),
		encodeURIComponent(secret),
		new URLSearchParams({ x: secret }).toString().slice(2),
		Buffer.from(secret).toString('base64'),
	];
}
