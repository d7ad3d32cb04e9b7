import { createServer } from 'node:http';

const HOST = '127.0.0.1';

/**
 * Stands where OpenAI is: calls the first tool it is offered once, then answers.
 * @param {Record<string, unknown>} toolArguments with which it calls the tool
 * @returns {Promise<FakeModel>}
 *
 * @typedef {object} FakeModel
 * @property {string} url
 * @property {any[]} requests
 * @property {Record<string, unknown>} toolArguments may be changed between runs
 * @property {() => Promise<unknown>} close
 */
export async function startFakeModel(toolArguments) {
	const model = { requests: [], toolArguments };
	const server = createServer(async (request, response) => {
		const body = JSON.parse(await textOf(request));
		model.requests.push(body);
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(completion(body, model.toolArguments)));
	});
	await new Promise((resolve) => server.listen(0, HOST, resolve));
	model.url = `http://${HOST}:${server.address().port}/v1`;
	model.close = () => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	};
	return model;
}

async function textOf(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

function completion({ messages, tools }, toolArguments) {
	const isAnswered = messages.some(({ role }) => role === 'tool');
	return {
		id: 'completion',
		object: 'chat.completion',
		created: 1_767_225_600,
		model: 'gpt-4o-mini',
		choices: [isAnswered ? closing() : call(tools[0].function.name, toolArguments)],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

function closing() {
	return {
		index: 0,
		finish_reason: 'stop',
		message: { role: 'assistant', content: 'That is what I found.' },
	};
}

function call(name, toolArguments) {
	const tool = { name, arguments: JSON.stringify(toolArguments) };
	return {
		index: 0,
		finish_reason: 'tool_calls',
		message: {
			role: 'assistant',
			content: null,
			tool_calls: [{ id: 'call-1', type: 'function', function: tool }],
		},
	};
}
