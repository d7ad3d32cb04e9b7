import { isDeepStrictEqual } from 'node:util';
import { practiceCredentials } from './credentials.mjs';
import { boundToPractice, readExamples } from './examples.mjs';
import { readState, writeState } from './state.mjs';

/**
 * Puts the credentials and the example workflows into n8n, each unless it was put there before: what
 * the person changed since, or deleted, stays as it is.
 * @param {import('./n8nClient.mjs').N8nClient} client logged in
 * @param {import('../processes/paths.mjs').Workplace} workplace
 * @param {import('./practice.mjs').Addresses} addresses
 */
export async function addContents(client, workplace, addresses) {
	const credentials = [];
	for (const credential of practiceCredentials(addresses)) {
		const id = await ensureCredential(client, workplace, credential);
		credentials.push({ ...credential, id });
	}
	for (const example of readExamples()) {
		const { examples = {} } = readState(workplace);
		if (examples[example.name]) continue;
		const workflow = boundToPractice(example.workflow, credentials, addresses);
		const { id } = await client.post('/rest/workflows', workflow);
		writeState(workplace, { examples: { ...examples, [example.name]: id } });
	}
}

/** The addresses in a credential change when another program took the port since. */
async function ensureCredential(client, workplace, { type, name, data }) {
	const { credentials = {} } = readState(workplace);
	const before = credentials[type];
	if (before && isDeepStrictEqual(before.data, data)) return before.id;
	const content = { type, name, data };
	const id = (await changed(client, before, content)) ?? (await created(client, content));
	writeState(workplace, { credentials: { ...credentials, [type]: { id, data } } });
	return id;
}

/** Undefined if there is none, or the person has deleted it. */
async function changed(client, before, content) {
	if (!before) return undefined;
	const { status } = await client.call('PATCH', `/rest/credentials/${before.id}`, content);
	return status === 200 ? before.id : undefined;
}

async function created(client, content) {
	return (await client.post('/rest/credentials', content)).id;
}
