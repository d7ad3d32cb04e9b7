import { ExecutionLifecycleHooks } from 'n8n-core';
import type { IWorkflowBase, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { CredentialStore } from './credentials';
import { TestCredentials } from './credentials';

const anyUrl = 'http://127.0.0.1:1/';

const workflowData: IWorkflowBase = {
	id: 'test',
	name: 'Test',
	active: false,
	isArchived: false,
	createdAt: new Date(0),
	updatedAt: new Date(0),
	nodes: [],
	connections: {},
	activeVersionId: null,
};

let executions = 0;

/** Gives what n8n's engine wants to know besides the workflow; default a new execution. */
export function additionalData(
	credentials: CredentialStore,
	executionId = String(++executions),
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new TestCredentials(credentials),
		hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData),
		executionId,
		restApiUrl: anyUrl,
		instanceBaseUrl: anyUrl,
		webhookBaseUrl: anyUrl,
		webhookWaitingBaseUrl: anyUrl,
		webhookTestBaseUrl: anyUrl,
		formWaitingBaseUrl: anyUrl,
		variables: {},
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
