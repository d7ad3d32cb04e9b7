import type { IAuthenticate, ICredentialTestRequest, INodeProperties } from 'n8n-workflow';
import { checkedBaseUrl, DEFAULT_BASE_URL } from '../api/baseUrl';
import { contractContact } from '../recordTypes/contractContact';
import { accessTokenOf } from './accessToken';

/** The credential's address of Nexudus. */
export const baseUrlProperty: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	placeholder: `e.g. ${DEFAULT_BASE_URL}`,
	description:
		'Address of Nexudus. Change it only if Nexudus gave you another one. If the test says ENOTFOUND or ECONNREFUSED, check this address for typing errors, and whether your n8n may reach the internet.',
};

/**
 * Gives the function that puts the bearer token of a credential's property onto a request. It
 * refuses an unsafe base URL, which a generic description of the header could not.
 */
export function bearerAuthentication(tokenProperty: string): IAuthenticate {
	return async (credentials, request) => {
		checkedBaseUrl(credentials.baseUrl);
		const token = accessTokenOf(credentials[tokenProperty]);
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
	};
}

const ROLE = `${contractContact.name}-List`;
const ASK_FOR_ROLE = `The sign-in was refused: the access token is wrong or has run out, or the user lacks the role ${ROLE}. Check what you entered, then ask a Nexudus administrator for that role. A user for other records alone fails this test, but can be used all the same.`;
const TOO_MANY = 'Nexudus is taking no more requests right now. Wait a minute and test again.';
const ELSEWHERE = `The server sends requests on to another address, so it is not Nexudus. Set 'Base URL' to ${DEFAULT_BASE_URL}, unless Nexudus gave you another one.`;
const NOT_HERE = `There is no Nexudus at this address. Set 'Base URL' to ${DEFAULT_BASE_URL}, unless Nexudus gave you another one.`;
const STRANGE = `The server at this address does not answer like Nexudus. Set 'Base URL' to ${DEFAULT_BASE_URL}, unless Nexudus gave you another one.`;

const rules = [
	responseRule(401, ASK_FOR_ROLE),
	responseRule(403, ASK_FOR_ROLE),
	responseRule(404, NOT_HERE),
	responseRule(409, TOO_MANY),
	responseRule(429, TOO_MANY),
	...[301, 302, 303, 307, 308].map((status) => responseRule(status, ELSEWHERE)),
	{
		type: 'responseSuccessBody' as const,
		properties: { key: 'Records', value: undefined, message: STRANGE },
	},
];

/** The test of a credential: it needs only the role to list contract contacts. */
export const listRequest: ICredentialTestRequest = {
	request: {
		baseURL: `={{ ($credentials.baseUrl || "${DEFAULT_BASE_URL}").trim().replace(/[/]+(api[/]*)?$/i, "") }}`,
		url: `${contractContact.path}?page=1&size=1`,
		timeout: 30_000,
		disableFollowRedirect: true,
	},
	rules: rules as ICredentialTestRequest['rules'],
};

function responseRule(value: number, message: string) {
	return { type: 'responseCode' as const, properties: { value, message } };
}
