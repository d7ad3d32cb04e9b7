const ANSWER_WITHIN_MS = 10_000;

/** The practice Nexudus, seen and changed from outside n8n. */
export class Practice {
	/** @param {string} url */
	constructor(url) {
		this.url = url;
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

	/** @param {object} [rule] the limits on requests; none lifts them */
	throttle(rule = {}) {
		return this.#call('POST', '/sandbox/throttle', rule);
	}

	/** @param {number} milliseconds before each answer of the API */
	setLatency(milliseconds) {
		return this.#call('POST', '/sandbox/latency', { latency: milliseconds });
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
