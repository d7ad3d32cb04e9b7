import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { addLinked } from '../operations/joins';
import { listSearch } from '../pickers';
import { poll } from '../trigger/poll';
import { authenticationParameter, signInCredentials } from '../parameters/signInParameters';
import { subtitle } from '../parameters/subtitle';
import { eventOptions, eventParameter, triggerParameters } from '../parameters/triggerParameters';
import { triggerOffer } from '../recordTypes/contractContactEvents';

export class ContractContactTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Nexudus Contract Contact Trigger',
		name: 'contractContactTrigger',
		icon: { light: 'file:nexudus.svg', dark: 'file:nexudus.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: subtitle('event', eventOptions(triggerOffer)),
		description:
			'List, get, create, update and delete the contacts of virtual office contracts, or start when one is new, changed or deleted, or when its AML status changes',
		defaults: { name: 'Nexudus Contract Contact Trigger' },
		polling: true,
		eventTriggerDescription:
			'Starts when a contact is new, changes or is deleted after you publish the workflow',
		activationMessage:
			'The contacts that are there now don’t start this workflow. What is new, changes or is deleted from now on does, once a minute or as often as you set under Poll Times.',
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: signInCredentials,
		properties: [
			authenticationParameter,
			eventParameter(triggerOffer),
			...triggerParameters(triggerOffer),
		],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, triggerOffer, addLinked);
	}
}
