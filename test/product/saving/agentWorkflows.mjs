import { byId, CONTRACT_CONTACT, mainTo, manualTrigger, node } from '../harness/nodes.mjs';
import { fromList } from './nodeValues.mjs';

const TOOL = 'Nexudus';

/**
 * Workflows in which an agent has the node as its tool.
 * @param {import('./operationWorkflows.mjs').Credentials & { model: object }} credentials
 * @param {Array<Record<string, any>>} contacts
 * @returns {Array<{ workflow: object, toolArguments: Record<string, unknown> }>}
 */
export function agentWorkflows(credentials, contacts) {
	const { Id, FullName } = contacts[6];
	const agent = (name, parameters, toolArguments) => ({
		workflow: agentWorkflow(credentials, name, parameters),
		toolArguments,
	});
	return [
		agent(
			'Agent, Get Many',
			{
				operation: 'getAll',
				returnAll: true,
				filters: {
					amlCheckStatus: "={{ $fromAI('status', 'AML status', 'string') }}",
					fullName: "={{ $fromAI('name', 'Part of the name', 'string') }}",
				},
				output: 'raw',
			},
			{ status: 'Clear', name: 'a' },
		),
		agent(
			'Agent, Update',
			{
				descriptionType: 'manual',
				toolDescription: 'Writes down what an AML check found',
				operation: 'update',
				contractContactId: byId("={{ $fromAI('contact', 'Number of the contact', 'number') }}"),
				updateFields: { amlNotes: "={{ $fromAI('notes', 'What was found', 'string') }}" },
				output: 'raw',
			},
			{ contact: Id, notes: 'Checked by the assistant.' },
		),
		agent(
			'Agent, Get',
			{ operation: 'get', contractContactId: fromList(Id, FullName), output: 'raw' },
			{},
		),
	];
}

function agentWorkflow({ accessToken, model: openAi }, name, parameters) {
	const start = manualTrigger();
	const asking = { promptType: 'define', text: 'Do what is needed.', options: {} };
	const agent = node('Agent', '@n8n/n8n-nodes-langchain.agent', 3, asking);
	const choice = { model: byId('gpt-4o-mini'), options: {} };
	const model = node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, choice, {
		credentials: openAi,
	});
	const tool = node(TOOL, `${CONTRACT_CONTACT}Tool`, 1, parameters, { credentials: accessToken });
	const toAgent = (type) => ({ [type]: [[{ node: agent.name, type, index: 0 }]] });
	return {
		name,
		nodes: [start, agent, model, tool],
		connections: {
			[start.name]: mainTo(agent),
			[model.name]: toAgent('ai_languageModel'),
			[tool.name]: toAgent('ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}
