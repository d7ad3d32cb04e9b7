import type { IAuthenticate, ICredentialTestRequest, INodeProperties } from 'n8n-workflow';
import { checkedBaseUrl, DEFAULT_BASE_URL } from '../api/baseUrl';

/** The credential's address of Nexudus. */
export const baseUrlProperty: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	placeholder: `e.g. ${DEFAULT_BASE_URL}`,
	description: 'Address of Nexudus. Change it only if Nexudus gave you another one.',
};

/**
 * Gives the function that puts the bearer token of a credential's property onto a request. It
 * refuses an unsafe base URL, which a generic description of the header could not.
 */
export function bearerAuthentication(tokenProperty: string): IAuthenticate {
	return async (credentials, request) => {
		checkedBaseUrl(credentials.baseUrl);
		const token = String(credentials[tokenProperty] ?? '').trim();
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
	};
}

const ASK_FOR_ROLE =
	'The sign-in was refused: the access token is wrong or has run out, or the user lacks the role ContractContact-List. Check what you entered, then ask a Nexudus administrator for that role.';
const TOO_MANY = 'Nexudus is taking no more requests right now. Wait a minute and test again.';

/** The test of a credential: it needs only the role to list contract contacts. */
export const listRequest: ICredentialTestRequest = {
	request: {
		baseURL:
			'={{ ($credentials.baseUrl || "https://spaces.nexudus.com").trim().replace(/[/]+$/, "") }}',
		url: '/api/billing/contractcontacts?page=1&size=1',
		timeout: 30_000,
	},
	rules: [
		responseRule(401, ASK_FOR_ROLE),
		responseRule(403, ASK_FOR_ROLE),
		responseRule(
			404,
			"There is no Nexudus at this address. Set 'Base URL' to https://spaces.nexudus.com, unless Nexudus gave you another one.",
		),
		responseRule(409, TOO_MANY),
		responseRule(429, TOO_MANY),
	],
};

function responseRule(value: number, message: string) {
	return { type: 'responseCode' as const, properties: { value, message } };
}
