import assert from 'node:assert/strict';
import { runWorkflow } from '../../../sandbox/stand/execution.mjs';
import { startFakeModel } from '../harness/fakeModel.mjs';
import {
	byId,
	CONTRACT_CONTACT,
	COWORKER_CONTRACT,
	mainTo,
	manualTrigger,
	node,
} from '../harness/nodes.mjs';

const TOOL = 'Nexudus';

export const group = {
	title: 'The node as a tool of an agent',
	checks: {
		...checksOfEmptyFilters(2),
		...checksOfEmptyFilters(3),
		'Get: the model is told what the tool does and takes, and gets the record': async (product) => {
			const [contact] = await product.practice.contacts();
			const { offered, answered } = await askAgent(product, {
				parameters: {
					operation: 'get',
					contractContactId: byId("={{ $fromAI('contactId', 'Number of the contact', 'number') }}"),
				},
				toolArguments: { contactId: contact.Id },
			});
			assert.equal(offered.name, TOOL);
			assert.match(offered.description, /Get contract contact/);
			const { properties, required } = offered.parameters;
			assert.deepEqual(Object.keys(properties), ['contactId']);
			assert.equal(properties.contactId.type, 'number');
			assert.equal(properties.contactId.description, 'Number of the contact');
			assert.deepEqual(required, ['contactId']);
			assert.match(answered, new RegExp(String(contact.Id)));
			assert.ok(answered.includes(contact.FullName), answered);
		},
		'Get Many: the model fills a filter, and gets only what matches': async (product) => {
			const contacts = await product.practice.contacts();
			const matches = contacts.filter(({ AmlCheckStatus }) => AmlCheckStatus === 4);
			const others = contacts.filter(({ AmlCheckStatus }) => AmlCheckStatus !== 4);
			const { answered } = await askAgent(product, {
				parameters: {
					operation: 'getAll',
					returnAll: true,
					filters: { amlCheckStatus: "={{ $fromAI('status', 'AML status', 'string') }}" },
				},
				toolArguments: { status: 'ConfirmedMatch' },
			});
			for (const { Id } of matches) assert.ok(answered.includes(String(Id)), `${Id} is missing`);
			for (const { Id } of others) assert.ok(!answered.includes(String(Id)), `${Id} came along`);
		},
		'Get Many of contracts: the model asks for a customer, and gets that contract': async (
			product,
		) => {
			const contracts = await product.practice.records('contracts');
			const { Id } = contracts.find(
				({ CoworkerCompanyName }) => CoworkerCompanyName === 'Northlight Ltd',
			);
			const { offered, answered } = await askAgent(product, {
				type: COWORKER_CONTRACT,
				parameters: {
					operation: 'getAll',
					returnAll: true,
					filters: {
						coworkerCompanyName: "={{ $fromAI('company', 'Name of the customer', 'string') }}",
					},
				},
				toolArguments: { company: 'Northlight' },
			});
			assert.match(offered.description, /Get many coworker contracts/);
			assert.match(answered, new RegExp(String(Id)));
			assert.ok(!answered.includes(String(contracts[0].Id)), answered);
		},
		'Update: the change that the model asks for reaches Nexudus': async (product) => {
			const [{ Id }] = await product.practice.contacts();
			await askAgent(product, {
				parameters: {
					operation: 'update',
					contractContactId: byId("={{ $fromAI('contactId', 'Number of the contact', 'number') }}"),
					updateFields: { amlNotes: "={{ $fromAI('notes', 'What was found', 'string') }}" },
				},
				toolArguments: { contactId: Id, notes: 'Checked by the assistant.' },
			});
			assert.equal((await product.practice.contact(Id)).AmlNotes, 'Checked by the assistant.');
		},
		'a failure comes back to the model in words': async (product) => {
			const { answered } = await askAgent(product, {
				parameters: {
					operation: 'get',
					contractContactId: byId("={{ $fromAI('contactId', 'Number of the contact', 'number') }}"),
				},
				toolArguments: { contactId: 999_999_999 },
			});
			assert.match(answered, /could not get contract contact 999999999: it does not exist/);
		},
	},
};

