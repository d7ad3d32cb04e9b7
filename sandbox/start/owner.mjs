import { N8nClient } from './n8nClient.mjs';

/** The one account of the sandbox's n8n, which listens on this machine only. */
export const OWNER = { email: 'owner@sandbox.example', password: 'Sandbox-2026' };

/**
 * Creates the owner account where there is none yet.
 * @param {string} url
 * @returns {Promise<N8nClient>} logged in, if the account was created
 */
export async function setUpOwner(url) {
	const client = new N8nClient(url);
	const names = { firstName: 'Sandbox', lastName: 'Owner' };
	const { status, data } = await client.call('POST', '/rest/owner/setup', { ...OWNER, ...names });
	const exists = status === 400 && /already/i.test(JSON.stringify(data));
	if (status === 200 || exists) return client;
	throw new Error(`n8n did not create the owner account: ${status} ${JSON.stringify(data)}`);
}
