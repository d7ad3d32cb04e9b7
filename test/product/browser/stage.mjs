import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workplaceIn } from '../../../sandbox/start/paths.mjs';
import { choosePorts } from '../../../sandbox/start/ports.mjs';
import { prepare } from '../../../sandbox/start/prepare.mjs';
import { startSandbox } from '../../../sandbox/start/sandbox.mjs';
import { openBrowser } from './browser.mjs';
import { Editor } from './editor.mjs';
import { Pictures } from './pictures.mjs';

/**
 * @typedef {object} Stage
 * @property {import('../../../sandbox/start/sandbox.mjs').Sandbox['practice']} practice
 * @property {import('../../../sandbox/start/n8nClient.mjs').N8nClient} client
 * @property {import('playwright-core').Page} page
 * @property {Editor} editor
 * @property {(name: string) => Promise<void>} picture
 */

/**
 * Starts n8n with the packed package, the practice Nexudus and a browser.
 * @param {import('../../../sandbox/start/context.mjs').Context} context
 * @param {{ version: string, picturesFolder: string | undefined }} options
 * @returns {Promise<Stage>}
 */
export async function openStage(context, { version, picturesFolder }) {
	const prepared = await prepare(context, version);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-nexudus-browser-'));
	context.cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
	const ports = await choosePorts({});
	const parts = { workplace: workplaceIn(folder), prepared, ports };
	const { practice, n8n, client } = await startSandbox(context, parts);
	const page = await openBrowser(context);
	const pictures = new Pictures(picturesFolder);
	return {
		practice,
		client,
		page,
		editor: new Editor(page, n8n.url),
		picture: (name) => pictures.take(page, name),
	};
}
