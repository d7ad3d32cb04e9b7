import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from '../n8n/run';
import { operationParameters, readingOperationsOn } from '../operations';
import { authenticationParameter, signInCredentials } from '../parameters/signInParameters';
import { subtitle } from '../parameters/subtitle';
import { listSearch } from '../pickers';
import { coworkerContract } from '../recordTypes/coworkerContract';

const operations = readingOperationsOn(coworkerContract);

export class CoworkerContract implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Nexudus Coworker Contract',
		name: 'coworkerContract',
		icon: {
			light: 'file:../ContractContact/nexudus.svg',
			dark: 'file:../ContractContact/nexudus.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitle(
			'operation',
			operations.map(({ option }) => option),
		),
		description: 'Get and list the contracts of customers; it never changes one',
		defaults: { name: 'Nexudus Coworker Contract' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'The contracts of Nexudus customers: customer, plan, location, active or cancelled, PO box. Contacts Missing finds contracts without a director or without a cleared AML check.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-nexudus.contractContact',
					relationHint: 'Lists and changes the people on a contract',
				},
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: signInCredentials,
		properties: [authenticationParameter, ...operationParameters(coworkerContract, operations)],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, operations, coworkerContract);
	}
}
