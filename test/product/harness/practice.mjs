import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 10_000;
/** It saves its records a moment after a change. */
const SAVED_WITHIN_MS = 1_000;

/** The practice Nexudus, seen and changed from outside n8n. */
export class Practice {
	#dataFile;

	/**
	 * @param {string} url
	 * @param {string} [dataFile] where it saves its records
	 */
	constructor(url, dataFile) {
		this.url = url;
		this.#dataFile = dataFile;
	}

	/** @returns {Promise<Record<string, any>>} all its records, as a data file that another one can start with */
	async savedRecords() {
		const [{ Id, UpdatedOn }] = await this.contacts();
		await this.changeContact(Id, { UpdatedOn });
		await pause(SAVED_WITHIN_MS);
		return JSON.parse(readFileSync(this.#dataFile, 'utf8'));
	}

	/** @returns {Promise<Array<Record<string, any>>>} all contract contacts, as they are stored */
	contacts() {
		return this.#call('GET', '/sandbox/contacts');
	}

	/** @param {number} id */
	async contact(id) {
		return (await this.contacts()).find(({ Id }) => Id === id);
	}

	/** @param {Record<string, unknown>} properties */
	addContact(properties) {
		return this.#call('POST', '/sandbox/contacts', properties);
	}

	/**
	 * @param {number} id
	 * @param {Record<string, unknown>} changes
	 */
	changeContact(id, changes) {
		return this.#call('PATCH', `/sandbox/contacts/${id}`, changes);
	}

	/** @returns {Promise<Array<Record<string, any>>>} every request to the API since it was asked to forget */
	requests() {
		return this.#call('GET', '/sandbox/requests');
	}

	forgetRequests() {
		return this.#call('DELETE', '/sandbox/requests');
	}

	/** @param {{ when: object, how: unknown }} fault */
	fail(fault) {
		return this.#call('POST', '/sandbox/faults', fault);
	}

	liftFaults() {
		return this.#call('DELETE', '/sandbox/faults');
	}

	async #call(method, path, body) {
		const response = await fetch(this.url + path, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
		});
		const text = await response.text();
		if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return text === '' ? undefined : JSON.parse(text);
	}
}
