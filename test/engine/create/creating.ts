import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PracticeNexudus } from '../../../sandbox/nexudus/server';
import { byId } from '../sandbox';

/** Parameters that add a director to the sandbox's third contract. */
export function creationOf(
	{ contracts }: PracticeNexudus,
	additionalFields: IDataObject = {},
	more: INodeParameters = {},
): INodeParameters {
	return {
		operation: 'create',
		coworkerContractId: byId(contracts[2].Id),
		fullName: 'Nathan Smith',
		additionalFields: additionalFields as INodeParameters,
		output: 'raw',
		...more,
	} as INodeParameters;
}

/** The bodies of the creations that Nexudus got. */
export function createdBodies({ requests }: PracticeNexudus): unknown[] {
	return requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
}
