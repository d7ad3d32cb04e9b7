/**
 * The node types of n8n that examples may use, with the versions that both n8n 2.8.4 and n8n 2.40.7
 * have and neither hides as superseded (`dist/types/nodes.json` of n8n-nodes-base and of
 * @n8n/n8n-nodes-langchain): versions of the newest major alone. Function, Item Lists, AI Agent 1
 * and 2, Set 1 and 2 and the like are therefore missing.
 */
export const CURRENT_NODES: Readonly<Record<string, readonly number[]>> = {
	'@n8n/n8n-nodes-langchain.agent': [3, 3.1],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1, 1.1, 1.2, 1.3],
	'@n8n/n8n-nodes-langchain.outputParserStructured': [1, 1.1, 1.2, 1.3],
	'n8n-nodes-base.code': [2],
	'n8n-nodes-base.emailSend': [2, 2.1],
	'n8n-nodes-base.filter': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.formTrigger': [2, 2.1, 2.2, 2.3, 2.4, 2.5],
	'n8n-nodes-base.httpRequest': [4, 4.1, 4.2, 4.3, 4.4],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.scheduleTrigger': [1, 1.1, 1.2, 1.3],
	'n8n-nodes-base.set': [3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.stickyNote': [1],
	'n8n-nodes-base.wait': [1, 1.1],
};
