import { isRecord } from '../record/field';

/** What tells that an AI agent calls the node. */
export interface Callable {
	getNode(): { type: string };
	/** Absent in n8n before 1.94, and where no agent can call. */
	isToolExecution?(): boolean;
}

/**
 * Tells whether an AI agent calls the node as its tool. The type of a tool's node ends in "Tool"
 * under every agent; n8n's own answer is false under AI Agent 3.
 */
export function isToolCall(context: Callable): boolean {
	if (context.getNode().type.endsWith('Tool')) return true;
	return typeof context.isToolExecution === 'function' && context.isToolExecution();
}

/** Tells whether a parameter, as it was typed, lets the model fill it or a part of it. */
export function isFromModel(typed: unknown): boolean {
	if (typeof typed === 'string') return typed.startsWith('=') && /\$fromai\s*\(/i.test(typed);
	if (typeof typed !== 'object' || typed === null) return false;
	return Object.values(typed).some(isFromModel);
}

/**
 * Gives a parameter's value, empty wherever the model filled it with the word "null" or
 * "undefined": models write these for what they leave out, though Null is a surname elsewhere.
 */
export function withoutNullWords(value: unknown, typed: unknown): unknown {
	if (!isFromModel(typed)) return value;
	if (typeof value === 'string') return isNullWord(value) ? '' : value;
	if (Array.isArray(value)) return value.filter((one) => !isNullWord(one));
	if (!isRecord(value) || !isRecord(typed)) return value;
	const members = Object.entries(value).map(([name, member]) => [
		name,
		withoutNullWords(member, typed[name]),
	]);
	return Object.fromEntries(members);
}

function isNullWord(value: unknown): boolean {
	return typeof value === 'string' && /^\s*(null|undefined)\s*$/i.test(value);
}
