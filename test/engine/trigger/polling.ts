import '../engine';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeParameters,
	IPollFunctions,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { additionalData } from '../additionalData';
import type { CredentialStore } from '../credentials';
import { nodeTypes } from '../nodeTypes';

const NODE = 'Nexudus Contract Contact Trigger';
const poller = new TriggersAndPollers();

/** How a trigger is set up. */
export interface TriggerSetting {
	parameters: INodeParameters;
	credentials: CredentialStore;
	/** What n8n stores the credential as. Default 'production'. */
	credentialId?: string;
	activation?: WorkflowActivateMode;
	mode?: WorkflowExecuteMode;
	/** The trigger's credentials as n8n stores them with the node. Default one of each type. */
	nodeCredentials?: INode['credentials'];
	/** What n8n stored with the workflow: node names after "node:" to their state. */
	staticData?: IDataObject;
	/** Milliseconds that n8n says a poll may take; undefined for an n8n that names none. */
	budget?: number;
}

/** The trigger in an active workflow, polled through n8n's own engine. */
export class ActiveTrigger {
	/** What the trigger wrote into n8n's log as warnings. */
	readonly warnings: string[] = [];

	private readonly workflow: Workflow;

	private readonly context: IPollFunctions;

	constructor(setting: TriggerSetting) {
		this.workflow = workflowOf(setting);
		const { credentials, activation = 'activate', mode = 'trigger' } = setting;
		this.context = new PollContext(
			this.workflow,
			this.node,
			additionalData(credentials),
			mode,
			activation,
		);
		jest.spyOn(this.context.logger, 'warn').mockImplementation((text) => {
			this.warnings.push(text);
		});
		if ('budget' in setting) {
			const { budget } = setting;
			const named = budget === undefined ? undefined : () => budget;
			Object.assign(this.context, { getPollBudgetMs: named });
		}
	}

	/** Polls once; gives what comes out, or null where no execution would start. */
	async poll(): Promise<IDataObject[] | null> {
		const output = await poller.runPollFunction(this.workflow, this.node, this.context);
		return output && output[0].map((item) => item.json);
	}

	/** What n8n would store with the workflow now, as text. */
	get stored(): string {
		return JSON.stringify(this.workflow.staticData);
	}

	/** What n8n would store with the workflow now. */
	get staticData(): IDataObject {
		return JSON.parse(this.stored) as IDataObject;
	}

	private get node(): INode {
		return this.workflow.nodes[NODE];
	}
}

function workflowOf(setting: TriggerSetting): Workflow {
	const { parameters, credentials, credentialId = 'production', staticData } = setting;
	const types = Object.keys(credentials.values);
	const oneEach = types.map((type) => [type, { id: credentialId, name: type }]);
	const { nodeCredentials = Object.fromEntries(oneEach) as INode['credentials'] } = setting;
	return new Workflow({
		id: 'active',
		name: 'AML results to Slack',
		active: true,
		nodes: [
			{
				id: 'trigger',
				name: NODE,
				type: 'n8n-nodes-nexudus.contractContactTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: nodeCredentials,
			},
		],
		connections: {},
		nodeTypes: nodeTypes(),
		settings: { timezone: 'UTC' },
		staticData,
	});
}
