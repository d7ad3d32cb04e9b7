import { type Answer, jsonAnswer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import type { Route } from '../http/route';
import type { PracticeNexudus } from '../practiceNexudus';
import { DEFINITIONS, ENTITIES } from '../records/definitions';
import type { StoredRecord } from '../records/field';
import { messageAnswer, notFound } from '../writing/apiAnswers';
import type { RecordStore } from '../writing/recordStore';
import {
	readAssumptions,
	readFault,
	readLatency,
	readRecord,
	readStamp,
	readThrottle,
	readUser,
} from './controlBodies';

/** What other processes may do to a practice Nexudus; without authentication, on 127.0.0.1 only. */
export function controlRoutes(nexudus: PracticeNexudus): Route[] {
	const records = ENTITIES.flatMap((entity) =>
		recordRoutes(DEFINITIONS[entity].collection, nexudus.stores[entity]),
	);
	return [...stateRoutes(nexudus), ...records, ...behaviourRoutes(nexudus)];
}

function stateRoutes(nexudus: PracticeNexudus): Route[] {
	return [
		control('GET', /^\/sandbox\/state$/, () => ({
			contacts: nexudus.contacts.count,
			contracts: nexudus.contracts.length,
			coworkers: nexudus.coworkers.length,
			countries: nexudus.countries.length,
			locations: nexudus.locations.length,
			plans: nexudus.plans.length,
			requests: nexudus.requests.length,
			assumptions: nexudus.assumptions,
		})),
		control('GET', /^\/sandbox\/requests$/, () => nexudus.requests),
		control('DELETE', /^\/sandbox\/requests$/, () => nexudus.clearRequests()),
	];
}

/** All records of a collection, one more, and changes of one. */
function recordRoutes(collection: string, store: RecordStore<StoredRecord>): Route[] {
	const all = new RegExp(`^/sandbox/${collection}$`);
	const one = new RegExp(`^/sandbox/${collection}/(\\d+)$`);
	return [
		control('GET', all, () => store.all()),
		control('POST', all, ({ text }) => store.add(readRecord(text))),
		{
			method: 'PATCH',
			path: one,
			handle: (request, [id]) => {
				if (!store.get(Number(id))) return notFound();
				const changes = readRecord(request.text) ?? {};
				return jsonAnswer(200, store.change(Number(id), changes, readStamp(request)));
			},
		},
		{
			method: 'DELETE',
			path: one,
			handle: (_request, [id]) => (store.remove(Number(id)) ? done() : notFound()),
		},
	];
}

function behaviourRoutes(nexudus: PracticeNexudus): Route[] {
	return [
		setting(/^\/sandbox\/assumptions$/, readAssumptions, (changes) => nexudus.assume(changes)),
		setting(/^\/sandbox\/users$/, readUser, (user) => nexudus.addUser(user)),
		control('DELETE', /^\/sandbox\/tokens$/, () => nexudus.revokeTokens()),
		control('POST', /^\/sandbox\/throttle$/, ({ text }) => nexudus.throttle(readThrottle(text))),
		setting(/^\/sandbox\/faults$/, readFault, (fault) => nexudus.fail(fault)),
		control('DELETE', /^\/sandbox\/faults$/, () => nexudus.clearFaults()),
		setting(/^\/sandbox\/latency$/, readLatency, (latency) => nexudus.setLatency(latency)),
	];
}

/** A route that answers with what `act` gives, as JSON. */
function control(method: string, path: RegExp, act: (request: ApiRequest) => unknown): Route {
	return { method, path, handle: (request) => answerOf(act(request)) };
}

/** A POST that needs a readable body. */
function setting<Body>(
	path: RegExp,
	read: (text: string) => Body | undefined,
	apply: (body: Body) => void,
): Route {
	const handle = ({ text }: ApiRequest) => {
		const body = read(text);
		if (body === undefined) return messageAnswer(400, 'The sandbox cannot read this body.');
		apply(body);
		return done();
	};
	return { method: 'POST', path, handle };
}

function answerOf(value: unknown): Answer {
	return value === undefined ? done() : jsonAnswer(200, value);
}

function done(): Answer {
	return { status: 204 };
}
