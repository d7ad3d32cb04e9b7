import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Api, isSignIn } from './api';
import { disturb, type Faults, type Outcome } from './faults';
import { send, sendHalf } from './http/answer';
import { type ApiRequest, readHead, readText } from './http/request';
import { recordArrival, recordedBody, type RecordedRequest } from './http/requestLog';
import { findRoute, type Route } from './http/route';
import type { ThrottleGate } from './throttle';
import { messageAnswer } from './writing/apiAnswers';

/** What stands between the wire and the API; tests change it while the server runs. */
export interface ExchangeState {
	readonly api: Api;
	readonly faults: Faults;
	readonly log: RecordedRequest[];
	/** Routes beside the API: neither recorded, delayed, throttled nor faulted. */
	readonly besides: Route[];
	gate: ThrottleGate | undefined;
	/** Milliseconds before each answer of the API. */
	latency: number;
}

/** Answers one request. */
export async function exchange(
	state: ExchangeState,
	incoming: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const head = readHead(incoming);
	const besides = findRoute(state.besides, { ...head, text: '' });
	if (besides) {
		const request = { ...head, text: await readText(incoming) };
		return send(response, await besides.route.handle(request, besides.parts));
	}
	if (head.path.startsWith('/sandbox/')) {
		return send(response, messageAnswer(404, 'The sandbox has no such control.'));
	}

	const entry = recordArrival(state.log, head);
	const request = { ...head, text: await readText(incoming) };
	entry.body = recordedBody(request.text);
	if (state.latency > 0) await delay(state.latency, undefined, { ref: false });
	deliver(outcomeOf(state, request), response, entry);
}

/** The throttle comes first: it stands in front of the API, so what it refuses meets no fault. */
function outcomeOf({ api, faults, gate }: ExchangeState, request: ApiRequest): Outcome {
	const refusal = isSignIn(request) ? undefined : gate?.refusal(request.method, Date.now());
	if (refusal) return { answer: refusal, delivery: 'whole' };

	const fault = faults.strike(request);
	if (fault === undefined) return { answer: api.carryOut(request), delivery: 'whole' };
	return disturb(fault, () => api.carryOut(request));
}

function deliver(outcome: Outcome, response: ServerResponse, entry: RecordedRequest): void {
	if (!('answer' in outcome)) {
		if (outcome.delivery === 'cut') response.socket?.destroy();
		return;
	}
	entry.status = outcome.answer.status;
	entry.answeredAt = Date.now();
	if (outcome.delivery === 'half') sendHalf(response, outcome.answer);
	else send(response, outcome.answer);
}
