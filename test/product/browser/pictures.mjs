import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../../sandbox/processes/paths.mjs';

export const PICTURES_FOLDER = join(ROOT, 'docs', 'pictures');

/** Takes pictures of the screen for docs, or only lets them be asked for. */
export class Pictures {
	#folder;

	/** @param {string | undefined} folder undefined takes none */
	constructor(folder) {
		this.#folder = folder;
		if (folder) mkdirSync(folder, { recursive: true });
	}

	/**
	 * @param {import('playwright-core').Page} page
	 * @param {string} name of the file, without its ending
	 */
	async take(page, name) {
		if (!this.#folder) return;
		await pause(300);
		const path = join(this.#folder, `${name}.png`);
		await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	}
}

/**
 * @param {string} path
 * @returns {number} kilobytes
 */
export function sizeOf(path) {
	return Math.ceil(statSync(path).size / 1024);
}
