import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from '../n8n/run';
import { operationParameters, operationsOn } from '../operations';
import { authenticationParameter, signInCredentials } from '../parameters/signInParameters';
import { subtitle } from '../parameters/subtitle';
import { listSearch } from '../pickers';
import { contractContact } from '../recordTypes/contractContact';

const operations = operationsOn(contractContact);

export class ContractContact implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Nexudus Contract Contact',
		name: 'contractContact',
		icon: { light: 'file:nexudus.svg', dark: 'file:nexudus.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(
			'operation',
			operations.map(({ option }) => option),
		),
		description: 'List, get, create, update and delete the contacts of virtual office contracts',
		defaults: { name: 'Nexudus Contract Contact' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'The directors, company aliases and mail recipients on Nexudus virtual office contracts, and their AML checks. To correct contacts from a table choose Update with Fields From set to Take From Input. To add people that may be there already choose Create or Update. Set Preview Only first where a person should look.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-nexudus.contractContactTrigger',
					relationHint: 'Starts a workflow when a contact is new, changes or is gone',
				},
				{
					nodeType: 'n8n-nodes-nexudus.coworkerContract',
					relationHint: 'Answers questions about contracts: customer, plan, who is missing',
				},
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: signInCredentials,
		hints: [
			{
				message: "Delete removes contacts for good: Nexudus can't bring them back.",
				displayCondition:
					'={{ $parameter["operation"] === "delete" && !$parameter["options"]?.["previewOnly"] }}',
				whenToDisplay: 'beforeExecution',
				location: 'outputPane',
				type: 'warning',
			},
		],
		properties: [authenticationParameter, ...operationParameters(contractContact, operations)],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, operations, contractContact);
	}
}
