import { credentialData } from '../harness/savedWorkflow.mjs';

/**
 * Makes one credential of each type for a practice Nexudus.
 * @param {import('../harness/product.mjs').Product} product
 * @param {import('../harness/practice.mjs').Practice} practice
 * @returns {Promise<import('./operationWorkflows.mjs').Credentials>}
 */
export async function makeCredentials(product, { url: nexudusUrl }) {
	return {
		accessToken: await makeCredential(product, 'nexudusApi', { nexudusUrl }),
		login: await makeCredential(product, 'nexudusLoginApi', { nexudusUrl }),
	};
}

/**
 * @param {import('../harness/product.mjs').Product} product
 * @param {string} type
 * @param {{ nexudusUrl?: string, modelUrl?: string }} addresses
 * @returns {Promise<Record<string, { id: string, name: string }>>} how nodes refer to it
 */
export async function makeCredential({ client }, type, addresses) {
	const data = credentialData(type, addresses);
	const { id, name } = await client.post('/rest/credentials', {
		name: `Saved ${type}`,
		type,
		data,
	});
	return { [type]: { id, name } };
}
