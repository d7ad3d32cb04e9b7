import type { ServerResponse } from 'node:http';

/** What goes back to a client. Without a body the content length is 0. */
export interface Answer {
	readonly status: number;
	readonly reason?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** An answer with a JSON body made from a value. */
export function jsonAnswer(status: number, value: unknown): Answer {
	return jsonTextAnswer(status, JSON.stringify(value));
}

/** An answer with a body that is JSON text already. */
export function jsonTextAnswer(status: number, body: string): Answer {
	return { status, headers: JSON_TYPE, body };
}

/** An answer with an HTML page. */
export function htmlAnswer(status: number, body: string): Answer {
	return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Sends the whole answer. */
export function send(response: ServerResponse, answer: Answer): void {
	const body = Buffer.from(answer.body ?? '');
	response.writeHead(answer.status, answer.reason, {
		...answer.headers,
		'content-length': String(body.length),
	});
	response.end(body);
}

/** Sends half of the body as if it were all: chunked, so that only the JSON shows the damage. */
export function sendHalf(response: ServerResponse, answer: Answer): void {
	const body = answer.body ?? '';
	response.writeHead(answer.status, answer.reason, answer.headers);
	response.write(body.slice(0, Math.floor(body.length / 2)));
	response.end();
}
