import { readExamples, withCredential } from './examples.mjs';
import { ACCESS_TOKEN } from './nexudus.mjs';
import { readState, writeState } from './state.mjs';

const NAME = 'Nexudus sandbox';
const TYPE = 'nexudusApi';

/**
 * Puts the credential and the example workflows into n8n, each unless it was put there before: what
 * the person changed since, or deleted, stays as it is.
 * @param {import('./n8nClient.mjs').N8nClient} client logged in
 * @param {import('./paths.mjs').Workplace} workplace
 * @param {string} nexudusUrl
 */
export async function addContents(client, workplace, nexudusUrl) {
	const credential = await ensureCredential(client, workplace, nexudusUrl);
	for (const example of readExamples()) {
		const { examples = {} } = readState(workplace);
		if (examples[example.name]) continue;
		const workflow = withCredential(example.workflow, {
			type: TYPE,
			id: credential.id,
			name: NAME,
		});
		const { id } = await client.post('/rest/workflows', workflow);
		writeState(workplace, { examples: { ...examples, [example.name]: id } });
	}
}

async function ensureCredential(client, workplace, url) {
	const before = readState(workplace).credential;
	if (before?.url === url) return before;
	const content = { name: NAME, type: TYPE, data: { accessToken: ACCESS_TOKEN, baseUrl: url } };
	const id = (await changed(client, before, content)) ?? (await created(client, content));
	writeState(workplace, { credential: { id, url } });
	return { id };
}

async function created(client, content) {
	return (await client.post('/rest/credentials', content)).id;
}

/** Undefined if there is none, or the person has deleted it. */
async function changed(client, before, content) {
	if (!before) return undefined;
	const { status } = await client.call('PATCH', `/rest/credentials/${before.id}`, content);
	return status === 200 ? before.id : undefined;
}
