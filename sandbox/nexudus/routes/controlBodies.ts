import type { User } from '../accounts';
import type { Assumptions } from '../assumptions';
import type { Fault, FaultCondition } from '../faults';
import { type ApiRequest, isJsonObject, readJson, readJsonObject } from '../http/request';
import type { StoredRecord } from '../records/field';
import type { Throttle } from '../throttle';
import type { ChangeStamp } from '../writing/recordStore';

// JSON enters here from whoever runs the sandbox; its types are trusted, as in a call of the API
// in TypeScript.

/** Properties of a record. */
export function readRecord(text: string): Partial<StoredRecord> | undefined {
	return readJsonObject(text) as Partial<StoredRecord> | undefined;
}

/** A user to add, or to put in the place of the one with the same email. */
export function readUser(text: string): User | undefined {
	const body = readJsonObject(text);
	return typeof body?.email === 'string' ? (body as unknown as User) : undefined;
}

/** Assumptions to change; null stands for undefined. */
export function readAssumptions(text: string): Partial<Assumptions> | undefined {
	const body = readJsonObject(text);
	if (!body) return undefined;
	const entries = Object.entries(body).map(([name, value]) => [name, value ?? undefined]);
	return Object.fromEntries(entries) as Partial<Assumptions>;
}

/** A throttle rule; an empty body, null or {} lifts the throttle. */
export function readThrottle(text: string): Throttle | undefined {
	const body = readJsonObject(text);
	return body && Array.isArray(body.limits) ? (body as unknown as Throttle) : undefined;
}

/** A fault; `when.pathPattern` is the source of a regular expression in place of `when.path`. */
export function readFault(text: string): Fault | undefined {
	const body = readJson(text);
	if (!isJsonObject(body) || body.how === undefined) return undefined;
	const { how, when } = body as unknown as Fault;
	return { how, when: readCondition(when) };
}

function readCondition(
	when: (FaultCondition & { readonly pathPattern?: string }) | undefined,
): FaultCondition {
	const path = when?.pathPattern === undefined ? when?.path : new RegExp(when.pathPattern, 'i');
	return { ...when, path };
}

/** The milliseconds in `{ "latency": 200 }`. */
export function readLatency(text: string): number | undefined {
	const latency = readJsonObject(text)?.latency;
	return typeof latency === 'number' ? latency : undefined;
}

/** How a change is dated: `?keepUpdatedOn` leaves the stamp as it is. */
export function readStamp({ query }: ApiRequest): ChangeStamp {
	return query.some(([name]) => name === 'keepUpdatedOn') ? { keepUpdatedOn: true } : {};
}
