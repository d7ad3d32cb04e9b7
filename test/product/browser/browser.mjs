import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Failure } from '../../../sandbox/processes/failure.mjs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const WAIT_MS = 60_000;

/**
 * Opens a window of Chromium that sees this machine only.
 * @param {import('../../../sandbox/processes/context.mjs').Context} context
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openBrowser({ cleanup }) {
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
	});
	cleanup.add(() => browser.close());
	const window = await browser.newContext({
		viewport: { width: 1560, height: 900 },
		locale: 'en-GB',
		colorScheme: 'light',
	});
	window.setDefaultTimeout(WAIT_MS);
	await window.route('**/*', (route) => (isLocal(route) ? route.continue() : route.abort()));
	const page = await window.newPage();
	// Leaving a workflow that n8n has not saved yet asks for leave first.
	page.on('dialog', (dialog) => dialog.accept());
	return page;
}

function findChromium() {
	const found = [process.env.CHROMIUM, ...CANDIDATES].find((path) => path && existsSync(path));
	if (found) return found;
	throw new Failure('There is no Chromium here.', 'Install it: apt-get install chromium');
}

/** Look-ups of outside hosts would hang where there is no network. */
function isLocal(route) {
	const { hostname, protocol } = new URL(route.request().url());
	return hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
}
