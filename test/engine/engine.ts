import 'reflect-metadata';
import type { IDataObject, INode, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';

import { WorkflowExecute } from 'n8n-core';
import { additionalData } from './additionalData';
import type { CredentialStore } from './credentials';
import { nodeTypes } from './nodeTypes';

/** What a test runs: the node's parameters and what it gets. */
export interface NodeRun {
	/** Parameters of the Contract Contact node. */
	parameters: INodeParameters;
	/** The json of the input items; default one empty item. */
	items?: IDataObject[];
	credentials: CredentialStore;
	/** The workflow's time zone, default UTC. */
	timezone?: string;
	onError?: INode['onError'];
	/** How often n8n tries the node, with its Retry On Fail; default once, without it. */
	tries?: number;
	/** How often the node's turn comes in the workflow, as in a loop; default once. */
	turns?: number;
	/** Default one of its own. */
	executionId?: string;
	/** The node's type as n8n stores it, where it is another than the node's own. */
	type?: string;
	/** Milliseconds after which the execution is cancelled, or what it is cancelled after. */
	cancelAfter?: number | Promise<unknown>;
}

/** What came of it. */
export interface NodeRunResult {
	/** Items of the node's first output. */
	items: INodeExecutionData[];
	/** The json of these items. */
	json: IDataObject[];
	/** Items of the error output. */
	errorItems: INodeExecutionData[];
	error: { message: string; description?: string | null; context?: IDataObject } | undefined;
	/** That error itself, as n8n keeps it. */
	thrown: unknown;
	hints: string[];
	status: string;
}

const NODE = 'Nexudus Contract Contact';
const INPUT = { node: NODE, type: NodeConnectionTypes.Main, index: 0 };

/** Runs the built node in a workflow, through n8n's own engine. */
export async function runNode(run: NodeRun): Promise<NodeRunResult> {
	const workflow = new Workflow({
		id: 'test',
		name: 'Test',
		active: false,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			{
				...node(NODE, run.type ?? 'n8n-nodes-nexudus.contractContact', run.parameters),
				credentials: Object.fromEntries(
					Object.keys(run.credentials.values).map((type) => [type, { id: type, name: type }]),
				),
				onError: run.onError,
				...(run.tries ? { retryOnFail: true, maxTries: run.tries, waitBetweenTries: 1 } : {}),
			},
		],
		connections: { Start: { main: [Array(run.turns ?? 1).fill(INPUT)] } },
		nodeTypes: nodeTypes(),
		settings: { executionOrder: 'v1', timezone: run.timezone ?? 'UTC' },
	});
	const execution = new WorkflowExecute(
		additionalData(run.credentials, run.executionId),
		'manual',
	).run({
		workflow,
		pinData: { Start: (run.items ?? [{}]).map((json) => ({ json })) },
	});
	const cancel = (): void => execution.cancel();
	if (typeof run.cancelAfter === 'number') setTimeout(cancel, run.cancelAfter);
	else void run.cancelAfter?.then(cancel);
	return resultOf(await execution);
}

function node(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function resultOf(run: IRun): NodeRunResult {
	const { resultData } = run.data;
	const task = resultData.runData[NODE]?.[0];
	const [items, errorItems] = task?.data?.main ?? [];
	const error = task?.error ?? resultData.error;
	return {
		items: items ?? [],
		json: (items ?? []).map((item) => item.json),
		errorItems: errorItems ?? [],
		error: error && {
			message: error.message,
			description: 'description' in error ? error.description : undefined,
			context: 'context' in error ? error.context : undefined,
		},
		thrown: error,
		hints: (task?.hints ?? []).map((hint) => hint.message),
		status: run.status,
	};
}
