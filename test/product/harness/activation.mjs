import { eventually } from './eventually.mjs';

const PUBLISHED_WITHIN_MS = 60_000;

/**
 * Saves a workflow, activates it, and waits until its trigger has started.
 * @param {import('./product.mjs').Product} product
 * @param {Record<string, unknown>} workflow
 * @returns {Promise<string>} its id
 */
export async function activate(product, workflow) {
	const saved = await product.client.post('/rest/workflows', workflow);
	await activateSaved(product, saved);
	return saved.id;
}

/**
 * Activates a workflow that is in n8n, and waits until its trigger has started.
 * @param {import('./product.mjs').Product} product
 * @param {{ id: string, name: string }} workflow
 */
export async function activateSaved({ client, signal }, { id, name }) {
	const { versionId } = await client.get(`/rest/workflows/${id}`);
	await client.post(`/rest/workflows/${id}/activate`, { versionId });
	await eventually(() => published(client, id), {
		limit: PUBLISHED_WITHIN_MS,
		what: `workflow ${name} published`,
		signal,
	});
}

/** n8n 2.8.4 has activated before it answers, and has no such route. */
async function published(client, id) {
	const { status, data } = await client.call('GET', `/rest/workflows/${id}/publication-status`);
	if (status === 404 || data.status === 'published') return true;
	if (data.status === 'failed') throw new Error(`Not activated: ${JSON.stringify(data)}`);
	return undefined;
}

/**
 * @param {import('./product.mjs').Product} product
 * @param {string} id
 */
export async function deactivate({ client }, id) {
	await client.post(`/rest/workflows/${id}/deactivate`, {});
}
