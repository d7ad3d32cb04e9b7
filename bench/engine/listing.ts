import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeTypes,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

process.env.N8N_USER_FOLDER ??= mkdtempSync(path.join(os.tmpdir(), 'nexudus-bench-'));
process.env.N8N_ENCRYPTION_KEY ??= 'bench';

import { WorkflowExecute } from 'n8n-core';
import { additionalData } from '../../test/engine/additionalData';
import { loadBuiltPackage, nodeTypes } from '../../test/engine/nodeTypes';
import { accessToken } from '../../test/engine/sandbox';
import { bareLoop } from './bareLoop';

/** A way to get all contacts in n8n's engine. */
export interface Lister {
	type: string;
	parameters: INodeParameters;
	/** What the node is given, one item for each contact where it asks for one; default one item. */
	items?: IDataObject[];
}

export const BARE_LOOP: Lister = { type: 'bench.bareLoop', parameters: {} };

/** Gives the package's node, listing everything in one of its forms. */
export function contractContact(output: 'raw' | 'simplified'): Lister {
	return {
		type: 'n8n-nodes-nexudus.contractContact',
		parameters: { operation: 'getAll', returnAll: true, output },
	};
}

/** Lists all contacts of the Nexudus at this address, in n8n's own engine. Gives the items. */
export async function listAll(lister: Lister, url: string): Promise<INodeExecutionData[]> {
	await loadBuiltPackage();
	const workflow = new Workflow({
		id: 'bench',
		name: 'Bench',
		active: false,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			{
				...node('List', lister.type, lister.parameters),
				credentials: { nexudusApi: { id: 'nexudusApi', name: 'nexudusApi' } },
			},
		],
		connections: { Start: { main: [[{ node: 'List', type: 'main', index: 0 }]] } },
		nodeTypes: typesWithBareLoop(),
		settings: { executionOrder: 'v1' },
	});
	const credentials = { values: { nexudusApi: accessToken(url) } };
	const run = await new WorkflowExecute(additionalData(credentials), 'manual').run({
		workflow,
		pinData: { Start: (lister.items ?? [{}]).map((json) => ({ json })) },
	});
	const [task] = run.data.resultData.runData.List;
	if (task.error) throw task.error;
	return task.data?.main[0] ?? [];
}

function node(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function typesWithBareLoop(): INodeTypes {
	const others = nodeTypes();
	return {
		...others,
		getByNameAndVersion: (type, version) =>
			type === BARE_LOOP.type
				? NodeHelpers.getVersionedNodeType(bareLoop, version)
				: others.getByNameAndVersion(type, version),
	};
}
