import path from 'node:path';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const builtFile = path.resolve(
	__dirname,
	'../../dist/nodes/ContractContact/ContractContact.node.js',
);
const { ContractContact } = (await import(builtFile)) as { ContractContact: new () => INodeType };
