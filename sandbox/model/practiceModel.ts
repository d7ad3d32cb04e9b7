import { jsonAnswer } from '../nexudus/http/answer';
import type { JsonObject } from '../nexudus/http/request';
import { readJsonObject } from '../nexudus/http/request';
import type { Route } from '../nexudus/http/route';

/** With this tool n8n's agent takes an answer that has a form. */
const ANSWER_TOOL = 'format_final_json_response';

interface Message {
	readonly role: string;
	readonly content: unknown;
}

interface Tool {
	readonly function: { readonly name: string };
}

interface Conversation extends JsonObject {
	readonly messages: readonly Message[];
	readonly tools?: readonly Tool[];
}

/**
 * Gives the route of a model that stands where OpenAI's chat completions are. It understands
 * "NAME wrote: … NUMBER" alone: it looks the name up with the first tool that takes one, then
 * proposes the number for the contact that was found; no contact, or several, is ID 0.
 */
export function practiceModel(): Route {
	return {
		method: 'POST',
		path: /^\/v1\/chat\/completions$/,
		handle: (request) => {
			const conversation = readJsonObject(request.text);
			if (!isConversation(conversation))
				return jsonAnswer(400, { error: { message: 'messages is missing' } });
			return jsonAnswer(200, completion(nextCall(conversation)));
		},
	};
}

function isConversation(value: JsonObject | undefined): value is Conversation {
	return Array.isArray(value?.messages);
}

/** Undefined when there is nothing left to do. */
function nextCall({ messages, tools = [] }: Conversation): JsonObject | undefined {
	const asked = textOf(messages.filter(({ role }) => role === 'user').at(-1));
	const results = messages.filter(({ role }) => role === 'tool').map(textOf);
	const [, name = ''] = /^(.+?) wrote:/.exec(asked) ?? [];
	const names = tools.map((tool) => tool.function.name);
	const lookUp = names.find((tool) => tool !== ANSWER_TOOL);
	if (results.length === 0 && lookUp) return call(lookUp, { name });
	if (results.length > 1 || !names.includes(ANSWER_TOOL)) return undefined;
	const ids = [...(results[0] ?? '').matchAll(/\\*"Id\\*":\s*(\d+),\\*"FullName/g)];
	const [PhoneNumber = ''] = /\+\d[\d ]+\d/.exec(asked) ?? [];
	const Id = ids.length === 1 ? Number(ids[0][1]) : 0;
	const output = { Id, PhoneNumber, Reason: `${name} told a new phone number.` };
	return call(ANSWER_TOOL, { output });
}

function textOf(message: Message | undefined): string {
	const content = message?.content ?? '';
	return typeof content === 'string' ? content : JSON.stringify(content);
}

function call(name: string, parameters: JsonObject): JsonObject {
	return {
		id: `call-${name}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(parameters) },
	};
}

function completion(toolCall: JsonObject | undefined): JsonObject {
	const message = toolCall
		? { role: 'assistant', content: null, tool_calls: [toolCall] }
		: { role: 'assistant', content: 'That is all.' };
	const finish_reason = toolCall ? 'tool_calls' : 'stop';
	return {
		id: 'completion',
		object: 'chat.completion',
		created: 1_767_225_600,
		model: 'practice',
		choices: [{ index: 0, finish_reason, message }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
