import { prepare } from '../../../sandbox/stand/prepare.mjs';
import { startProduct } from '../harness/product.mjs';
import { openBrowser } from './browser.mjs';
import { Editor } from './editor.mjs';
import { Pictures } from './pictures.mjs';

/**
 * @typedef {object} Stage
 * @property {string} version of n8n
 * @property {import('../harness/practice.mjs').Practice} practice
 * @property {import('../../../sandbox/stand/n8nClient.mjs').N8nClient} client
 * @property {Record<string, unknown>} accessToken how nodes refer to the credential of 'npm start'
 * @property {import('playwright-core').Page} page
 * @property {Editor} editor
 * @property {AbortSignal} signal
 * @property {(name: string) => Promise<void>} picture
 */

/**
 * Starts n8n with the packed package, the practice Nexudus and a browser.
 * @param {import('../../../sandbox/processes/context.mjs').Context} context
 * @param {{ version: string, picturesFolder: string | undefined }} options
 * @returns {Promise<Stage>}
 */
export async function openStage(context, { version, picturesFolder }) {
	const product = await startProduct(context, await prepare(context, version));
	const { url, client, practice, accessToken } = product;
	const page = await openBrowser(context);
	const pictures = new Pictures(picturesFolder);
	return {
		version,
		practice,
		client,
		accessToken,
		page,
		editor: new Editor(page, url),
		signal: context.signal,
		picture: (name) => pictures.take(page, name),
	};
}