/** The same for each kind of agent: n8n runs their tools in different ways. */
function checksOfEmptyFilters(agentVersion) {
	const askToList = (product, filters) =>
		askAgent(product, {
			parameters: { operation: 'getAll', returnAll: true, filters },
			toolArguments: { email: '', name: 'null' },
			agentVersion,
		});
	const fromModel = {
		email: "={{ $fromAI('email', 'Email', 'string') }}",
		fullName: "={{ $fromAI('name', 'Full name', 'string') }}",
	};
	return {
		[`Agent ${agentVersion}: filters that the model leaves empty are dropped, the others hold`]:
			async (product) => {
				const contacts = await product.practice.contacts();
				const { answered } = await askToList(product, { ...fromModel, amlCheckStatus: [4] });
				for (const { Id, AmlCheckStatus } of contacts) {
					assert.equal(answered.includes(String(Id)), AmlCheckStatus === 4, `${Id}: ${answered}`);
				}
			},
		[`Agent ${agentVersion}: a filter that the workflow fills is refused empty, and the model is told`]:
			async (product) => {
				const coworkerContractId = byId('={{ $json.contractOfThisCustomer }}');
				const { answered } = await askToList(product, { ...fromModel, coworkerContractId });
				assert.match(answered, /'Coworker Contract' in 'Filters' is empty/);
				assert.match(answered, /calling again will not help, so tell the user/);
				for (const { Id } of await product.practice.contacts()) {
					assert.ok(!answered.includes(String(Id)), `${Id} came along`);
				}
			},
	};
}

/** Runs an agent with the tool; gives what the model was offered and what the tool answered it. */
async function askAgent(
	product,
	{ parameters, toolArguments, agentVersion = 3, type = CONTRACT_CONTACT },
) {
	const model = await startFakeModel(toolArguments);
	try {
		const workflow = await agentWorkflow(product, { parameters, agentVersion, type }, model.url);
		const { id } = await product.client.post('/rest/workflows', workflow);
		const execution = await runWorkflow(product.client, id, product.signal);
		assert.equal(execution.problem, undefined);
		const [first, last] = [model.requests.at(0), model.requests.at(-1)];
		const { content } = last.messages.find(({ role }) => role === 'tool');
		const answered = typeof content === 'string' ? content : JSON.stringify(content);
		return { offered: first.tools[0].function, answered };
	} finally {
		await model.close();
	}
}

async function agentWorkflow(product, { parameters, agentVersion, type }, modelUrl) {
	const openAi = { name: 'Fake model', type: 'openAiApi', data: { apiKey: 'key', url: modelUrl } };
	const { id, name } = await product.client.post('/rest/credentials', openAi);
	const start = manualTrigger();
	const asking = { promptType: 'define', text: 'Do what is needed.', options: {} };
	const agent = node('Agent', '@n8n/n8n-nodes-langchain.agent', agentVersion, asking);
	const choice = { model: { __rl: true, mode: 'id', value: 'gpt-4o-mini' }, options: {} };
	const model = node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, choice, {
		credentials: { openAiApi: { id, name } },
	});
	const credentials = product.accessToken;
	// Before n8n 2.40 the failure of a tool that stops on errors ends the whole workflow.
	const more = { credentials, onError: 'continueRegularOutput' };
	const tool = node(TOOL, `${type}Tool`, 1, parameters, more);
	return {
		name: `Agent, ${parameters.operation}`,
		nodes: [start, agent, model, tool],
		connections: {
			[start.name]: mainTo(agent),
			[model.name]: toAgent('ai_languageModel'),
			[tool.name]: toAgent('ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}

function toAgent(type) {
	return { [type]: [[{ node: 'Agent', type, index: 0 }]] };
}
