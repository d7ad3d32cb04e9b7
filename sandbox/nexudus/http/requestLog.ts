import type { ApiRequest } from './request';
import { readJson } from './request';

/** One request to the API as tests look at it; times in milliseconds since 1970. */
export interface RecordedRequest extends Omit<ApiRequest, 'text'> {
	/** Parsed JSON, else the text; undefined where there was none. */
	body: unknown;
	/** Undefined while under way, and for good where the connection was cut or left hanging. */
	status: number | undefined;
	readonly arrivedAt: number;
	answeredAt: number | undefined;
}

/** Appends a request that has just arrived, and gives its entry to be filled in later. */
export function recordArrival(
	log: RecordedRequest[],
	head: Omit<ApiRequest, 'text'>,
): RecordedRequest {
	const entry: RecordedRequest = {
		...head,
		body: undefined,
		status: undefined,
		arrivedAt: Date.now(),
		answeredAt: undefined,
	};
	log.push(entry);
	return entry;
}

/** What the log shows of a body. */
export function recordedBody(text: string): unknown {
	if (text === '') return undefined;
	return readJson(text) ?? text;
}
