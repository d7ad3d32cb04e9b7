import { type Answer, jsonAnswer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import type { Route } from '../http/route';
import type { PracticeNexudus } from '../practiceNexudus';
import { messageAnswer, notFound } from '../writing/apiAnswers';
import {
	readAssumptions,
	readContact,
	readFault,
	readLatency,
	readStamp,
	readThrottle,
} from './controlBodies';

/** What other processes may do to a practice Nexudus; without authentication, on 127.0.0.1 only. */
export function controlRoutes(nexudus: PracticeNexudus): Route[] {
	return [...stateRoutes(nexudus), ...contactRoutes(nexudus), ...behaviourRoutes(nexudus)];
}

function stateRoutes(nexudus: PracticeNexudus): Route[] {
	return [
		control('GET', /^\/sandbox\/state$/, () => ({
			contacts: nexudus.contacts.count,
			contracts: nexudus.contracts.length,
			coworkers: nexudus.coworkers.length,
			countries: nexudus.countries.length,
			requests: nexudus.requests.length,
			assumptions: nexudus.assumptions,
		})),
		control('GET', /^\/sandbox\/requests$/, () => nexudus.requests),
		control('DELETE', /^\/sandbox\/requests$/, () => nexudus.clearRequests()),
	];
}

function contactRoutes({ contacts }: PracticeNexudus): Route[] {
	const exists = (id: string) => contacts.get(Number(id)) !== undefined;
	return [
		control('GET', /^\/sandbox\/contacts$/, () => contacts.all()),
		control('POST', /^\/sandbox\/contacts$/, ({ text }) => contacts.add(readContact(text))),
		{
			method: 'PATCH',
			path: /^\/sandbox\/contacts\/(\d+)$/,
			handle: (request, [id]) => {
				if (!exists(id)) return notFound();
				const changes = readContact(request.text) ?? {};
				return jsonAnswer(200, contacts.change(Number(id), changes, readStamp(request)));
			},
		},
		{
			method: 'DELETE',
			path: /^\/sandbox\/contacts\/(\d+)$/,
			handle: (_request, [id]) => (contacts.remove(Number(id)) ? done() : notFound()),
		},
	];
}

function behaviourRoutes(nexudus: PracticeNexudus): Route[] {
	return [
		setting(/^\/sandbox\/assumptions$/, readAssumptions, (changes) => nexudus.assume(changes)),
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
