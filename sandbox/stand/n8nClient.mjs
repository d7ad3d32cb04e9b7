const ANSWER_WITHIN_MS = 30_000;

/** Talks to n8n as its editor does. */
export class N8nClient {
	#url;
	#cookie = '';

	/** @param {string} url */
	constructor(url) {
		this.#url = url;
	}

	/**
	 * @param {string} path
	 * @returns {Promise<any>}
	 */
	async get(path) {
		return ensure(await this.call('GET', path));
	}

	/**
	 * @param {string} path
	 * @param {unknown} body
	 * @returns {Promise<any>}
	 */
	async post(path, body) {
		return ensure(await this.call('POST', path, body));
	}

	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {unknown} [body]
	 * @returns {Promise<{ path: string, status: number, data: any }>}
	 */
	async call(method, path, body) {
		const response = await fetch(this.#url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				// n8n ends idle connections while it is busy; the next request on one would fail.
				connection: 'close',
				// n8n ties a login to the browser it came from.
				'browser-id': 'npm-start',
				...(this.#cookie && { cookie: this.#cookie }),
			},
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
		});
		this.#keepCookie(response);
		return { path, status: response.status, data: readBody(await response.text()) };
	}

	#keepCookie({ headers }) {
		const login = headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (login) this.#cookie = login.split(';')[0];
	}
}

function ensure({ path, status, data }) {
	if (status < 300) return data;
	throw new Error(`n8n answered ${path} with ${status}: ${JSON.stringify(data)}`);
}

function readBody(text) {
	try {
		const body = JSON.parse(text);
		return body?.data ?? body;
	} catch {
		return text;
	}
}
