import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Practice as Controls } from '../../../sandbox/practice/practice.mjs';

/** It saves its records a moment after a change. */
const SAVED_WITHIN_MS = 1_000;

/** The practice Nexudus, seen and changed from outside n8n. */
export class Practice extends Controls {
	#dataFile;

	/**
	 * @param {string} url
	 * @param {string} [dataFile] where it saves its records
	 */
	constructor(url, dataFile) {
		super(url);
		this.#dataFile = dataFile;
	}

	/** @returns {Promise<Record<string, any>>} all its records, as a data file that another one can start with */
	async savedRecords() {
		const [{ Id, UpdatedOn }] = await this.contacts();
		await this.changeContact(Id, { UpdatedOn });
		await pause(SAVED_WITHIN_MS);
		return JSON.parse(readFileSync(this.#dataFile, 'utf8'));
	}
}
