import { type Answer, htmlAnswer, jsonAnswer } from './http/answer';
import { ooops, unsuccessful } from './writing/apiAnswers';

export interface FaultCondition {
	readonly method?: string;
	/** A string is the whole path; a RegExp is tested against the path and against path?query. */
	readonly path?: RegExp | string;
	/** 1-based among the requests that match method and path since the fault was set. */
	readonly nth?: number | readonly number[];
	/** The fault strikes at most so often. */
	readonly times?: number;
	/** It strikes each request (method, address and body) at most so often: a burst that ends. */
	readonly timesEach?: number;
	/** So many matching requests pass first. */
	readonly after?: number;
}

export interface FaultAnswer {
	readonly status: number;
	/** Text as it is, anything else as JSON. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	readonly afterCarryingOut?: true;
}

/** Only those that say "after", and the truncated body, carry the request out. */
export type FaultKind =
	| FaultAnswer
	| 'cut before'
	| 'cut after'
	| 'never answers'
	| 'never answers after'
	| 'truncated body'
	| 'html 403'
	| 'unsuccessful 200'
	| 'ooops';

export interface Fault {
	readonly when: FaultCondition;
	readonly how: FaultKind;
}

/** What reaches the client: an answer, whole or half, or no answer at all. */
export type Outcome =
	| { readonly answer: Answer; readonly delivery: 'whole' | 'half' }
	| { readonly delivery: 'cut' | 'silence' };

interface ActiveFault extends Fault {
	matched: number;
	struck: number;
	readonly struckEach: Map<string, number>;
}

interface Striking {
	readonly method: string;
	readonly path: string;
	readonly rawUrl: string;
	readonly text: string;
}

/** The faults set so far; of several that fit a request, the first strikes. */
export class Faults {
	private active: ActiveFault[] = [];

	add({ when, how }: Fault): void {
		this.active.push({ when, how, matched: 0, struck: 0, struckEach: new Map() });
	}

	clear(): void {
		this.active = [];
	}

	/** Counts a request that is about to be carried out, and gives the fault that strikes it. */
	strike(request: Striking): FaultKind | undefined {
		const matching = this.active.filter(({ when }) => matches(when, request));
		for (const fault of matching) fault.matched += 1;

		const identity = JSON.stringify([request.method, request.rawUrl, request.text]);
		const striking = matching.find((fault) => isDue(fault, identity));
		if (!striking) return undefined;
		striking.struck += 1;
		striking.struckEach.set(identity, (striking.struckEach.get(identity) ?? 0) + 1);
		return striking.how;
	}
}

function matches({ method, path }: FaultCondition, request: Striking): boolean {
	if (method && method.toUpperCase() !== request.method) return false;
	if (path === undefined) return true;
	if (typeof path === 'string') return path === request.path;
	return request.path.search(path) >= 0 || request.rawUrl.search(path) >= 0;
}

function isDue({ when, matched, struck, struckEach }: ActiveFault, identity: string): boolean {
	if ((struckEach.get(identity) ?? 0) >= (when.timesEach ?? Infinity)) return false;
	if (struck >= (when.times ?? Infinity)) return false;
	if (matched <= (when.after ?? 0)) return false;
	return when.nth === undefined || [when.nth].flat().includes(matched);
}

/** What a fault makes of a request; `carryOut` is called only where the fault lets it. */
export function disturb(fault: FaultKind, carryOut: () => Answer): Outcome {
	if (typeof fault === 'object') return answered(fault, carryOut);
	switch (fault) {
		case 'cut before':
			return { delivery: 'cut' };
		case 'cut after':
			carryOut();
			return { delivery: 'cut' };
		case 'never answers':
			return { delivery: 'silence' };
		case 'never answers after':
			carryOut();
			return { delivery: 'silence' };
		case 'truncated body':
			return { answer: carryOut(), delivery: 'half' };
		case 'html 403':
			return { answer: firewallPage(), delivery: 'whole' };
		case 'unsuccessful 200':
			return { answer: unsuccessful(), delivery: 'whole' };
		case 'ooops':
			return { answer: ooops(), delivery: 'whole' };
	}
}

function answered(fault: FaultAnswer, carryOut: () => Answer): Outcome {
	if (fault.afterCarryingOut) carryOut();
	return { answer: faultAnswer(fault), delivery: 'whole' };
}

function faultAnswer({ status, body, headers }: FaultAnswer): Answer {
	if (body === undefined) return { status, headers };
	if (typeof body === 'string') return { status, headers, body };
	const answer = jsonAnswer(status, body);
	return { ...answer, headers: { ...answer.headers, ...headers } };
}

function firewallPage(): Answer {
	const page =
		'<!DOCTYPE html><html><head><title>ERROR: The request could not be satisfied</title></head>' +
		'<body><h1>403 ERROR</h1><p>Request blocked.</p></body></html>';
	return htmlAnswer(403, page);
}
