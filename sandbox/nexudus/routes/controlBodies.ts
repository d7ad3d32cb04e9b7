import type { Assumptions } from '../assumptions';
import type { Fault, FaultCondition } from '../faults';
import { type ApiRequest, isJsonObject, readJson, readJsonObject } from '../http/request';
import type { ContractContact } from '../records/contractContact';
import type { Throttle } from '../throttle';
import type { ChangeStamp } from '../writing/contactStore';

// JSON enters here from whoever runs the sandbox; its types are trusted, as in a call of the API
// in TypeScript.

/** Properties of a contract contact. */
export function readContact(text: string): Partial<ContractContact> | undefined {
	return readJsonObject(text) as Partial<ContractContact> | undefined;
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
