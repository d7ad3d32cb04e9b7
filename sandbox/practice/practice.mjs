const ANSWER_WITHIN_MS = 30_000;

/**
 * @typedef {Record<string, any>} StoredRecord
 * @typedef {'contacts' | 'contracts' | 'coworkers' | 'countries' | 'locations' | 'plans'} Collection
 */

/** The practice Nexudus as seen and changed behind its API, from another process. */
export class Practice {
	/** @param {string} url */
	constructor(url) {
		this.url = url;
	}

	/** @returns {Promise<Record<string, any>>} how many records of each kind there are, and the assumptions */
	state() {
		return this.#call('GET', 'state');
	}

	/**
	 * @param {Collection} collection
	 * @returns {Promise<StoredRecord[]>} all of them, in full
	 */
	records(collection) {
		return this.#call('GET', collection);
	}

	/**
	 * @param {Collection} collection
	 * @param {StoredRecord} properties what is not given is a default
	 * @returns {Promise<StoredRecord>} the record as stored
	 */
	add(collection, properties) {
		return this.#call('POST', collection, properties);
	}

	/**
	 * @param {Collection} collection
	 * @param {number} id
	 * @param {StoredRecord} changes
	 * @returns {Promise<StoredRecord>} the record as stored
	 */
	change(collection, id, changes) {
		return this.#call('PATCH', `${collection}/${id}`, changes);
	}

	/**
	 * Changes a record as Nexudus itself may do it: UpdatedOn stays.
	 * @param {Collection} collection
	 * @param {number} id
	 * @param {StoredRecord} changes
	 * @returns {Promise<StoredRecord>} the record as stored
	 */
	changeUnseen(collection, id, changes) {
		return this.#call('PATCH', `${collection}/${id}?keepUpdatedOn`, changes);
	}

	/**
	 * @param {Collection} collection
	 * @param {number} id
	 */
	remove(collection, id) {
		return this.#call('DELETE', `${collection}/${id}`);
	}

	/** @returns {Promise<StoredRecord[]>} all contract contacts, in full */
	contacts() {
		return this.records('contacts');
	}

	/** @param {number} id */
	async contact(id) {
		return (await this.contacts()).find(({ Id }) => Id === id);
	}

	/** @param {StoredRecord} properties */
	addContact(properties) {
		return this.add('contacts', properties);
	}

	/**
	 * @param {number} id
	 * @param {StoredRecord} changes
	 */
	changeContact(id, changes) {
		return this.change('contacts', id, changes);
	}

	/** @returns {Promise<Array<Record<string, any>>>} every request to the API since it was asked to forget */
	requests() {
		return this.#call('GET', 'requests');
	}

	/** @returns {Promise<Array<Record<string, any>>>} those of them that would change something */
	async writes() {
		const requests = await this.requests();
		return requests.filter(({ method, path }) => method !== 'GET' && !/^\/api\/token/i.test(path));
	}

	forgetRequests() {
		return this.#call('DELETE', 'requests');
	}

	/** @param {Record<string, unknown>} changes to the assumptions, see sandbox/nexudus/assumptions.ts */
	assume(changes) {
		return this.#call('POST', 'assumptions', changes);
	}

	/** @param {{ when: object, how: unknown }} fault */
	fail(fault) {
		return this.#call('POST', 'faults', fault);
	}

	liftFaults() {
		return this.#call('DELETE', 'faults');
	}

	/** @param {{ limits: object[] } | undefined} rule starts new windows; undefined lifts the throttle */
	throttle(rule) {
		return this.#call('POST', 'throttle', rule ?? {});
	}

	/** @param {number} latency milliseconds before each answer of the API */
	setLatency(latency) {
		return this.#call('POST', 'latency', { latency });
	}

	/** @param {{ email: string }} user see sandbox/nexudus/accounts.ts */
	addUser(user) {
		return this.#call('POST', 'users', user);
	}

	/** Ends every token that the sign-in route issued. */
	revokeTokens() {
		return this.#call('DELETE', 'tokens');
	}

	/** @returns {Promise<{ slackMessages: Array<{ text: string }>, emails: StoredRecord[] }>} the newest first */
	messages() {
		return this.#call('GET', 'overview');
	}

	async #call(method, path, body) {
		const response = await fetch(`${this.url}/sandbox/${path}`, {
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
