import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface ApiRequest {
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	/** Path and query as they came over the wire. */
	readonly rawUrl: string;
	/** Decoded, in the order sent. */
	readonly query: Array<[string, string]>;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

/** Method, address and headers of a request, before its body has come. */
export function readHead(incoming: IncomingMessage): Omit<ApiRequest, 'text'> {
	const rawUrl = incoming.url ?? '/';
	const [path] = rawUrl.split('?', 1);
	return {
		method: incoming.method ?? 'GET',
		path,
		rawUrl,
		query: [...new URLSearchParams(rawUrl.slice(path.length + 1))],
		headers: incoming.headers,
	};
}

/** The whole body as text. */
export async function readText(incoming: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString('utf8');
}

export type JsonObject = Record<string, unknown>;

/** The JSON object in a body; undefined where the text is malformed or something else. */
export function readJsonObject(text: string): JsonObject | undefined {
	const value = readJson(text);
	return isJsonObject(value) ? value : undefined;
}

/** Any JSON value in a text; undefined where it is malformed. */
export function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Whether a JSON value is an object: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
