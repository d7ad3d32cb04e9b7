import { N8nClient } from './n8nClient.mjs';

/** The one account of the sandbox's n8n, which listens on this machine only. */
export const OWNER = { email: 'owner@sandbox.example', password: 'Sandbox-2026' };

/**
 * Logs in as the owner; creates the account where there is none yet.
 * @param {string} url
 * @returns {Promise<N8nClient | undefined>} undefined if the person has changed email or password
 */
export async function logInAsOwner(url) {
	const client = new N8nClient(url);
	const names = { firstName: 'Sandbox', lastName: 'Owner' };
	const setup = await client.call('POST', '/rest/owner/setup', { ...OWNER, ...names });
	if (setup.status === 200) return client;
	const login = { emailOrLdapLoginId: OWNER.email, password: OWNER.password };
	const { status } = await client.call('POST', '/rest/login', login);
	return status === 200 ? client : undefined;
}
