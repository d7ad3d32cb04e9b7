import type { Answer } from './http/answer';

export interface ThrottleLimit {
	readonly requests: number;
	readonly perMs: number;
	/** Reads are GET and HEAD; without this the limit counts all. */
	readonly only?: 'reads' | 'writes';
}

export interface Throttle {
	readonly limits: readonly ThrottleLimit[];
	/** Default exact-seconds: whole seconds until the window ends, at least 1. */
	readonly retryAfter?: 'exact-seconds' | 'none' | number | string;
	/** Default 409, as documented; 429 is what some clients see. */
	readonly status?: 409 | 429;
}

interface Window {
	readonly limit: ThrottleLimit;
	startedAt: number;
	used: number;
}

/** Counts requests in fixed windows, each starting with the first request after the last one. */
export class ThrottleGate {
	private readonly windows: Window[];

	constructor(private readonly rule: Throttle) {
		this.windows = rule.limits.map((limit) => ({ limit, startedAt: -Infinity, used: 0 }));
	}

	/** The refusal of a request, or undefined where it passes; a refusal uses nothing up. */
	refusal(method: string, at: number): Answer | undefined {
		const windows = this.windows.filter(({ limit }) => counts(limit, method));
		for (const window of windows) restartWhereOver(window, at);

		const full = windows.filter(({ limit, used }) => used >= limit.requests);
		if (full.length > 0) return refusalAnswer(this.rule, Math.max(...full.map(endOf)) - at);

		for (const window of windows) window.used += 1;
		return undefined;
	}
}

function counts({ only }: ThrottleLimit, method: string): boolean {
	const kind = method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
	return only === undefined || only === kind;
}

function restartWhereOver(window: Window, at: number): void {
	if (at < endOf(window)) return;
	window.startedAt = at;
	window.used = 0;
}

function endOf({ startedAt, limit }: Window): number {
	return startedAt + limit.perMs;
}

function refusalAnswer({ retryAfter, status = 409 }: Throttle, waitMs: number): Answer {
	const seconds = Math.max(Math.ceil(waitMs / 1000), 1);
	const headers = retryAfterHeader(retryAfter, seconds);
	if (status === 429) return { status, headers, body: `Wait ${seconds} seconds` };
	return { status, reason: 'You must wait before accessing this url again.', headers };
}

function retryAfterHeader(
	retryAfter: Throttle['retryAfter'] = 'exact-seconds',
	seconds: number,
): Record<string, string> {
	if (retryAfter === 'none') return {};
	return { 'retry-after': String(retryAfter === 'exact-seconds' ? seconds : retryAfter) };
}
