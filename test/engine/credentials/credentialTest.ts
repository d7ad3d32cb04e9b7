import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INode,
	INodeType,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { additionalData } from '../additionalData';
import { builtPackage } from '../nodeTypes';

/** What n8n tells about a credential, and the error that its engine threw. */
export interface Verdict {
	status: 'OK' | 'Error';
	message: string;
	thrown?: unknown;
}

/** Error of n8n's engine, as far as n8n's verdict on a credential looks at it. */
interface EngineError {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

const noOperation: INodeType['description'] = {
	displayName: 'No Operation',
	name: 'n8n-nodes-base.noOp',
	group: ['organization'],
	version: 1,
	description: '',
	defaults: {},
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [],
};

/**
 * Tests a credential of the built package as n8n does: its test request goes out through n8n's
 * own declarative engine, on behalf of a node that does nothing.
 */
export async function testCredential(
	typeName: string,
	data: ICredentialDataDecryptedObject,
): Promise<Verdict> {
	const { test } = builtPackage.getCredential(typeName).type;
	if (!test) throw new Error(`${typeName} has no test`);
	try {
		return verdictOnBody(await send(test, typeName, data), test);
	} catch (error) {
		return verdictOf(error as EngineError, test);
	}
}

/** Judges as n8n does: a body in which a rule finds its value fails the test. */
function verdictOnBody(body: unknown, { rules = [] }: ICredentialTestRequest): Verdict {
	for (const { type, properties } of rules) {
		if (type !== 'responseSuccessBody') continue;
		if (Object(body)[properties.key] !== properties.value) continue;
		return { status: 'Error', message: properties.message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

/** Judges as n8n does: by the rules where Nexudus answered, else by the error. */
function verdictOf(error: EngineError, { rules = [] }: ICredentialTestRequest): Verdict {
	const failed = { status: 'Error' as const, thrown: error };
	const response = error.cause?.response;
	if (!response) return { ...failed, message: error.cause?.code ?? error.message };
	const rule = rules.find(
		({ type, properties }) => type === 'responseCode' && properties.value === response.status,
	);
	return { ...failed, message: rule?.properties.message ?? response.statusText };
}

async function send(
	{ request }: ICredentialTestRequest,
	typeName: string,
	data: ICredentialDataDecryptedObject,
): Promise<unknown> {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: noOperation.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [typeName]: { id: typeName, name: typeName } },
	};
	const nodeType = { description: testing(request, typeName) } as INodeType;
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData({ values: { [typeName]: data } }),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { id: typeName, name: typeName, type: typeName, data };
	const output = await new RoutingNode(context, nodeType, decrypted).runNode();
	return output?.[0][0].json;
}

function testing(request: ICredentialTestRequest['request'], typeName: string) {
	return {
		...noOperation,
		credentials: [{ name: typeName, required: true }],
		properties: [
			{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
		],
	};
}
