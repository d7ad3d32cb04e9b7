import { ADMINISTRATOR_TOKEN } from '../../sandbox/nexudus/accounts';
import {
	type PracticeNexudus,
	type NexudusOptions,
	startPracticeNexudus,
} from '../../sandbox/nexudus/server';

export const CONTACTS = '/api/billing/contractcontacts';

export interface Reply {
	readonly status: number;
	readonly statusText: string;
	readonly headers: Headers;
	readonly text: string;
}

export type Row = Record<string, unknown> & { Id: number };

export interface Listed {
	readonly Records: Row[];
	readonly [key: string]: unknown;
}

/** The JSON of a reply; its shape is what the test's assertions are about. */
export function json<T = Record<string, unknown>>(reply: Reply): T {
	return JSON.parse(reply.text) as T;
}

/** Calls to one practice Nexudus, over HTTP. */
export class Client {
	constructor(
		readonly nexudus: PracticeNexudus,
		private readonly authorization = `Bearer ${ADMINISTRATOR_TOKEN}`,
	) {}

	as(authorization: string): Client {
		return new Client(this.nexudus, authorization);
	}

	async send(method: string, path: string, body?: unknown): Promise<Reply> {
		const response = await fetch(this.nexudus.url + path, {
			method,
			headers: { authorization: this.authorization, 'content-type': 'application/json' },
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const { status, statusText, headers } = response;
		return { status, statusText, headers, text: await response.text() };
	}

	get(path: string): Promise<Reply> {
		return this.send('GET', path);
	}

	async list(query: Record<string, string | number> = {}, path = CONTACTS): Promise<Listed> {
		const parameters = new URLSearchParams();
		for (const [name, value] of Object.entries(query)) parameters.append(name, String(value));
		return json(await this.get(`${path}?${parameters}`));
	}

	async ids(query: Record<string, string | number>): Promise<number[]> {
		const { Records } = await this.list({ size: 1000, ...query });
		return Records.map((row) => row.Id);
	}

	/** Signs in with a form; a field that is undefined is not sent. */
	async signIn(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
		const response = await fetch(`${this.nexudus.url}/api/token`, {
			method: 'POST',
			headers,
			body: new URLSearchParams(form),
		});
		const { status, statusText } = response;
		return { status, statusText, headers: response.headers, text: await response.text() };
	}
}

/** Starts a practice Nexudus for the tests of one describe, and ends it after them. */
export function withNexudus(options: NexudusOptions = {}): () => Client {
	let client: Client | undefined;
	beforeEach(async () => {
		client = new Client(await startPracticeNexudus(options));
	});
	afterEach(async () => {
		await client?.nexudus.close();
	});
	return () => {
		if (!client) throw new Error('No practice Nexudus is running');
		return client;
	};
}
