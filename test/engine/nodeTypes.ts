import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';

const packageRoot = path.resolve(__dirname, '../..');

/** The built package, loaded by n8n's own loader from package.json and dist. */
export const builtPackage = new PackageDirectoryLoader(packageRoot);

let isLoaded = false;

/** Loads the built package once. Run it before anything else. */
export async function loadBuiltPackage(): Promise<void> {
	if (isLoaded) return;
	await builtPackage.loadAll();
	isLoaded = true;
}

const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

/** Gives the node types of a test workflow: its start, and those of the built package. */
export function nodeTypes(): INodeTypes {
	const find = (type: string): INodeType | IVersionedNodeType => {
		if (type === 'n8n-nodes-base.manualTrigger') return start;
		// n8n makes the type of a tool from that of the node.
		const name = type.replace('n8n-nodes-nexudus.', '').replace(/Tool$/, '');
		return builtPackage.getNode(name).type;
	};
	return {
		getByName: find,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: () => ({}),
	};
}
